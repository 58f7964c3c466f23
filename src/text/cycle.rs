//! Names of what a product goes through: states, events, types, and why something is not possible.

use super::{Text, date, texts};
use crate::domain::cycle::{
    AssessedContent, CertificateEvent, DossierEvent, DossierState, DossierType, Flag, GateItem, IdeaEvent, IdeaState,
    ProductState, Refusal, Round, Shown, Standing,
};

texts! {
    DATE = "Ngày thực hiện", "Day";
    NEED_DATE = "Hãy chọn ngày thực hiện.", "Choose the day.";
    ACTOR = "Người hoặc cơ quan thực hiện", "Person or body";
    REASON = "Lý do", "Reason";
    DOCUMENT = "Văn bản kèm theo", "Document";
    DOCUMENT_NUMBER = "Số, ký hiệu", "Number and symbol";
    DOCUMENT_DATE = "Ngày văn bản", "Date of the document";
    DOCUMENT_ISSUER = "Cơ quan ban hành", "Issued by";
    MORE = "Lý do, văn bản, ghi chú", "Reason, document, remarks";
    REMARK = "Ghi chú", "Remark";
    RECORD = "Ghi nhận", "Record";
    HISTORY = "Các bước đã qua", "Steps so far";
    NOTHING_YET = "Chưa có bước nào.", "No step yet.";
    NEXT = "Việc tiếp theo", "What comes next";
}

/// Where an idea stands.
pub fn idea_state(state: IdeaState) -> Text {
    match state {
        IdeaState::Registered => Text { vi: "Đã đăng ký ý tưởng", en: "Idea registered" },
        IdeaState::Returned => Text { vi: "Ý tưởng được trả lại để hoàn thiện", en: "Idea returned" },
        IdeaState::Selected => Text { vi: "Ý tưởng được chọn", en: "Idea selected" },
        IdeaState::PlanSubmitted => Text { vi: "Đã nộp phương án kinh doanh", en: "Business plan handed in" },
        IdeaState::Developing => Text { vi: "Đang triển khai phương án", en: "Carrying out the plan" },
        IdeaState::Ready => Text { vi: "Sẵn sàng lập hồ sơ", en: "Ready for a dossier" },
        IdeaState::Stopped => Text { vi: "Đã dừng", en: "Stopped" },
    }
}

/// What can be done with an idea.
pub fn idea_event(event: IdeaEvent) -> Text {
    match event {
        IdeaEvent::Register => Text { vi: "Đăng ký ý tưởng", en: "Register the idea" },
        IdeaEvent::Accept => Text { vi: "Chấp nhận ý tưởng", en: "Accept the idea" },
        IdeaEvent::Return => Text { vi: "Trả lại ý tưởng", en: "Return the idea" },
        IdeaEvent::Revise => Text { vi: "Nộp lại ý tưởng đã sửa", en: "Hand in the revised idea" },
        IdeaEvent::SubmitPlan => Text { vi: "Nộp phương án kinh doanh", en: "Hand in the business plan" },
        IdeaEvent::AcceptPlan => Text { vi: "Chấp nhận phương án", en: "Accept the plan" },
        IdeaEvent::ReturnPlan => Text { vi: "Trả lại phương án", en: "Return the plan" },
        IdeaEvent::Support => Text { vi: "Ghi hỗ trợ", en: "Record support" },
        IdeaEvent::Ready => Text { vi: "Sẵn sàng, chuyển sang lập hồ sơ", en: "Ready for a dossier" },
        IdeaEvent::Resume => {
            Text { vi: "Triển khai tiếp sau khi chưa được công nhận", en: "Go on developing" }
        }
        IdeaEvent::Stop => Text { vi: "Dừng", en: "Stop" },
    }
}

