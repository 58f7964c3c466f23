//! The criteria files, carried inside the program.

use std::rc::Rc;

use crate::codec::{Field, Place};
use crate::domain::criteria::{CriteriaSet, Scheme, SetPin, content_hash};
use crate::exchange::Schemes;

/// A criteria set with its scheme and its pin.
#[derive(Clone, Debug)]
pub struct EmbeddedSet {
    /// Decision, slug, code, name and content.
    pub pin: SetPin,
    /// The set.
    pub set: CriteriaSet,
    /// Ready for scoring.
    pub scheme: Rc<Scheme>,
}

/// The sets that are whole, in the order of the files. A file that cannot be read is left out; a test keeps the list
/// complete.
pub fn embedded_sets() -> Vec<EmbeddedSet> {
    FILES.iter().filter_map(|(decision, slug, file)| embedded_set(decision, slug, file)).collect()
}

/// All schemes, for results.
pub fn embedded_schemes(sets: &[EmbeddedSet]) -> Schemes {
    let mut schemes = Schemes::default();
    for EmbeddedSet { pin, scheme, .. } in sets {
        schemes.insert(&pin.decision, &pin.slug, &pin.hash, Rc::clone(scheme));
    }
    schemes
}

fn embedded_set(decision: &str, slug: &str, file: &[u8]) -> Option<EmbeddedSet> {
    let set = CriteriaSet::read(serde_json::from_slice(file).ok()?, &Place::default()).ok()?;
    let scheme = Rc::new(Scheme::new(&set).ok()?);
    let pin = SetPin {
        decision: decision.to_owned(),
        slug: slug.to_owned(),
        code: set.code.clone(),
        name: set.name.clone(),
        hash: content_hash(file),
        unknown: Default::default(),
    };
    Some(EmbeddedSet { pin, set, scheme })
}

macro_rules! files {
    ($($decision:literal: $($slug:literal)*;)*) => {
        /// Folder of the decision, slug, content.
        const FILES: &[(&str, &str, &[u8])] = &[$($(
            ($decision, $slug, include_bytes!(concat!(
                env!("CARGO_MANIFEST_DIR"), "/public/criteria/", $decision, "/", $slug, ".json"
            ))),
        )*)*];
    };
}

files! {
    "qd-1048-2019":
        "ca-phe-ca-cao"
        "cac-san-pham-khac-tu-che-tra"
        "che-bien-tu-gao-ngu-coc"
        "che-bien-tu-rau-cu-qua-hat"
        "che-bien-tu-thit-trung-sua"
        "che-bien-tu-thuy-hai-san"
        "che-tuoi-che-bien"
        "dich-vu-du-lich-cong-dong-va-diem-du-lich"
        "do-an-nhanh"
        "do-uong-co-con-khac"
        "do-uong-khong-con"
        "gao-ngu-coc"
        "gia-vi-khac"
        "mat-ong-cac-san-pham-tu-mat-ong-mat-khac"
        "my-pham"
        "nuoc-khoang-thien-nhien-nuoc-uong-tinh-khiet"
        "rau-cu-qua-hat-tuoi"
        "ruou-trang"
        "thao-duoc-khac"
        "thit-trung-sua-tuoi"
        "thu-cong-my-nghe-gia-dung"
        "thu-cong-my-nghe-trang-tri"
        "thuc-pham-chuc-nang-thuoc-tu-duoc-lieu-thuoc-y-hoc-co-truyen"
        "trang-thiet-bi-dung-cu-y-te"
        "tuong-nuoc-mam-gia-vi-dang-long-khac"
        "vai-may-mac";
    "qd-148-2023":
        "ca-phe-ca-cao"
        "cay-canh"
        "che-bien-tu-gao-ngu-coc"
        "che-bien-tu-rau-cu-qua-hat"
        "che-bien-tu-thit-thuy-san-trung-sua-cac-san-pham-tu-mat-ong"
        "che-tuoi-che-che-bien"
        "dich-vu-du-lich-cong-dong-du-lich-sinh-thai-va-diem-du-lich"
        "do-an-nhanh"
        "do-uong-co-con-khac"
        "do-uong-khong-con-khac"
        "dong-vat-canh"
        "gao-ngu-coc-hat-so-che-khac"
        "gia-vi-khac-muoi-hanh-toi-tieu"
        "hoa"
        "mat-ong-mat-khac-va-nong-san-thuc-pham-khac"
        "my-pham-co-thanh-phan-tu-thao-duoc"
        "nuoc-khoang-thien-nhien-nuoc-uong-tinh-khiet-dong-chai"
        "rau-cu-qua-hat-tuoi"
        "ruou-trang"
        "san-pham-tra-tu-thuc-vat-khac"
        "thit-thuy-san-trung-sua-tuoi"
        "thu-cong-my-nghe-gia-dung-trang-tri"
        "thuc-pham-chuc-nang-thuoc-duoc-lieu-thuoc-y-hoc-co-truyen"
        "tinh-dau-va-thao-duoc-khac"
        "tuong-nuoc-mam-gia-vi-dang-long-khac"
        "vai-may-mac";
    "qd-26-2026":
        "ca-phe-ca-cao"
        "cay-canh"
        "che-bien-tu-gao-ngu-coc"
        "che-bien-tu-rau-cu-qua-hat"
        "che-bien-tu-thit-thuy-san-trung-sua-cac-san-pham-tu-mat-ong"
        "che-tuoi-che-che-bien"
        "dich-vu-du-lich-cong-dong-du-lich-sinh-thai-va-diem-du-lich"
        "do-an-nhanh"
        "do-uong-co-con-khac"
        "do-uong-khong-con-khac"
        "dong-vat-canh"
        "gao-ngu-coc-hat-so-che-khac"
        "gia-vi-khac-muoi-hanh-toi-tieu"
        "hoa"
        "mat-ong-mat-khac-va-nong-san-thuc-pham-khac"
        "my-pham-co-thanh-phan-tu-duoc-lieu"
        "nuoc-khoang-thien-nhien-nuoc-uong-dong-chai"
        "rau-cu-qua-hat-tuoi"
        "ruou-trang"
        "san-pham-tra-tu-thuc-vat-khac"
        "thit-thuy-san-trung-sua-tuoi"
        "thu-cong-my-nghe-gia-dung-trang-tri"
        "thuc-pham-chuc-nang-thuoc-duoc-lieu-thuoc-co-truyen"
        "tinh-dau-va-duoc-lieu-khac"
        "tuong-nuoc-mam-gia-vi-dang-long-khac"
        "vai-may-mac";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_criteria_file_is_inside_and_can_be_scored() {
        let mut found = Vec::new();
        let top = concat!(env!("CARGO_MANIFEST_DIR"), "/public/criteria");
        for decision in std::fs::read_dir(top).expect("a folder").flatten() {
            for file in std::fs::read_dir(decision.path()).into_iter().flatten().flatten() {
                let slug = file.path().file_stem().expect("a name").to_string_lossy().into_owned();
                if slug != "index" {
                    found.push((decision.file_name().to_string_lossy().into_owned(), slug));
                }
            }
        }
        found.sort();
        let sets = embedded_sets();
        let inside: Vec<_> = sets.iter().map(|set| (set.pin.decision.clone(), set.pin.slug.clone())).collect();
        assert_eq!(inside, found);
    }
}
