//! Texts of following a plan: progress, days, targets, the next years, comparison, roll-up, forecast.

use super::{Text, date, mean, texts};
use crate::domain::cycle::{DossierState, DossierType, IdeaState};
use crate::domain::date::Date;
use crate::domain::money::Quantity;
use crate::domain::plan::follow::{DueAs, NotedState, Reached, Stage, Standing, Verdict};
use crate::domain::plan::forecast::{Basis, Forecast, MARGIN, Scorer};
use crate::domain::vietnamese::fold;

texts! {
    TITLE = "Theo dõi kế hoạch", "Following the plan";
    OPEN = "Theo dõi", "Follow";
    BACK = "Kế hoạch", "The plan";
    RENEW = "Năm mới từ kế hoạch này", "New years from this plan";
    COMPARE = "So sánh", "Compare";
    ROLL_UP = "Tổng hợp kế hoạch xã", "Sum of communes";
    PRINT = "In", "Print";
    ICS = "Tải lịch (.ics)", "Calendar file (.ics)";
    ICS_HELP = "Tệp lịch mở được bằng lịch của điện thoại, Google Calendar, Outlook.", "Opens in phone calendars, Google Calendar, Outlook.";
    NOT_THERE = "Không có kế hoạch này trên máy.", "There is no such plan on this device.";
    APART = "Ghi chú theo dõi được giữ riêng: bản kế hoạch đã ký không thay đổi.", "Notes are kept apart: the signed plan does not change.";
    SUMMARY = "Tình hình chung", "Where it stands";
    NO_ACTIVITIES = "Kế hoạch chưa có hoạt động nào để theo dõi.", "The plan has no activities to follow.";
    TARGETS = "Mục tiêu", "Targets";
    NO_TARGETS = "Kế hoạch chưa có mục tiêu.", "The plan has no targets.";
    TARGET = "Mục tiêu", "Target";
    AIMED = "Kế hoạch", "Planned";
    REACHED = "Đã đạt", "Reached";
    VERDICT = "Đánh giá", "So far";
    NOTE = "Ghi", "Note";
    NEXT = "Việc trễ hạn và 30 ngày tới", "Late, and the next 30 days";
    NOTHING_NEXT = "Không có việc trễ hạn hay đến hạn trong 30 ngày tới.", "Nothing is late or due within 30 days.";
    ACTIVITIES = "Hoạt động và đợt đánh giá", "Activities and rounds";
    ACTIVITY = "Nội dung", "Activity";
    TIME = "Thời gian", "Time";
    UNITS = "Đơn vị", "Units";
    STANDING = "Tình trạng", "Standing";
    LAST_NOTE = "Ghi chú gần nhất", "Last note";
    CHART = "Biểu đồ thời gian", "Timeline";
    CHART_HELP = "Vạch đứng đậm: hạn cuối; hình thoi: ngày hoàn thành; đường nét đứt: hôm nay. Số liệu ở bảng trên.",
        "Thick line: last day; diamond: day done; dashed line: today. The figures stand in the table above.";
    PRODUCTS = "Sản phẩm trong kế hoạch", "Products of the plan";
    PRODUCT = "Sản phẩm", "Product";
    AIM = "Phấn đấu", "Aim";
    STAGE = "Hiện ở bước", "Stands at";
    FORECAST = "Dự báo", "Forecast";
    FORECAST_TITLE = "Dự báo hạng sao", "Forecast of stars";
    FORECAST_HELP = "Dự báo từ điểm tự chấm và điểm chấm của xã, tổ tư vấn; không phải kết quả, không thay cho Hội đồng. Hạng sao ghi theo khoảng.",
        "From self-scores and scores of commune or advisory team. No result, and no word of the council. Always a range.";
    FORECAST_ASK = "Tính dự báo", "Make the forecast";
    FORECAST_RUNS = "Đang đọc các phiếu chấm…", "Reading the sheets…";
    FORECAST_NONE = "Chưa có sản phẩm nào của kế hoạch được liên kết với hồ sơ trong sổ.", "No product of the plan is linked to a dossier.";
    FUNNEL = "Kết quả trong sổ", "In the register";
    FUNNEL_ALL = "Đếm mọi sản phẩm của sổ trong các năm của kế hoạch.", "Counts all products of the register in the years of the plan.";
    FUNNEL_COMMUNE = "Đếm sản phẩm trên địa bàn xã trong các năm của kế hoạch.", "Counts the products of the commune in the years of the plan.";
    FUNNEL_UNKNOWN = "Chưa nhận ra xã của kế hoạch trong danh mục đơn vị: đang đếm mọi sản phẩm trên máy này.", "The plan's commune was not recognised: all products on this device are counted.";
    ORPHANS = "Ghi chú về mục không còn trong kế hoạch", "Notes about entries that are gone";
    NOTE_TITLE = "Ghi tiến độ", "Note progress";
    NOTE_ABOUT = "Về", "About";
    STATE = "Tình trạng từ ngày này", "Stands from this day on";
    STATE_SAME = "(không đổi)", "(no change)";
    ON = "Ngày ghi", "Day of the note";
    DONE_ON = "Ngày hoàn thành (nếu khác ngày ghi)", "Day it was done (if another)";
    EXPECTED = "Dự kiến xong ngày", "Expected by";
    OUTPUT = "Sản phẩm, văn bản đầu ra", "What came out";
    NUMBER = "Số đã đạt", "Number reached";
    WORDS = "Ghi chú", "Note";
    BY = "Người ghi", "Noted by";
    SAVE = "Ghi vào sổ theo dõi", "Record";
    SAY_SOMETHING = "Chưa có gì để ghi: hãy chọn tình trạng, ghi kết quả hoặc ghi chú.", "Nothing to record yet: choose a state, a result or write a note.";
    NEED_DAY = "Hãy ghi ngày.", "Enter the day.";
    BAD_NUMBER = "Không đọc được số này. Viết như 12 hoặc 12,5.", "This number cannot be read. Write 12 or 12,5.";
    EARLIER = "Đã ghi", "Noted before";
    TAKE_OUT = "Bỏ", "Take out";
    TAKEN_OUT = "Đã bỏ một ghi chú.", "A note was taken out.";
    UNDO = "Hoàn tác", "Undo";
    NOT_RECORDED = "–", "–";
    GROUND = "Căn cứ", "Ground";
}