/// Where a dossier stands.
pub fn dossier_state(state: DossierState) -> Text {
    match state {
        DossierState::Draft => Text { vi: "Đang lập hồ sơ", en: "Being drawn up" },
        DossierState::ReceivedCommune => Text { vi: "Xã đã tiếp nhận", en: "Received by the commune" },
        DossierState::Supplement => Text { vi: "Đang bổ sung, hoàn thiện", en: "Being completed" },
        DossierState::Returned => Text { vi: "Xã trả lại, không đề nghị", en: "Returned by the commune" },
        DossierState::Proposed => Text { vi: "Xã đã đề nghị", en: "Proposed by the commune" },
        DossierState::DistrictScored => {
            Text { vi: "Hội đồng cấp huyện đã chấm", en: "Scored by the district" }
        }
        DossierState::ReceivedProvince => Text { vi: "Tỉnh đã tiếp nhận", en: "Received by the province" },
        DossierState::AdvisoryChecked => {
            Text { vi: "Tổ tư vấn đã thẩm định", en: "Checked by the advisory team" }
        }
        DossierState::Scored => Text { vi: "Hội đồng đã đánh giá", en: "Scored by the council" },
        DossierState::SentCentral => Text { vi: "Đã gửi trung ương", en: "Sent to the Ministry" },
        DossierState::ReturnedCentral => Text { vi: "Trung ương trả lại tỉnh", en: "Returned by the Ministry" },
        DossierState::Recognised => Text { vi: "Được công nhận", en: "Recognised" },
        DossierState::NotRecognised => Text { vi: "Không được công nhận", en: "Not recognised" },
    }
}

/// What can be done with a dossier.
pub fn dossier_event(event: DossierEvent) -> Text {
    match event {
        DossierEvent::Create => Text { vi: "Lập hồ sơ", en: "Begin the dossier" },
        DossierEvent::HandIn => Text { vi: "Nộp hồ sơ tại UBND xã", en: "Hand in at the commune" },
        DossierEvent::AskSupplement => Text { vi: "Yêu cầu bổ sung, hoàn thiện", en: "Ask to complete" },
        DossierEvent::Complete => Text { vi: "Đã nhận phần bổ sung", en: "Completed" },
        DossierEvent::Propose => Text { vi: "Đề nghị lên tỉnh (Mẫu 03)", en: "Propose to the province" },
        DossierEvent::Return => Text { vi: "Trả lại, không đề nghị", en: "Return" },
        DossierEvent::ScoreDistrict => {
            Text { vi: "Ghi kết quả hội đồng cấp huyện", en: "Record the district's result" }
        }
        DossierEvent::Receive => Text { vi: "Tỉnh tiếp nhận", en: "Province receives" },
        DossierEvent::Advise => Text { vi: "Ghi báo cáo của Tổ tư vấn", en: "Advisory team reports" },
        DossierEvent::Score => Text { vi: "Ghi kết quả của Hội đồng", en: "Record the council's result" },
        DossierEvent::NotRecognise => Text { vi: "Không công nhận", en: "Do not recognise" },
        DossierEvent::Recognise => {
            Text { vi: "Công nhận, cấp giấy chứng nhận", en: "Recognise and certify" }
        }
        DossierEvent::SendCentral => Text { vi: "Gửi trung ương", en: "Send to the Ministry" },
        DossierEvent::RecogniseCentral => {
            Text { vi: "Trung ương công nhận 5 sao", en: "Ministry recognises 5 stars" }
        }
        DossierEvent::ReturnCentral => Text { vi: "Trung ương trả lại tỉnh", en: "Ministry sends it back" },
        DossierEvent::EvaluateAgain => {
            Text { vi: "Tỉnh đánh giá lại từ đầu", en: "Province evaluates again" }
        }
    }
}

/// The tick-box of Mẫu 01.
pub fn dossier_type(kind: DossierType) -> Text {
    match kind {
        DossierType::First => Text { vi: "Đánh giá lần đầu", en: "First evaluation" },
        DossierType::Upgrade => Text { vi: "Nâng hạng", en: "Upgrade" },
        DossierType::ReEvaluation => Text { vi: "Đánh giá lại", en: "Re-evaluation" },
    }
}

/// What can be done with a certificate.
pub fn certificate_event(event: CertificateEvent) -> Text {
    match event {
        CertificateEvent::Issue => Text { vi: "Cấp giấy chứng nhận", en: "Issue" },
        CertificateEvent::Conclude => {
            Text { vi: "Ghi kết luận để thu hồi", en: "Record a conclusion for withdrawal" }
        }
        CertificateEvent::Dismiss => Text { vi: "Kết luận không phải thu hồi", en: "No withdrawal" },
        CertificateEvent::Revoke => Text { vi: "Thu hồi giấy chứng nhận", en: "Withdraw" },
        CertificateEvent::Renew => Text { vi: "Thay bằng giấy mới, giữ hạng", en: "Renew" },
        CertificateEvent::Raise => Text { vi: "Thay bằng giấy mới, nâng hạng", en: "Raise" },
        CertificateEvent::Lower => Text { vi: "Thay bằng giấy mới, hạ hạng", en: "Lower" },
    }
}

