//! Targets, products and money.

use super::{each, key, put, speaks_of};
use crate::domain::money::{Amount, DisplayUnit, Dong, Qualifier, Quantity};
use crate::domain::plan::{
    Budget, Comparator, FundingSource, Metric, Numbering, Plan, PlanProduct, PlanSection, ScopeKind, SourceKind, Target,
};
use crate::domain::registry::LegalForm;
use crate::domain::vietnamese::fold;

/// Finds what is counted.
pub fn find(plan: &mut Plan) {
    let mut targets = Vec::new();
    for part in [&mut plan.opening, &mut plan.sections] {
        each(part, &mut |section| targets_of(section, &mut targets));
    }
    for section in plan.sections.iter_mut().filter(|section| speaks_of(&section.heading, &["muc tieu"])) {
        for child in section.children.iter_mut().filter(|child| child.heading.is_empty() && !child.text.contains("{t"))
        {
            if !child.text.contains('{') {
                let target = Target::blank(key("t", targets.len()), &child.text);
                child.text = ["{", &target.key, "}"].concat();
                targets.push(target);
            }
        }
    }
    plan.targets = targets;
    let mut products = Vec::new();
    each(&mut plan.sections, &mut |section| products_of(section, &mut products));
    plan.products = products;
    money(plan);
}

/// What is counted, and how: what stands after the number.
const NOUNS: [(&str, Metric); 14] = [
    ("sản phẩm", Metric::ProductsChosen),
    ("tổ chức kinh tế", Metric::Producers),
    ("chủ thể", Metric::Producers),
    ("cán bộ", Metric::Staff),
    ("lãnh đạo", Metric::PeopleTrained),
    ("học viên", Metric::PeopleTrained),
    ("người", Metric::PeopleTrained),
    ("lớp", Metric::Courses),
    ("bài", Metric::Media),
    ("làng nghề", Metric::Villages),
    ("điểm du lịch", Metric::Villages),
    ("điểm bán hàng", Metric::SalesPoints),
    ("điểm giới thiệu", Metric::SalesPoints),
    ("trung tâm", Metric::SalesPoints),
];

const COMPARATORS: [(&str, Comparator); 6] = [
    ("ít nhất", Comparator::AtLeast),
    ("tối thiểu", Comparator::AtLeast),
    ("trên", Comparator::MoreThan),
    ("hơn", Comparator::MoreThan),
    ("khoảng", Comparator::About),
    ("từ", Comparator::Range),
];

fn targets_of(section: &mut PlanSection, targets: &mut Vec<Target>) {
    let text = section.text.clone();
    let before = targets.len();
    for (noun, metric) in NOUNS {
        for (at, _) in text.match_indices(noun) {
            let Some(number) = text[..at].strip_suffix(' ').map(|head| head.rsplit([' ', '(']).next().unwrap_or(head))
            else {
                continue;
            };
            let Some((value, most, is_share)) = read_number(number) else { continue };
            let start = at - 1 - number.len();
            let head = text[..start].trim_end();
            let comparator = COMPARATORS.iter().find(|(word, _)| head.ends_with(word));
            let from = comparator.map_or(start, |(word, _)| head.len() - word.len());
            let end = ["{", ".", ",", ";", ")", " (", " để ", " của ", " về ", " cho ", "\n"]
                .iter()
                .filter_map(|mark| text[at..].find(mark))
                .min();
            let printed = text[from..end.map_or(text.len(), |end| at + end)].trim_end();
            if targets[before..].iter().any(|other| other.printed.contains(printed) || printed.contains(&other.printed))
            {
                continue;
            }
            let mut one = Target { metric, ..Target::blank(key("t", targets.len()), printed) };
            let sentence = head.rfind(['.', ';']).map_or(head, |at| &head[at..]);
            (one.value, one.value_max, one.unit) = (Some(value), most, noun.to_owned());
            one.comparator = Some(meant(comparator.map(|(_, comparator)| *comparator), most.is_some(), is_share));
            one.star_min = stars(printed);
            one.metric = counted(&one, sentence, is_share);
            one.unit = unit_words(printed, noun);
            one.scope.kind = scope(sentence);
            one.part_of =
                targets[before..].last().filter(|_| sentence.contains("trong đó")).map(|whole| whole.key.clone());
            if put(&mut section.text, printed, &one.key) {
                targets.push(one);
            }
        }
    }
}

