//! The results of a council, worked out once more from the printed criteria and the points given, by other code than
//! the app's: what a person with a pocket calculator would do.

use serde_json::Value;
use std::fs;

/// A criteria set, as far as it is needed for adding up.
pub struct Criteria {
    pub parts: Vec<String>,
    pub leaves: Vec<Leaf>,
}

/// A line of the sheet that gets points.
pub struct Leaf {
    pub number: String,
    pub part: usize,
    /// What is printed to choose from.
    pub offers: Vec<Offer>,
    /// The line counts only when this earlier one has more than 0 points, in these words.
    pub only_with: Option<(usize, String)>,
}

/// A printed option.
pub struct Offer {
    pub points: i64,
    pub star: Option<u8>,
    pub text: String,
}

/// What a member ticks on one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    /// The printed option at this place.
    Offer(usize),
    /// None of those printed is met.
    None,
    /// The line does not count for this product.
    Closed,
}

/// The ticks of one sheet, line by line.
pub type Ticks = Vec<Tick>;

impl Criteria {
    /// Reads a set of 26/2026/QĐ-TTg, which prints neither cases nor criteria within criteria in the sets tried here.
    pub fn read(slug: &str) -> Criteria {
        let file = xtask::project::root().join("public/criteria/qd-26-2026").join(format!("{slug}.json"));
        let set: Value = serde_json::from_str(&fs::read_to_string(file).expect("criteria")).expect("JSON");
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let mut criteria = Criteria { parts: Vec::new(), leaves: Vec::new() };
        for part in list(&set["parts"]) {
            criteria.parts.push(part["code"].as_str().expect("code").to_owned());
            for section in list(&part["sections"]) {
                let first = criteria.leaves.len();
                for criterion in list(&section["criteria"]) {
                    assert!(criterion["cases"].is_null() && criterion["sub_criteria"].is_null(), "{slug}");
                    let offer = |option: &Value| Offer {
                        points: option["points"].as_i64().expect("points"),
                        star: option["min_for_star"].as_u64().map(|star| star as u8),
                        text: option["text"].as_str().expect("text").to_owned(),
                    };
                    criteria.leaves.push(Leaf {
                        number: criterion["number"].as_str().expect("number").to_owned(),
                        part: criteria.parts.len() - 1,
                        offers: list(&criterion["options"]).iter().map(offer).collect(),
                        only_with: criterion["applies_if"].as_str().map(|words| (first, words.to_owned())),
                    });
                }
            }
        }
        criteria
    }

    /// The points that a tick gives.
    pub fn points(&self, leaf: usize, tick: Tick) -> i64 {
        match tick {
            Tick::Offer(offer) => self.leaves[leaf].offers[offer].points,
            Tick::None | Tick::Closed => 0,
        }
    }

    /// The points of a sheet.
    pub fn total(&self, ticks: &Ticks) -> i64 {
        ticks.iter().enumerate().map(|(leaf, tick)| self.points(leaf, *tick)).sum()
    }

    /// The points of a sheet in one part.
    fn part_total(&self, part: usize, ticks: &Ticks) -> i64 {
        let of_part = ticks.iter().enumerate().filter(|(leaf, _)| self.leaves[*leaf].part == part);
        of_part.map(|(leaf, tick)| self.points(leaf, *tick)).sum()
    }
}

/// What the sheets for one product come to. Sums stand for means: the mean is the sum divided by `sheets`.
#[derive(Clone, Debug, PartialEq)]
pub struct Reckoning {
    pub sheets: i64,
    pub total: i64,
    pub parts: Vec<i64>,
    /// Stars by the points alone.
    pub band: u8,
    /// Stars that are left when the least marks are asked for too.
    pub stars: u8,
    /// The widest difference between two sheets, in points.
    pub widest: i64,
}

/// The difference above which a council has to talk, unless it set another limit.
const GAP_LIMIT: i64 = 10;

impl Reckoning {
    pub fn of(criteria: &Criteria, sheets: &[Ticks]) -> Reckoning {
        let count = sheets.len() as i64;
        let totals: Vec<i64> = sheets.iter().map(|ticks| criteria.total(ticks)).collect();
        let total: i64 = totals.iter().sum();
        let widest = totals.iter().max().copied().unwrap_or(0) - totals.iter().min().copied().unwrap_or(0);
        let reaches = |from: i64| total >= from * count;
        let band = match () {
            () if reaches(90) => 5,
            () if reaches(70) => 4,
            () if reaches(50) => 3,
            () if reaches(30) => 2,
            () => 1,
        };
        let is_met = |star: u8| {
            criteria.leaves.iter().enumerate().all(|(at, leaf)| {
                let sum: i64 = sheets.iter().map(|ticks| criteria.points(at, ticks[at])).sum();
                leaf.offers.iter().filter(|offer| offer.star == Some(star)).all(|offer| sum >= offer.points * count)
            })
        };
        // A higher star also asks for the marks of the lower ones.
        let held = (3..=band).take_while(|star| is_met(*star)).last();
        let part = |part: usize| sheets.iter().map(|ticks| criteria.part_total(part, ticks)).sum();
        Reckoning {
            sheets: count,
            total,
            parts: (0..criteria.parts.len()).map(part).collect(),
            band,
            stars: held.unwrap_or(band.min(2)),
            widest,
        }
    }

    /// A mean as it is shown: two decimals, cut off.
    pub fn shown(&self, sum: i64) -> String {
        let hundredths = sum * 100 / self.sheets;
        format!("{},{:02}", hundredths / 100, hundredths % 100)
    }

    /// A mean as it is written in files, for five sheets: one decimal at most, as a fifth has.
    pub fn written(&self, sum: i64) -> String {
        assert_eq!(self.sheets, 5);
        let tenths = sum * 2;
        if tenths % 10 == 0 { format!("{}", tenths / 10) } else { format!("{}.{}", tenths / 10, tenths % 10) }
    }

    /// The rank that a provincial council's table shows.
    pub fn rank(&self) -> String {
        if self.stars == 5 { "–".to_owned() } else { format!("{} sao", self.stars) }
    }

    /// What a provincial council concludes.
    pub fn conclusion(&self) -> String {
        let follows = match self.stars {
            5 => "Đề nghị trung ương đánh giá 5 sao".to_owned(),
            3 | 4 => format!("Đủ điều kiện đề nghị công nhận {} sao", self.stars),
            stars => format!("{stars} sao: không cấp giấy chứng nhận"),
        };
        if self.widest > GAP_LIMIT { format!("{follows}; còn chênh lệch cần thảo luận") } else { follows }
    }
}