/// `Xong 3/12 việc (25%) · trễ hạn 2 · đến hạn trong 30 ngày 1 · …`; what is not there is left out.
pub fn summary(count: &crate::domain::plan::follow::Count) -> String {
    const DONE: Text = Text { vi: "Xong {}/{} việc", en: "Done {}/{}" };
    const LATE: Text = Text { vi: ", trong đó muộn {}", en: ", {} of them late" };
    const PARTS: [Text; 6] = [
        Text { vi: "trễ hạn {}", en: "overdue {}" },
        Text { vi: "đến hạn trong 30 ngày {}", en: "due within 30 days {}" },
        Text { vi: "đang thực hiện {}", en: "running {}" },
        Text { vi: "chưa đến kỳ {}", en: "ahead {}" },
        Text { vi: "không ghi thời gian {}", en: "without a time {}" },
        Text { vi: "không thực hiện {}", en: "not carried out {}" },
    ];
    let number = |number: usize| number.to_string();
    let mut said = vec![DONE.fill(&[&number(count.done), &number(count.all - count.cancelled)])];
    if let Some(percent) = count.percent_done() {
        said[0] = [&said[0], " (", &number(percent), "%)"].concat();
    }
    if count.done_late > 0 {
        said[0].push_str(&LATE.fill(&[&number(count.done_late)]));
    }
    let parts = [count.overdue, count.soon, count.running, count.ahead, count.undated, count.cancelled];
    said.extend(PARTS.iter().zip(parts).filter(|(_, part)| *part > 0).map(|(text, part)| text.fill(&[&number(part)])));
    said.join(" · ")
}