/// `05`, `01-02`, `100%`.
fn read_number(word: &str) -> Option<(Quantity, Option<Quantity>, bool)> {
    let (bare, is_share) = word.strip_suffix('%').map_or((word, false), |bare| (bare, true));
    let (low, high) = bare.split_once(['-', '–']).map_or((bare, None), |(low, high)| (low, Some(high)));
    let whole = |text: &str| {
        let is_number = !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| text.parse().ok().map(Quantity::whole)).flatten()
    };
    match high {
        None => Some((whole(low)?, None, is_share)),
        Some(high) => Some((whole(low)?, Some(whole(high)?), is_share)),
    }
}

fn meant(word: Option<Comparator>, is_range: bool, is_share: bool) -> Comparator {
    match (word, is_range, is_share) {
        (Some(Comparator::AtLeast), true, _) => Comparator::AtLeastRange,
        (_, true, _) => Comparator::Range,
        (Some(Comparator::AtLeast), _, true) => Comparator::AtLeastPercent,
        (_, _, true) => Comparator::Percent,
        // `từ 5 sản phẩm`: at least so many.
        (Some(Comparator::Range), false, false) => Comparator::AtLeast,
        (Some(word), ..) => word,
        (None, ..) => Comparator::Equal,
    }
}

fn stars(printed: &str) -> Option<u8> {
    let at = printed.find(" sao")?;
    printed[..at].rsplit(' ').next()?.parse().ok().filter(|stars| (1..=5).contains(stars))
}

fn counted(target: &Target, sentence: &str, is_share: bool) -> Metric {
    match target.metric {
        Metric::ProductsChosen if is_share => Metric::SuccessRate,
        Metric::ProductsChosen if target.star_min.is_some() => Metric::ProductsAtStar,
        Metric::ProductsChosen if target.printed.contains("tham gia") => Metric::ProductsTakingPart,
        Metric::Producers if sentence.ends_with("thêm") || target.printed.contains(" mới") => Metric::NewProducers,
        Metric::Staff if is_share => Metric::PeopleTrained,
        other => other,
    }
}

/// `sản phẩm mới`.
fn unit_words(printed: &str, noun: &str) -> String {
    if printed.contains(&[noun, " mới"].concat()) { [noun, " mới"].concat() } else { noun.to_owned() }
}

fn scope(sentence: &str) -> ScopeKind {
    // The name of the programme is no scope.
    let folded = fold(sentence).replace("moi xa mot san pham", "");
    if folded.contains("cap xa") || folded.contains("moi xa") {
        ScopeKind::EachCommune
    } else if folded.contains("moi huyen") || folded.contains("moi don vi cap huyen") {
        ScopeKind::EachDistrict
    } else {
        ScopeKind::Plan
    }
}

const FORMS: [(&str, LegalForm); 9] = [
    ("hộ kinh doanh", LegalForm::Household),
    ("hộ sản xuất", LegalForm::Household),
    ("hộ gia đình", LegalForm::Household),
    ("hợp tác xã", LegalForm::Cooperative),
    ("HTX", LegalForm::Cooperative),
    ("tổ hợp tác", LegalForm::CooperativeGroup),
    ("công ty", LegalForm::Company),
    ("doanh nghiệp", LegalForm::Company),
    ("trang trại", LegalForm::Farm),
];

/// The form of a producer, its word as printed, and the name without it.
pub(super) fn producer(text: &str) -> (Option<LegalForm>, String, String) {
    let form = FORMS.iter().find(|(form, _)| fold(text).starts_with(&fold(form)));
    let Some((word, form)) = form else { return (None, String::new(), text.to_owned()) };
    // The same letters in other cases or with other marks: as many of them.
    let end = text.char_indices().nth(word.chars().count()).map_or(text.len(), |(at, _)| at);
    (Some(*form), text[..end].to_owned(), text[end..].trim().to_owned())
}

