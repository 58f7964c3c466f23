//! What a list shows of a plan is what it takes.

use super::*;
use crate::codec::{Field, Place, parse};
use crate::pages::plan::{activities, budget, documents, products, targets, units};

const SAMPLES: [&[u8]; 3] = [
    include_bytes!("../../../../public/samples/plans/s0-van-quan-2024.json"),
    include_bytes!("../../../../public/samples/plans/s2-bac-kan-2018.json"),
    include_bytes!("../../../../public/samples/plans/s4-lao-cai-2021.json"),
];

/// What a cell shows is what it takes: set to what it shows, it shows the same, and nothing else moves.
fn holds<T: Listed>(plan: &Plan) {
    let columns = T::columns(plan);
    for at in 0..T::items(plan).len() {
        let cells = T::cells(plan, at);
        assert_eq!(cells.len(), columns.len(), "{}", T::NAME);
        for (column, own) in columns.iter().enumerate().filter(|(_, own)| !own.fixed) {
            let mut changed = plan.clone();
            T::set(&mut changed, at, column, &cells[column]);
            assert_eq!(T::cells(&changed, at)[column], cells[column], "{} {at} {}", T::NAME, own.key);
            assert_eq!(T::items(&changed).len(), T::items(plan).len(), "{} {at} {}", T::NAME, own.key);
        }
    }
    let mut longer = plan.clone();
    let blank = T::blank(plan);
    let key = T::key(&blank).to_owned();
    assert!(plan.keys().all(|own| own != key), "{}: {key}", T::NAME);
    T::items_mut(&mut longer).push(blank);
    assert_eq!(T::cells(&longer, T::items(&longer).len() - 1).len(), columns.len(), "{}", T::NAME);
}

#[test]
fn cells_show_what_they_take() {
    for sample in SAMPLES {
        let plan = Plan::read(parse(sample).expect("json"), &Place::default()).expect("a plan");
        holds::<activities::Activities>(&plan);
        holds::<budget::lines::Lines>(&plan);
        holds::<documents::Documents>(&plan);
        holds::<products::Products>(&plan);
        holds::<targets::Targets>(&plan);
        holds::<units::Units>(&plan);
    }
}