/// Where a certificate stands on a day.
pub fn standing(standing: Standing) -> Text {
    match standing {
        Standing::Active => Text { vi: "Còn hiệu lực", en: "Valid" },
        Standing::Expiring => Text { vi: "Đến kỳ nộp hồ sơ đánh giá lại", en: "Due for re-evaluation" },
        Standing::Late => Text { vi: "Trễ hạn nộp hồ sơ đánh giá lại", en: "Late for re-evaluation" },
        Standing::UnderReview => Text { vi: "Đang được đánh giá lại", en: "Under re-evaluation" },
        Standing::Extended => Text {
            vi: "Kéo dài theo Điều 12.3 (cần xác nhận)",
            en: "Extended by Article 12.3 (to be confirmed)",
        },
        Standing::Expired => Text { vi: "Hết hạn", en: "Expired" },
        Standing::Renewed => Text { vi: "Đã thay bằng giấy mới", en: "Renewed" },
        Standing::Raised => Text { vi: "Đã nâng hạng", en: "Raised" },
        Standing::Lowered => Text { vi: "Đã hạ hạng", en: "Lowered" },
        Standing::Revoked => Text { vi: "Đã thu hồi", en: "Withdrawn" },
    }
}

/// What a complete dossier has.
pub fn gate_item(item: GateItem) -> Text {
    match item {
        GateItem::Registration => Text { vi: "Phiếu đăng ký (Mẫu 01) đã ký", en: "Form 01, signed" },
        GateItem::SelfReport => Text { vi: "Báo cáo tự đánh giá (Mẫu 02) đã ký", en: "Form 02, signed" },
        GateItem::BusinessRegistration => {
            Text { vi: "Đăng ký kinh doanh của chủ thể", en: "Business registration" }
        }
        GateItem::Changes => {
            Text { vi: "Nội dung thay đổi từ khi được công nhận", en: "Changes since recognition" }
        }
        GateItem::Samples => Text { vi: "05 mẫu sản phẩm", en: "5 samples" },
    }
}

/// The four contents of Mẫu 03 (26/2026/QĐ-TTg, Article 7.2).
pub fn assessed(content: AssessedContent) -> Text {
    match content {
        AssessedContent::Materials => Text {
            vi: "Nguồn gốc sản phẩm, nguyên liệu địa phương",
            en: "Origin of the product, local materials",
        },
        AssessedContent::Labour => Text { vi: "Sử dụng lao động địa phương", en: "Local labour" },
        AssessedContent::Idea => Text { vi: "Nguồn gốc ý tưởng sản phẩm", en: "Origin of the idea" },
        AssessedContent::Identity => {
            Text { vi: "Bản sắc, trí tuệ địa phương", en: "Local identity and know-how" }
        }
    }
}

/// A round: `đợt 1 năm 2027`.
pub fn round(round: &Round) -> String {
    const ROUND: Text = Text { vi: "đợt {} năm {} ({})", en: "round {} of {} ({})" };
    let level = super::people::level(round.level).get().to_lowercase();
    ROUND.fill(&[&round.number.to_string(), &round.year.to_string(), &level])
}

/// The state of a product as lists show it.
pub fn shown(shown: Shown) -> String {
    const RECOGNISED: Text = Text { vi: "Đang được công nhận {} sao", en: "Recognised with {} stars" };
    const EXPIRED: Text = Text { vi: "Hết hạn (đã được {} sao)", en: "Expired (had {} stars)" };
    const NEW: Text = Text { vi: "Mới ghi vào sổ", en: "Just entered" };
    const REVOKED: Text = Text { vi: "Bị thu hồi", en: "Withdrawn" };
    const STOPPED: Text = Text { vi: "Ngừng", en: "Stopped" };
    match shown {
        Shown::New => NEW.get().to_owned(),
        Shown::Revoked => REVOKED.get().to_owned(),
        Shown::Recognised { stars } => RECOGNISED.fill(&[&stars.to_string()]),
        Shown::Expired { stars } => EXPIRED.fill(&[&stars.to_string()]),
        Shown::Dossier(state) => dossier_state(state).get().to_owned(),
        Shown::Idea(state) => idea_state(state).get().to_owned(),
        Shown::Stopped => STOPPED.get().to_owned(),
    }
}

