//! How a paper travels to the one who writes it into a file.

use super::wire::{Wire, parts, wire};
use crate::codec::Value;
use crate::paper::{Block, Document, Line, Look, Rule, Sheet, Signer};

wire!(structure Document { sheets });
wire!(structure Sheet { landscape, blocks });
wire!(structure Line { text, look, rule });
wire!(structure Signer { authority, name });
wire!(choice Look { "r" Regular {} "b" Bold {} "i" Italic {} });
wire!(choice Rule { "n" None {} "w" Whole {} "p" Part {} });
wire!(choice Block {
    "head" Head { left left, right right }
    "mark" Mark { 0 words }
    "title" Title { 0 lines }
    "text" Paragraph {
        number number, heading heading, look look, text text, text_look text_look, depth depth
    }
    "table" Table { columns columns, rows rows, strong strong }
    "end" End { recipients recipients, authority authority, name name }
    "signers" Signers { 0 signers }
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::worker::Request;

    #[test]
    fn a_paper_arrives_as_it_was_sent() {
        let words = |word: &str| vec![word.to_owned(), String::new()];
        let line = |look, rule| Line { text: "Nơi “nhận”\n".to_owned(), look, rule };
        let blocks = vec![
            Block::Head { left: vec![line(Look::Bold, Rule::Part)], right: vec![line(Look::Italic, Rule::Whole)] },
            Block::Mark("Mẫu số 03".to_owned()),
            Block::Title(vec![line(Look::Regular, Rule::None)]),
            Block::Paragraph {
                number: "1.".to_owned(),
                heading: "Mục đích".to_owned(),
                look: Look::Bold,
                text: "…".to_owned(),
                text_look: Look::Regular,
                depth: 2,
            },
            Block::Table { columns: words("STT"), rows: vec![words("1"), Vec::new()], strong: vec![1] },
            Block::Signers(vec![Signer { authority: words("THƯ KÝ"), name: words("Nông Văn Tú") }]),
            Block::End { recipients: words("- Lưu: VT."), authority: words("CHỦ TỊCH"), name: Vec::new() },
        ];
        let document = Document { sheets: vec![Sheet { landscape: true, blocks }, Sheet::default()] };
        let request = Request::Paper { title: "Kế hoạch".to_owned(), document };
        assert_eq!(Request::of_text(&request.to_text()), Some(request));
    }
}
