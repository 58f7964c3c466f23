//! Comments, and the blanks of style sheets, are for us: they do not travel to a phone on a slow line.

/// A script without the lines that hold nothing but a comment. Comments beside code stay; they cannot be told from text in
/// quotes without reading the language.
pub fn without(script: &str) -> String {
    let mut kept = String::with_capacity(script.len());
    let mut in_block = false;
    for line in script.split_inclusive('\n') {
        let words = line.trim();
        if in_block || words.starts_with("/*") {
            in_block = !words.ends_with("*/");
        } else if !words.starts_with("//") {
            kept.push_str(line);
        }
    }
    kept
}

/// A style sheet without comments and without blanks that say nothing. What stands in quotes stays as it is.
pub fn without_in_style(style: &str) -> String {
    let mut kept = String::with_capacity(style.len());
    let mut rest = style;
    while let Some(letter) = rest.chars().next() {
        let (token, after) = match letter {
            '/' if rest.starts_with("/*") => ("", rest.split_once("*/").map_or("", |(_, after)| after)),
            '"' | '\'' => {
                let end = rest[1..].find(letter).map_or(rest.len(), |at| at + 2);
                rest.split_at(end)
            }
            blank if blank.is_whitespace() => (" ", rest.trim_start()),
            _ => rest.split_at(letter.len_utf8()),
        };
        rest = after;
        // A blank counts between words alone; around the other signs (`a + b`, `a > b`, `a :is(b)`) it may.
        let follows = |signs: &[char]| kept.is_empty() || kept.ends_with(signs);
        if token == " " && (follows(&['{', '}', ';', ',', ' ']) || rest.starts_with(['{', '}', ';', ',', ' '])) {
            continue;
        }
        kept.push_str(token);
    }
    kept
}

/// A page whose scripts are without comments.
pub fn without_in_scripts(page: &str) -> String {
    let mut kept = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(at) = rest.find("<script>\n") {
        let (before, script) = rest.split_at(at);
        let end = script.find("</script>").unwrap_or(script.len());
        let (script, after) = script.split_at(end);
        kept.push_str(before);
        kept.push_str(&without(script));
        rest = after;
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_stays_as_it_is() {
        let code = "const a = 'http://x';\n  f(a); // why\n\nconst b = 4 / 2; /* c */\n";
        assert_eq!(without(code), code);
    }

    #[test]
    fn lines_of_comment_go() {
        assert_eq!(without("// one\na();\n  /**\n   * two\n   */\n  /* three */\n  b();\n"), "a();\n  b();\n");
    }

    #[test]
    fn a_style_keeps_the_blanks_that_count() {
        let style =
            "/* one */\n.a  .b > c,\n.d :is(e) {\n  width: calc(1px + 2px);\n  content: \"a  ;  b\"; /* two */\n}\n";
        let expected = ".a .b > c,.d :is(e){width: calc(1px + 2px);content: \"a  ;  b\";}";
        assert_eq!(without_in_style(style), expected);
    }

    #[test]
    fn only_scripts_of_a_page_are_touched() {
        let page = "<p>\n// stays\n</p>\n<script>\n// goes\nf();\n</script>\n<script src=\"a\"></script>\n// stays\n";
        let expected = "<p>\n// stays\n</p>\n<script>\nf();\n</script>\n<script src=\"a\"></script>\n// stays\n";
        assert_eq!(without_in_scripts(page), expected);
    }
}
