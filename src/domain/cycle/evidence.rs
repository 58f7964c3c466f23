//! Evidence (tài liệu minh chứng) of a dossier.

use super::dossier::Dossier;
use super::forms::CriterionReport;
use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::{code, record};

/// Marks ids of pieces of evidence.
pub enum EvidenceKind {}
/// The identity of a piece of evidence.
pub type EvidenceId = Id<EvidenceKind>;

record! {
    /// One paper that proves something. It stands on its own without a file: the paper may lie in a folder.
    pub struct Evidence {
        /// Identity.
        pub id: EvidenceId,
        /// What it is called.
        pub title: String,
        /// Which row of the list of Mẫu 02 it belongs to.
        pub kind: EvidenceType,
        /// Number and symbol.
        pub number: String,
        /// Issuing body.
        pub issuer: String,
        /// Date of issue.
        pub issued: Option<Date>,
        /// Last day it is valid; absent: without limit, or not said.
        pub valid_until: Option<Date>,
        /// Numbers of the criteria it proves.
        pub criteria: Vec<String>,
        /// Identity of its file among the attachments.
        pub attachment: Option<String>,
        /// Remarks; where the paper lies.
        pub note: String,
    }
}

code! {
    /// The 15 rows of the list of evidence of Mẫu 02 (26/2026/QĐ-TTg, Annex II), in its order, and others.
    pub enum EvidenceType {
        /// Giấy đăng ký kinh doanh.
        BusinessRegistration = "business_registration",
        /// Giấy chứng nhận cơ sở đủ điều kiện sản xuất.
        ProductionConditions = "production_conditions",
        /// Nguồn gốc nguyên liệu, vùng nguyên liệu, liên kết chuỗi.
        MaterialOrigin = "material_origin",
        /// Bảo vệ môi trường, công nghệ bền vững.
        Environment = "environment",
        /// Sử dụng lao động địa phương.
        LocalLabour = "local_labour",
        /// Tăng trưởng sản xuất kinh doanh.
        Growth = "growth",
        /// Sở hữu trí tuệ.
        IntellectualProperty = "intellectual_property",
        /// Phát triển thị trường, xúc tiến thương mại.
        Market = "market",
        /// Quảng bá sản phẩm.
        Promotion = "promotion",
        /// Câu chuyện sản phẩm.
        Story = "story",
        /// Công bố chất lượng sản phẩm.
        QualityDeclaration = "quality_declaration",
        /// Phiếu kiểm nghiệm chất lượng, an toàn thực phẩm.
        TestReport = "test_report",
        /// Mã số mã vạch, tem truy xuất nguồn gốc.
        Traceability = "traceability",
        /// Hệ thống quản lý chất lượng tiên tiến.
        QualitySystem = "quality_system",
        /// Giải thưởng, bình chọn.
        Award = "award",
        /// Another paper.
        Other = "other",
    }
}

impl Evidence {
    /// A piece of evidence of which only row and title are known.
    pub fn titled(id: EvidenceId, kind: EvidenceType, title: &str) -> Evidence {
        Evidence {
            id,
            title: title.to_owned(),
            kind,
            number: String::new(),
            issuer: String::new(),
            issued: None,
            valid_until: None,
            criteria: Vec::new(),
            attachment: None,
            note: String::new(),
            unknown: Default::default(),
        }
    }
}

impl Dossier {
    /// The piece of evidence with this identity.
    pub fn piece(&self, id: EvidenceId) -> Option<&Evidence> {
        self.evidence.iter().find(|piece| piece.id == id)
    }

    /// Says whether a piece of evidence proves the criterion with this number. The piece's own list and the one beside the
    /// criterion in Mẫu 02 never differ.
    pub fn prove(&mut self, id: EvidenceId, number: &str, proves: bool) {
        let Some(piece) = self.evidence.iter_mut().find(|piece| piece.id == id) else { return };
        piece.criteria.retain(|own| own != number);
        if proves {
            piece.criteria.push(number.to_owned());
        }
        let Some(report) = &mut self.report else { return };
        if !report.criteria.iter().any(|own| own.number == number) {
            if !proves {
                return;
            }
            report.criteria.push(CriterionReport::blank(number));
        }
        for own in report.criteria.iter_mut().filter(|own| own.number == number) {
            own.evidence.retain(|other| *other != id);
            if proves {
                own.evidence.push(id);
            }
        }
    }

    /// Says which criteria a piece of evidence proves, as a list names them: by their numbers, parted by commas, semicolons or
    /// blanks. A number that no set knows stays as it was written.
    pub fn prove_only(&mut self, id: EvidenceId, numbers: &str) {
        let mut wanted: Vec<&str> = Vec::new();
        for number in numbers.split(|letter: char| matches!(letter, ',' | ';') || letter.is_whitespace()) {
            let number = number.trim_matches('.');
            if !number.is_empty() && !wanted.contains(&number) {
                wanted.push(number);
            }
        }
        let before = self.piece(id).map(|piece| piece.criteria.clone()).unwrap_or_default();
        for gone in before.iter().filter(|own| !wanted.contains(&own.as_str())) {
            self.prove(id, gone, false);
        }
        for number in &wanted {
            self.prove(id, number, true);
        }
    }

    /// Takes a piece of evidence away, and its links with it.
    pub fn drop_evidence(&mut self, id: EvidenceId) {
        self.evidence.retain(|piece| piece.id != id);
        for own in self.report.iter_mut().flat_map(|report| report.criteria.iter_mut()) {
            own.evidence.retain(|other| *other != id);
        }
    }

    /// The pieces that prove the criterion with this number, in the order of the list.
    pub fn proofs<'a>(&'a self, number: &'a str) -> impl Iterator<Item = &'a Evidence> {
        self.evidence.iter().filter(move |piece| piece.criteria.iter().any(|own| own == number))
    }
}