/// What else is so.
pub fn flag(flag: Flag) -> String {
    const UPGRADE: Text = Text { vi: "Hồ sơ nâng hạng: {}", en: "Upgrade: {}" };
    const DOSSIER: Text = Text { vi: "Hồ sơ: {}", en: "Dossier: {}" };
    const ENDS: Text = Text { vi: "Hết hạn hôm nay", en: "Ends today" };
    const OPEN: Text = Text { vi: "Đang xem xét thu hồi", en: "Withdrawal being decided" };
    const REVOKED: Text = Text { vi: "Từng bị thu hồi", en: "Was withdrawn once" };
    const EXPIRED: Text = Text { vi: "Giấy chứng nhận cũ đã hết hạn", en: "A certificate has expired" };
    const STOPPED: Text = Text { vi: "Ý tưởng đã dừng", en: "Idea stopped" };
    match flag {
        Flag::Certificate(of) => standing(of).get().to_owned(),
        Flag::EndsToday => ENDS.get().to_owned(),
        Flag::RevocationOpen => OPEN.get().to_owned(),
        Flag::Revoked => REVOKED.get().to_owned(),
        Flag::UpgradeRunning(state) => UPGRADE.fill(&[&dossier_state(state).get().to_lowercase()]),
        Flag::DossierRunning(state) => DOSSIER.fill(&[&dossier_state(state).get().to_lowercase()]),
        Flag::Expired => EXPIRED.get().to_owned(),
        Flag::Idea(state) => idea_state(state).get().to_owned(),
        Flag::Stopped => STOPPED.get().to_owned(),
    }
}

/// State and flags in one line.
pub fn state_line(state: &ProductState) -> String {
    let flags = state.flags.iter().map(|it| flag(*it));
    std::iter::once(shown(state.shown)).chain(flags).collect::<Vec<String>>().join(" · ")
}

