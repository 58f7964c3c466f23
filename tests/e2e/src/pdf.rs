//! A printed file measured: where its words stand, in which fonts, on how many pages.

use crate::Browser;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Points in a millimetre.
const MILLIMETRE: f64 = 72.0 / 25.4;

/// A word on a page; lengths in millimetres from the page's upper left corner.
#[derive(Clone, Debug)]
pub struct Word {
    pub text: String,
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
}

/// A page with its words.
#[derive(Clone, Debug)]
pub struct Page {
    pub width: f64,
    pub height: f64,
    pub words: Vec<Word>,
}

impl Page {
    /// The number in the upper margin.
    pub fn number(&self) -> Option<u32> {
        let above: Vec<&Word> = self.words.iter().filter(|word| word.bottom < 18.0).collect();
        match above.as_slice() {
            [] => None,
            [one] => Some(one.text.parse().unwrap_or_else(|_| panic!("no number: {one:?}"))),
            more => panic!("more than a number above the text: {more:?}"),
        }
    }

    /// The words below the upper margin.
    pub fn body(&self) -> impl Iterator<Item = &Word> {
        self.words.iter().filter(|word| word.bottom >= 18.0)
    }

    /// How many lines stand above `top`.
    pub fn lines_above(&self, top: f64) -> usize {
        let mut bottoms: Vec<f64> = self.body().map(|word| word.bottom).filter(|bottom| *bottom < top).collect();
        bottoms.sort_by(f64::total_cmp);
        bottoms.dedup_by(|one, other| (*one - *other).abs() < 2.0);
        bottoms.len()
    }
}

fn ask(program: &str, arguments: &[&str], file: &Path, package: &str) -> String {
    let output = Command::new(program).args(arguments).arg(file).args((program == "pdftotext").then_some("-")).output();
    let output = output.unwrap_or_else(|error| panic!("{program} (package {package}): {error}"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("a text")
}

/// The pages of a file.
pub fn pages(file: &Path) -> Vec<Page> {
    let said = ask("pdftotext", &["-bbox"], file, "poppler-utils");
    let attribute = |line: &str, name: &str| -> f64 {
        let value = line.split(&format!("{name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
        value.and_then(|value| value.parse::<f64>().ok()).unwrap_or_else(|| panic!("{name}: {line}")) / MILLIMETRE
    };
    let mut pages: Vec<Page> = Vec::new();
    for line in said.lines().map(str::trim) {
        if line.starts_with("<page ") {
            let (width, height) = (attribute(line, "width"), attribute(line, "height"));
            pages.push(Page { width, height, words: Vec::new() });
        } else if line.starts_with("<word ") {
            let text = line.split('>').nth(1).and_then(|rest| rest.split('<').next()).unwrap_or_default();
            // What stands for a number that is not shown is a blank.
            if text.trim_matches(['\u{a0}', ' ']).is_empty() {
                continue;
            }
            let word = Word {
                text: text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"),
                left: attribute(line, "xMin"),
                right: attribute(line, "xMax"),
                top: attribute(line, "yMin"),
                bottom: attribute(line, "yMax"),
            };
            pages.last_mut().expect("a page").words.push(word);
        }
    }
    pages
}

/// The names of the fonts in a file.
pub fn fonts(file: &Path) -> Vec<String> {
    let said = ask("pdffonts", &[], file, "poppler-utils");
    said.lines().skip(2).filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

/// The words of a file without their places, sorted: columns and cells may be read in another order.
pub fn words(pages: &[Page]) -> Vec<String> {
    let mut words: Vec<String> =
        pages.iter().flat_map(|page| page.words.iter().map(|word| word.text.clone())).collect();
    words.sort();
    words
}

/// What a word processor prints of a file.
pub fn printed_by_office(file: &Path) -> PathBuf {
    let folder = file.parent().expect("a folder");
    let profile = format!("-env:UserInstallation=file://{}", folder.join("office").display());
    let output = Command::new("soffice")
        // Whatever the locale of this machine.
        .env("LC_ALL", "C.UTF-8")
        .args(["--headless", &profile, "--convert-to", "pdf", "--outdir"])
        .args([folder, file])
        .output()
        .unwrap_or_else(|error| panic!("soffice (package libreoffice-writer-nogui): {error}"));
    let printed = file.with_extension("pdf");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(printed.is_file(), "soffice (package libreoffice-writer-nogui) could not read the file: {said}");
    printed
}

impl Browser {
    /// The words that a word processor prints of the Word file which the page offers.
    pub async fn office_words(&self, name: &str) -> Vec<String> {
        let given = self.downloaded_as("docx", self.click("#luu-docx")).await;
        let file = self.folder().join(format!("{name}.docx"));
        fs::rename(&given, &file).expect("the file is taken away");
        words(&pages(&printed_by_office(&file)))
    }
}