/// `Thạch đen Kim Tú, chủ thể hộ kinh doanh Hà Văn Độ; …`.
fn products_of(section: &mut PlanSection, products: &mut Vec<PlanProduct>) {
    let text = section.text.trim_end_matches('.').to_owned();
    let parts: Vec<&str> = text.split("; ").collect();
    let is_list =
        section.heading.to_lowercase().contains("sản phẩm") && parts.iter().all(|part| part.contains(" chủ thể "));
    if !is_list {
        return;
    }
    for part in parts {
        let Some((name, by)) = part.split_once(" chủ thể ") else { continue };
        let mut one = PlanProduct::named(&key("p", products.len()), name.trim_end_matches(','), "");
        (one.legal_form, one.form_printed, one.producer) = producer(by);
        one.printed = part.to_owned();
        if put(&mut section.text, part, &one.key) {
            products.push(one);
        }
    }
}

fn money(plan: &mut Plan) {
    let mut total = None;
    let mut sources: Vec<FundingSource> = Vec::new();
    let source = |name: &str, document: Option<String>, count: usize| FundingSource {
        key: key("f", count),
        name: name.to_owned(),
        kind: SourceKind::Other,
        document,
        amount: None,
        printed: String::new(),
        unknown: Default::default(),
    };
    let funding: Vec<String> = plan.used_as(crate::domain::plan::DocUse::Funding).map(|one| one.key.clone()).collect();
    let named = |text: &str| funding.iter().find(|key| text.contains(&["{", key, "}"].concat())).cloned();
    let mut found = false;
    each(&mut plan.sections, &mut |section| {
        if section.numbering == Numbering::Roman && speaks_of(&section.heading, &["kinh phi", "nguon von"]) {
            found = true;
            for line in &section.children {
                let name = line.text.trim_end_matches('.');
                sources.push(source(name, named(&line.text), sources.len()));
            }
        } else if speaks_of(&section.heading, &["nguon von"]) {
            found = true;
            sources.push(source(&section.heading, named(&section.text), sources.len()));
        }
        if total.is_none()
            && speaks_of(&section.text, &["kinh phi"])
            && let Some((amount, printed)) = amount(&section.text)
        {
            put(&mut section.text, &printed, "total");
            total = Some(amount);
        }
    });
    if found || total.is_some() {
        plan.budget =
            Some(Budget { total, unit: DisplayUnit::Dong, sources, lines: Vec::new(), unknown: Default::default() });
    }
}

/// The first amount of a text: `400.000.000 đồng`, `2,5 tỷ đồng`.
fn amount(text: &str) -> Option<(Amount, String)> {
    let end = text.find(" đồng")? + " đồng".len();
    let words: Vec<&str> = text[..end].split(' ').collect();
    // `2,5 tỷ đồng` has three words, `400.000.000 đồng` two.
    let printed = (2..=3)
        .rev()
        .filter(|count| words.len() >= *count)
        .map(|count| words[words.len() - count..].join(" "))
        .find(|text| Dong::parse(text).is_ok())?;
    let folded = fold(&text[..end - printed.len()]);
    let said = [
        ("khai toan", Qualifier::Estimate),
        ("du kien", Qualifier::Expected),
        ("khoang", Qualifier::About),
        ("hon", Qualifier::MoreThan),
        ("gan", Qualifier::Nearly),
    ];
    let qualifier = said
        .iter()
        .find(|(word, _)| folded.split(' ').collect::<Vec<_>>().join(" ").contains(word))
        .map(|(_, one)| *one);
    let dong = Dong::parse(&printed).ok()?;
    let amount =
        Amount { dong, qualifier, printed: printed.clone(), words: String::new(), unknown: Default::default() };
    Some((amount, printed))
}