/// Why something is not possible, and what to do.
pub fn refusal(refusal: &Refusal) -> String {
    let fixed = |vi: &'static str, en: &'static str| Text { vi, en }.get().to_owned();
    let dated = |vi: &'static str, en: &'static str, day| Text { vi, en }.fill(&[&date(day)]);
    match refusal {
        Refusal::NotFromHere => fixed("Bước này không thực hiện được ở tình trạng hiện nay.", "Not possible now."),
        Refusal::ReasonMissing => fixed("Hãy ghi lý do.", "Give the reason."),
        Refusal::DocumentMissing => {
            fixed("Hãy ghi số, ký hiệu và ngày của văn bản.", "Give number and date of the document.")
        }
        Refusal::BeforeLastStep { last } => {
            dated("Ngày này trước bước liền trước ({}). Hãy chọn ngày sau.", "Before the last step ({}).", *last)
        }
        Refusal::InFuture { today } => {
            dated("Ngày này chưa tới (hôm nay {}).", "This day has not come yet (today is {}).", *today)
        }
        Refusal::Late { last } => {
            dated("Đã quá hạn {}. Muốn ghi nhận, hãy nêu lý do.", "Late: {} was the last day. Give a reason.", *last)
        }
        Refusal::NameMissing => fixed("Hãy ghi tên sản phẩm và tên chủ thể.", "Name product and producer."),
        Refusal::TextMissing => fixed("Hãy ghi nội dung trước.", "Write the content first."),
        Refusal::NotRegistered => fixed(
            "Chủ thể chưa có đăng ký kinh doanh trong sổ (Điều 2.3). Hãy ghi ở trang chủ thể.",
            "The producer has no business registration on record (Article 2.3).",
        ),
        Refusal::NoFailedDossier => {
            fixed("Không có hồ sơ nào vừa kết thúc mà chưa được công nhận.", "No dossier ended without recognition.")
        }
        Refusal::SetMissing => fixed("Hãy chọn bộ sản phẩm cho hồ sơ.", "Choose the product set."),
        Refusal::DecisionNotInForce => fixed(
            "Bộ tiêu chí đã chọn không áp dụng cho ngày này. Hãy chọn bộ của quyết định đang có hiệu lực.",
            "The chosen set does not apply on this day.",
        ),
        Refusal::NotInThisPeriod => {
            fixed("Bước này không có trong quy trình của thời gian đó.", "This step did not exist at that time.")
        }
        Refusal::Incomplete(items) => {
            const INCOMPLETE: Text = Text {
                vi: "Hồ sơ còn thiếu: {}. Bổ sung, hoặc để người phụ trách cho phép thiếu kèm lý do.",
                en: "Missing: {}. Complete it, or have an officer waive it.",
            };
            INCOMPLETE.fill(&[&list(items.iter().map(|item| gate_item(*item)))])
        }
        Refusal::NoCertificate => {
            fixed("Sản phẩm không có giấy chứng nhận còn hiệu lực.", "The product has no valid certificate.")
        }
        Refusal::AlreadyHighest => fixed("Sản phẩm đã ở hạng cao nhất.", "Already the highest rank."),
        Refusal::WindowNotOpen { opens } => dated(
            "Chưa đến kỳ: nộp sớm nhất từ {} (180 ngày trước khi hết hạn, Điều 7.6).",
            "Too early: not before {} (Article 7.6).",
            *opens,
        ),
        Refusal::NotAssessed(contents) => {
            const OPEN: Text = Text { vi: "Mẫu 03 chưa đánh giá: {}.", en: "Not assessed yet: {}." };
            OPEN.fill(&[&list(contents.iter().map(|content| assessed(*content)))])
        }
        Refusal::RoundMissing => fixed("Hãy chọn đợt đánh giá.", "Choose the round."),
        Refusal::RoundClosed { before, next } => {
            const CLOSED: Text = Text {
                vi: "Hồ sơ đề nghị quá hạn của đợt này (trước {}). Đợt tiếp theo: {}.",
                en: "Too late for this round (before {}). Next: {}.",
            };
            let next = next.as_ref().map(round).unwrap_or_default();
            CLOSED.fill(&[&date(*before), &next])
        }
        Refusal::AdvisoryMissing => fixed("Chưa có báo cáo của Tổ tư vấn.", "The advisory report is not written."),
        Refusal::VisitWithoutGround => fixed(
            "Kiểm tra thực tế khi đánh giá lại phải nêu căn cứ (Điều 7.6).",
            "A visit at a re-evaluation needs its ground (Article 7.6).",
        ),
        Refusal::WrongSession => fixed(
            "Phiên đã chọn không phải phiên chính thức của hội đồng cấp này.",
            "The session is not an official one of this level.",
        ),
        Refusal::QuorumMissed => fixed("Phiên không đủ thành viên theo quy chế.", "The council was not quorate."),
        Refusal::BallotsMissing => fixed("Còn thiếu phiếu đã khóa.", "Locked sheets are missing."),
        Refusal::RuleDisputed => fixed(
            "Các phiếu chưa thống nhất về điều kiện loại. Hội đồng cần kết luận.",
            "The sheets disagree on an eliminating rule.",
        ),
        Refusal::SpreadTooWide => fixed(
            "Có hai phiếu chênh nhau quá mức cho phép. Hãy ghi kết luận của hội đồng vào ô lý do.",
            "Two sheets are too far apart. Give the council's conclusion as the reason.",
        ),
        Refusal::ResultDiffers => {
            fixed("Kết quả ghi khác với kết quả tính từ các phiếu.", "The result differs from the sheets.")
        }
        Refusal::ResultMissing => fixed("Chưa ghi kết quả.", "No result is recorded."),
        Refusal::StarsDoNotFit { stars } => {
            const STARS: Text =
                Text { vi: "Kết quả {} sao không cho phép bước này.", en: "{} stars do not allow this." };
            STARS.fill(&[&stars.to_string()])
        }
        Refusal::NotInForce => fixed("Giấy chứng nhận không còn hiệu lực ngày đó.", "Not in force on that day."),
        Refusal::AlreadyOpen => fixed("Đang xem xét thu hồi rồi.", "A withdrawal is being decided already."),
        Refusal::NothingOpen => fixed("Chưa có kết luận nào để thu hồi.", "No withdrawal is being decided."),
    }
}

fn list(items: impl Iterator<Item = Text>) -> String {
    // Only the first letter: names of forms keep theirs.
    let small = |item: Text| {
        let mut letters = item.get().chars();
        let first = letters.next().map(char::to_lowercase).into_iter().flatten();
        first.chain(letters).collect::<String>()
    };
    items.map(small).collect::<Vec<String>>().join(", ")
}