/// Where an activity stands.
pub fn standing(standing: Standing) -> String {
    const DONE_ON: Text = Text { vi: "Xong ngày {}", en: "Done {}" };
    const DONE: Text = Text { vi: "Đã xong", en: "Done" };
    const LATE: Text = Text { vi: "{}, muộn {} ngày", en: "{}, {} days late" };
    const OVERDUE: Text = Text { vi: "Trễ hạn {} ngày", en: "{} days overdue" };
    const TODAY: Text = Text { vi: "Đến hạn hôm nay", en: "Due today" };
    const SOON: Text = Text { vi: "Còn {} ngày", en: "{} days left" };
    match standing {
        Standing::Done { on, late } => {
            let done = on.map_or_else(|| DONE.get().to_owned(), |on| DONE_ON.fill(&[&date(on)]));
            if late > 0 { LATE.fill(&[&done, &late.to_string()]) } else { done }
        }
        Standing::Cancelled => noted(NotedState::Cancelled).get().to_owned(),
        Standing::Overdue { days } => OVERDUE.fill(&[&days.to_string()]),
        Standing::Soon { days: 0 } => TODAY.get().to_owned(),
        Standing::Soon { days } => SOON.fill(&[&days.to_string()]),
        Standing::Running => noted(NotedState::Running).get().to_owned(),
        Standing::Ahead => Text { vi: "Chưa đến kỳ", en: "Ahead" }.get().to_owned(),
        Standing::Undated => Text { vi: "Chưa ghi", en: "Nothing noted" }.get().to_owned(),
    }
}

/// The sign before a standing: never colour alone.
pub fn sign(standing: Standing) -> &'static str {
    match standing {
        Standing::Done { .. } => "✓",
        Standing::Cancelled => "✕",
        Standing::Overdue { .. } => "!",
        Standing::Soon { .. } => "◔",
        Standing::Running => "▶",
        Standing::Ahead | Standing::Undated => "○",
    }
}

/// A state that can be noted.
pub fn noted(state: NotedState) -> Text {
    match state {
        NotedState::NotStarted => Text { vi: "Chưa thực hiện", en: "Not started" },
        NotedState::Running => Text { vi: "Đang thực hiện", en: "Running" },
        NotedState::Done => Text { vi: "Hoàn thành", en: "Done" },
        NotedState::Cancelled => Text { vi: "Không thực hiện", en: "Not carried out" },
    }
}

/// What a day of a plan is about.
pub fn due(kind: DueAs, what: &str) -> String {
    let text = match kind {
        DueAs::Starts => Text { vi: "Bắt đầu: {}", en: "Begins: {}" },
        DueAs::Ends => Text { vi: "Hạn cuối: {}", en: "Last day: {}" },
        DueAs::Intake => Text { vi: "Hạn nhận hồ sơ: {}", en: "Dossiers until: {}" },
        DueAs::Meeting => Text { vi: "Họp Hội đồng: {}", en: "Council meets: {}" },
        DueAs::RoundEnds => Text { vi: "Hạn hoàn thành đánh giá: {}", en: "Evaluation until: {}" },
        DueAs::Target => Text { vi: "Hạn của mục tiêu: {}", en: "Target until: {}" },
    };
    text.fill(&[what])
}

/// A round: `Đợt 01 năm 2027`.
pub fn round(number: u8, year: i32) -> String {
    const ROUND: Text = Text { vi: "Đợt {} năm {}", en: "Round {} of {}" };
    ROUND.fill(&[&format!("{number:02}"), &year.to_string()])
}

/// The expected day beside a late one.
pub fn expected(day: Date) -> String {
    const EXPECTED: Text = Text { vi: "dự kiến xong {}", en: "expected {}" };
    EXPECTED.fill(&[&date(day)])
}

