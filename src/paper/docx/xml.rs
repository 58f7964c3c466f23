//! Words as they stand in XML.

/// Adds `words` as runs' text: line breaks and tabs are elements, and signs that XML cannot hold are shown as the sign
/// for "not readable", so that nothing is lost unseen.
pub fn words(words: &str, to: &mut String) {
    let mut open = false;
    for letter in words.chars() {
        let element = match letter {
            '\n' => "<w:br/>",
            '\t' => "<w:tab/>",
            // The end of a line is told by its \n.
            '\r' => continue,
            _ => "",
        };
        if !element.is_empty() {
            if std::mem::take(&mut open) {
                to.push_str("</w:t>");
            }
            to.push_str(element);
            continue;
        }
        if !std::mem::replace(&mut open, true) {
            to.push_str("<w:t xml:space=\"preserve\">");
        }
        sign(letter, to);
    }
    if open {
        to.push_str("</w:t>");
    }
}

/// Adds `words` as plain content.
pub fn plain(words: &str, to: &mut String) {
    words.chars().for_each(|letter| sign(letter, to));
}

fn sign(letter: char, to: &mut String) {
    match letter {
        '&' => to.push_str("&amp;"),
        '<' => to.push_str("&lt;"),
        '>' => to.push_str("&gt;"),
        '"' => to.push_str("&quot;"),
        '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => to.push(char::REPLACEMENT_CHARACTER),
        letter => to.push(letter),
    }
}
