//! How lines of papers with fields begin.

/// What stands in a blank.
pub const DOTS: &str = "……";

/// A line to write on, as long as the lines of a page.
pub const LINE: &str = "……………………………………………………………………………………";

/// Whether a line is a legal basis.
pub fn is_basis(line: &str) -> bool {
    ["Căn cứ ", "Xét ", "Theo đề nghị "].iter().any(|start| line.starts_with(start))
}

/// Whether a line says whom a paper goes to.
pub fn is_addressee(line: &str) -> bool {
    line.starts_with("Kính gửi:")
}

/// Whether a number, or its first word, is that of an article.
pub fn is_article(number: &str) -> bool {
    number.split_whitespace().next() == Some("Điều")
}
