//! The names of files that leave the device.

use crate::domain::date::Date;
use crate::domain::session::{MemberId, Session};
use crate::domain::vietnamese::fold;

/// Longest part of a name in letters.
const LONGEST: usize = 60;

/// `OCOP_Dot-2-nam-2026_KetQua_2026-11-21.xlsx`: what it is about, what it is, the day. Letters, digits and strokes alone:
/// every system, mail and messenger keeps such a name as it is. An empty part is left out.
pub fn file_name(about: &str, what: &str, day: Option<Date>, ending: &str) -> String {
    let day = day.map(|day| day.to_string()).unwrap_or_default();
    let about = plain(about);
    let parts = ["OCOP", &about, what, &day].into_iter().filter(|part| !part.is_empty());
    [&parts.collect::<Vec<&str>>().join("_"), ".", ending].concat()
}

/// `OCOP_2026-dot2_PhieuCham_TV03.json`: the locked sheets of one member, by their number in the council. Without a member's
/// number the word alone.
pub fn sheets_file_name(session: &Session, member: MemberId) -> String {
    let number = session.members.iter().position(|own| own.id == member).map_or(0, |at| at + 1);
    let number = if number == 0 { String::new() } else { format!("TV{number:02}") };
    let parts = ["OCOP", &round(&session.name, session.date), "PhieuCham", &number];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    [&parts.join("_"), ".json"].concat()
}

/// The year and the round that a session's name tells (`Đợt 2`), else the name itself.
fn round(name: &str, date: Date) -> String {
    let plain = plain(name);
    let words: Vec<&str> = plain.split('-').collect();
    let round = words.windows(2).find(|pair| pair[0] == "dot" && pair[1].len() <= 2 && pair[1].parse::<u8>().is_ok());
    round.map_or(plain.clone(), |pair| [&date.year().to_string(), "-dot", pair[1]].concat())
}

/// Without marks; whatever is neither letter nor digit becomes one stroke.
fn plain(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let joined: String = words.collect::<Vec<&str>>().join("-").chars().take(LONGEST).collect();
    joined.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_round_of_a_session_is_said_shortly() {
        let day = Date::new(2026, 11, 21).expect("a day");
        for (name, expected) in [
            ("Đợt 2 năm 2026", "2026-dot2"),
            ("Hội đồng tỉnh, ĐỢT 1", "2026-dot1"),
            ("Phiên tháng 11", "phien-thang-11"),
            ("Đợt đầu", "dot-dau"),
            ("", ""),
        ] {
            assert_eq!(round(name, day), expected);
        }
    }

    #[test]
    fn names_are_plain() {
        let day = Date::new(2026, 11, 21);
        for (about, what, ending, name) in [
            ("Đợt 2, năm 2026", "KetQua", "xlsx", "OCOP_dot-2-nam-2026_KetQua_2026-11-21.xlsx"),
            ("", "SanPham", "csv", "OCOP_SanPham_2026-11-21.csv"),
            ("../../etc/passwd", "", "json", "OCOP_etc-passwd_2026-11-21.json"),
        ] {
            assert_eq!(file_name(about, what, day, ending), name);
        }
        assert_eq!(file_name("Phiên 1", "", None, "json"), "OCOP_phien-1.json");
        assert!(file_name(&"ê ".repeat(500), "", None, "json").len() < 80);
    }
}