/// The line of a note: `02/5/2027 · Hoàn thành · 12/BC-UBND · đã gửi tỉnh`.
pub fn note_line(note: &crate::domain::plan::follow::PlanNote) -> String {
    const NUMBER: Text = Text { vi: "đạt {}", en: "reached {}" };
    let state = note.state.map(|state| noted(state).get().to_owned());
    let done =
        note.done_on.filter(|day| *day != note.on).map(|day| standing(Standing::Done { on: Some(day), late: 0 }));
    let number = note.reached.map(|number| NUMBER.fill(&[&super::plan::quantity(number)]));
    let expected = note.expected.map(expected);
    let own = [&note.output, &note.note, &note.by].map(|text| text.trim().to_owned());
    let parts = [Some(date(note.on)), state, done, number, expected].into_iter().flatten().chain(own);
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// What was reached of a target.
pub fn reached(reached: &Reached, counted: Option<Quantity>) -> String {
    const RATE: Text = Text { vi: "{}% của {} sản phẩm có kết quả", en: "{}% of {} products with a result" };
    const EACH: Text = Text { vi: "{}/{} xã, phường đạt", en: "{}/{} communes" };
    const NOTED: Text = Text { vi: "{} (ghi tay ngày {})", en: "{} (noted {})" };
    const COUNTED: Text = Text { vi: "; sổ đếm được {}", en: "; the register counts {}" };
    const UNKNOWN: Text = Text {
        vi: "Sổ không đếm được; hãy ghi số đã đạt",
        en: "Not counted by the register; note it",
    };
    let number = |number: Quantity| super::plan::quantity(number);
    match reached {
        Reached::Counted(own) => number(*own),
        Reached::Rate { percent, evaluated } => {
            // Two decimals, cut off.
            RATE.fill(&[&number(Quantity(percent.0 / 10 * 10)), &evaluated.to_string()])
        }
        Reached::Each(each) => EACH.fill(&[&each.met.to_string(), &each.of.to_string()]),
        Reached::Noted(own, on) => {
            let noted = NOTED.fill(&[&number(*own), &date(*on)]);
            counted.map_or(noted.clone(), |counted| [noted, COUNTED.fill(&[&number(counted)])].concat())
        }
        Reached::Unknown => UNKNOWN.get().to_owned(),
    }
}

/// Whether a target is reached, with its sign.
pub fn verdict(verdict: Verdict) -> Text {
    match verdict {
        Verdict::Met => Text { vi: "✓ Đạt", en: "✓ Reached" },
        Verdict::Open => Text { vi: "○ Chưa đạt, còn thời gian", en: "○ Not yet" },
        Verdict::Missed => Text { vi: "! Không đạt, đã hết thời gian", en: "! Missed" },
        Verdict::Unknown => Text { vi: "–", en: "–" },
    }
}

/// `còn 2 sản phẩm chưa rõ hình thức đăng ký`.
pub fn unsure(products: usize) -> String {
    const UNSURE: Text = Text {
        vi: "; {} sản phẩm chưa rõ hình thức đăng ký, chưa đếm",
        en: "; {} products not counted: how they were registered is not known",
    };
    if products == 0 { String::new() } else { UNSURE.fill(&[&products.to_string()]) }
}

/// How far a product of the list is.
pub fn stage(stage: Stage) -> String {
    const RECOGNISED: Text = Text { vi: "Công nhận {} sao ngày {}", en: "{} stars, {}" };
    let idea = |state: IdeaState| super::cycle::idea_state(state).get().to_owned();
    let dossier = |state: DossierState| super::cycle::dossier_state(state).get().to_owned();
    match stage {
        Stage::Unlinked => Text { vi: "Chưa liên kết với sổ", en: "Not linked" }.get().to_owned(),
        Stage::Nothing => {
            Text { vi: "Chưa có gì trong các năm của kế hoạch", en: "Nothing in these years" }.get().to_owned()
        }
        Stage::Idea(state) => idea(state),
        Stage::Dossier(state) => dossier(state),
        Stage::Recognised { stars, on } => RECOGNISED.fill(&[&stars.to_string(), &date(on)]),
    }
}

/// The lines of the funnel with their numbers, in their order.
pub fn funnel(funnel: &crate::domain::plan::follow::Funnel) -> Vec<(&'static str, usize)> {
    const LINES: [Text; 9] = [
        Text {
            vi: "Có ý tưởng, hồ sơ hoặc giấy chứng nhận", en: "With an idea, a dossier or a certificate"
        },
        Text { vi: "Ý tưởng được chọn", en: "Idea chosen" },
        Text { vi: "Đã nộp hồ sơ tại xã", en: "Dossier handed in" },
        Text { vi: "Xã đã đề nghị", en: "Proposed by the commune" },
        Text { vi: "Hội đồng đã đánh giá", en: "Scored by the council" },
        Text { vi: "Công nhận 3 sao", en: "3 stars" },
        Text { vi: "Công nhận 4 sao", en: "4 stars" },
        Text { vi: "Công nhận 5 sao", en: "5 stars" },
        Text { vi: "Không được công nhận hoặc bị trả lại", en: "Not recognised, or returned" },
    ];
    let [three, four, five] = funnel.recognised;
    let numbers = [
        funnel.registered,
        funnel.chosen,
        funnel.handed_in,
        funnel.proposed,
        funnel.scored,
        three,
        four,
        five,
        funnel.failed,
    ];
    LINES.iter().map(|line| line.get()).zip(numbers).collect()
}

/// A forecast: `3–4 sao (65–85 điểm)`.
pub fn forecast(forecast: &Forecast) -> String {
    const STARS: Text = Text { vi: "{} sao", en: "{} stars" };
    const RANGE: Text = Text { vi: "{}–{} sao", en: "{}–{} stars" };
    const POINTS: Text = Text { vi: " ({}–{} điểm)", en: " ({}–{} points)" };
    const NONE: Text = Text { vi: "Chưa có điểm để dự báo", en: "Nothing to go by" };
    let Some((low, high)) = forecast.stars else { return NONE.get().to_owned() };
    let stars =
        if low == high { STARS.fill(&[&low.to_string()]) } else { RANGE.fill(&[&low.to_string(), &high.to_string()]) };
    let points = forecast.points.map(|(low, high)| POINTS.fill(&[&mean(low), &mean(high)])).unwrap_or_default();
    [stars, points].concat()
}

/// On what a forecast rests.
pub fn basis(forecast: &Forecast) -> String {
    const HISTORY: Text = Text {
        vi: "Theo {} và chênh lệch của {} kết quả Hội đồng trước đây (nửa giữa)",
        en: "{} and the differences of {} earlier results (middle half)",
    };
    const MARGIN_OF: Text = Text {
        vi: "Theo {} bảng điểm, cộng trừ {} điểm vì chưa đủ kết quả cũ để so",
        en: "{} scores, plus and minus {} points: too few earlier results",
    };
    const HELD: Text = Text {
        vi: "; còn tiêu chí dưới mức tối thiểu nên thêm điểm chưa chắc thêm sao",
        en: "; a minimum mark is missed, so more points alone do not help",
    };
    let of = |scorer: Scorer| match scorer {
        Scorer::Producer => Text { vi: "điểm tự chấm", en: "the producer's score" },
        Scorer::Advisory => Text { vi: "điểm của xã, tổ tư vấn", en: "the advisory score" },
    };
    let said = match forecast.basis {
        Basis::Nothing => String::new(),
        Basis::Result => Text { vi: "Đã có kết quả", en: "There is a result" }.get().to_owned(),
        Basis::History { of: scorer, results } => HISTORY.fill(&[of(scorer).get(), &results.to_string()]),
        Basis::Margin { scores } => MARGIN_OF.fill(&[&scores.to_string(), &MARGIN.to_string()]),
    };
    if forecast.held_down { [said, HELD.get().to_owned()].concat() } else { said }
}

/// `Từ 3 sao: có khả năng 4, có thể thêm 2, chưa rõ 1`.
pub fn outlook(stars: u8, outlook: crate::domain::plan::forecast::Outlook) -> String {
    const LINE: Text = Text {
        vi: "Từ {} sao trở lên: nhiều khả năng {} sản phẩm, có thể thêm {}, chưa đủ căn cứ {}",
        en: "{} stars or more: likely {}, possibly {} more, unknown {}",
    };
    let numbers = [outlook.likely, outlook.possible, outlook.unknown].map(|number| number.to_string());
    LINE.fill(&[&stars.to_string(), &numbers[0], &numbers[1], &numbers[2]])
}

/// A target where it stands among others: its words, with how its products are registered where the words do not say it.
pub fn target_name(words: &str, kind: Option<DossierType>) -> String {
    const OF: Text = Text { vi: "{} ({})", en: "{} ({})" };
    let Some(kind) = kind else { return words.to_owned() };
    let kind = super::plan::registration(kind).get().to_lowercase();
    if fold(words).contains(&fold(&kind)) { words.to_owned() } else { OF.fill(&[words, &kind]) }
}
