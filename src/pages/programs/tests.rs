//! Every address has its program, the same in the page's own table.

use super::*;
use crate::pages::paths::tests::samples;

/// The program that index.html starts for an address, as its table says: name, words of an address; `*` is any word,
/// `**` any rest.
fn started(address: &str) -> String {
    let page = include_str!("../../../index.html");
    let table = page.split("var lanes = [").nth(1).and_then(|rest| rest.split("];").next()).expect("the table");
    let words: Vec<&str> = address.split('/').collect();
    let lanes = table.split('\'').collect::<Vec<_>>();
    let lanes = lanes.chunks(4).filter_map(|lane| Some((lane.get(1)?, lane.get(3)?)));
    let fits = |pattern: &str| {
        let pattern: Vec<&str> = pattern.split('/').collect();
        let fixed = pattern.iter().take_while(|own| **own != "**").count();
        (fixed < pattern.len() || fixed == words.len())
            && fixed <= words.len()
            && pattern[..fixed].iter().zip(&words).all(|(own, word)| *own == "*" || own == word)
    };
    lanes.filter(|(_, pattern)| fits(pattern)).map(|(name, _)| (*name).to_owned()).next().unwrap_or("so-ocop".into())
}

#[test]
fn the_page_starts_the_first_program_of_every_address() {
    for path in samples() {
        let name = match Program::of(&path)[0] {
            Program::Sheet => "so-ocop-sheet",
            Program::Council => "so-ocop",
            Program::Office => "so-ocop-office",
            Program::Plan => "so-ocop-plan",
            Program::Follow => "so-ocop-follow",
            Program::Room => "so-ocop-room",
        };
        assert_eq!(started(&path.text()), name, "{path:?}");
    }
}
