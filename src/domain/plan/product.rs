//! Products and rounds of evaluation in a plan.

use super::{Tier, TimeSpec};
use crate::domain::criteria::SetPin;
use crate::domain::cycle::{CertificateId, DossierType};
use crate::domain::date::Date;
use crate::domain::money::Dong;
use crate::domain::registry::{LegalForm, RegisteredId};
use crate::domain::session::SessionId;
use crate::record;

record! {
    /// A product as the plan lists it. What the paper does not say stays absent.
    pub struct PlanProduct {
        /// Its key in the plan.
        pub key: String,
        /// The product of the registry, once linked.
        pub registered: Option<RegisteredId>,
        /// Name.
        pub name: String,
        /// Producer, without the word of its form.
        pub producer: String,
        /// Form of organisation.
        pub legal_form: Option<LegalForm>,
        /// The word of the form as printed, `hộ kinh doanh`.
        pub form_printed: String,
        /// Key of the commune among the units.
        pub commune: Option<String>,
        /// Address as printed.
        pub address: String,
        /// Group as printed.
        pub group: String,
        /// Criteria set (bộ sản phẩm), once chosen.
        pub set: Option<SetPin>,
        /// How it is registered.
        pub registration: Option<DossierType>,
        /// Stars it is meant to reach.
        pub target_star: Option<u8>,
        /// Stars it has.
        pub current_star: Option<u8>,
        /// The certificate it has, once linked.
        pub certificate: Option<CertificateId>,
        /// Number and date of that certificate's decision as printed.
        pub certificate_printed: String,
        /// Last day of that certificate.
        pub certificate_until: Option<Date>,
        /// Key of its round.
        pub round: Option<String>,
        /// Support it gets.
        pub support: String,
        /// What that costs.
        pub cost: Option<Dong>,
        /// Items of a set that is judged as one product.
        pub variants: Vec<String>,
        /// Remark.
        pub note: String,
        /// As printed in running text; empty: written from the parts.
        pub printed: String,
    }
}

impl PlanProduct {
    /// A product of which only key, name and producer are known.
    pub fn named(key: &str, name: &str, producer: &str) -> PlanProduct {
        PlanProduct {
            key: key.to_owned(),
            registered: None,
            name: name.to_owned(),
            producer: producer.to_owned(),
            legal_form: None,
            form_printed: String::new(),
            commune: None,
            address: String::new(),
            group: String::new(),
            set: None,
            registration: None,
            target_star: None,
            current_star: None,
            certificate: None,
            certificate_printed: String::new(),
            certificate_until: None,
            round: None,
            support: String::new(),
            cost: None,
            variants: Vec::new(),
            note: String::new(),
            printed: String::new(),
            unknown: Default::default(),
        }
    }
}

/// How many entries are of each kind, in the order in which the kinds come first.
pub fn counted<K: PartialEq>(kinds: impl IntoIterator<Item = K>) -> Vec<(K, usize)> {
    let mut counted: Vec<(K, usize)> = Vec::new();
    for kind in kinds {
        match counted.iter_mut().find(|(own, _)| *own == kind) {
            Some((_, count)) => *count += 1,
            None => counted.push((kind, 1)),
        }
    }
    counted
}

record! {
    /// A round of evaluation (đợt).
    pub struct PlanRound {
        /// Its key in the plan.
        pub key: String,
        /// Number in its year, from 1.
        pub number: u8,
        /// Who evaluates.
        pub level: Tier,
        /// Year.
        pub year: i32,
        /// Last day on which dossiers are taken.
        pub intake: Option<TimeSpec>,
        /// When products are looked at on site.
        pub field_check: Option<TimeSpec>,
        /// When the council meets.
        pub meeting: Option<TimeSpec>,
        /// Until when it is done.
        pub deadline: Option<TimeSpec>,
        /// The session of the council, once there is one.
        pub session: Option<SessionId>,
    }
}

impl PlanRound {
    /// Puts the round into another year. Times that were typed without a year are of the new one; days that were never typed
    /// move along.
    pub fn move_to(&mut self, year: i32) {
        let by = year - self.year;
        for time in [&mut self.intake, &mut self.field_check, &mut self.meeting, &mut self.deadline] {
            let Some(time) = time else { continue };
            if time.printed.is_empty() {
                let moved = |day: Date| Date::new(day.year() + by, day.month(), day.day()).unwrap_or(day);
                (time.from, time.to) = (time.from.map(moved), time.to.map(moved));
            } else {
                *time = TimeSpec { unknown: time.unknown.clone(), ..TimeSpec::parse(&time.printed, Some(year)) };
            }
        }
        self.year = year;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_takes_its_times_along() {
        let time = |words: &str| Some(TimeSpec::parse(words, Some(2027)));
        let never_typed = time("trước ngày 30/6").map(|time| TimeSpec { printed: String::new(), ..time });
        let mut round = PlanRound {
            key: "r1".to_owned(),
            number: 1,
            level: Tier::Province,
            year: 2027,
            intake: time("trước ngày 30/4"),
            field_check: None,
            meeting: time("ngày 15/6/2027"),
            deadline: never_typed,
            session: None,
            unknown: Default::default(),
        };
        round.move_to(2029);
        let last = |time: &Option<TimeSpec>| time.as_ref().and_then(|time| time.to).map(|day| day.to_string());
        assert_eq!(last(&round.intake).as_deref(), Some("2029-04-29"));
        assert_eq!(last(&round.meeting).as_deref(), Some("2027-06-15"), "a year that was typed stays");
        assert_eq!(last(&round.deadline).as_deref(), Some("2029-06-29"));
    }
}
