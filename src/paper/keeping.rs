//! What must not be parted by the end of a page.

use super::Block;

/// For each block whether it stays with the one after it: titles and headings with what they head, a table's unit with
/// its table, and the last two paragraphs with the signature, which never stands alone on a page (Nghị định
/// 30/2020/NĐ-CP, Phụ lục I).
pub fn kept(blocks: &[Block]) -> Vec<bool> {
    let mut kept: Vec<bool> = blocks.iter().map(heads).collect();
    for (at, block) in blocks.iter().enumerate() {
        match block {
            Block::Table { .. } if at > 0 && is_short(&blocks[at - 1]) => kept[at - 1] = true,
            Block::End { .. } | Block::Signers(_) => {
                // Two lines are enough: a long paragraph has them, a short one brings the one before along.
                let before = blocks[..at].iter().enumerate().rev();
                let mut signs = 0;
                for (at, block) in before.take_while(|(_, block)| matches!(block, Block::Paragraph { .. })) {
                    kept[at] = true;
                    signs += said(block);
                    if signs > TWO_LINES {
                        break;
                    }
                }
            }
            _ => (),
        }
    }
    kept
}

/// So many signs are surely two lines.
const TWO_LINES: usize = 110;

/// How much a paragraph says, in signs; one of few words still takes a line.
fn said(block: &Block) -> usize {
    match block {
        Block::Paragraph { heading, text, .. } => {
            (heading.chars().count() + text.chars().count()).max(TWO_LINES / 2 + 1)
        }
        _ => 0,
    }
}

/// A title, a head, or a heading without text of its own.
fn heads(block: &Block) -> bool {
    match block {
        Block::Head { .. } | Block::Mark(_) | Block::Title(_) => true,
        Block::Paragraph { heading, text, .. } => !heading.is_empty() && text.is_empty(),
        Block::Table { .. } | Block::End { .. } | Block::Signers(_) => false,
    }
}

/// A line above a table, as `Đơn vị tính: triệu đồng`.
fn is_short(block: &Block) -> bool {
    matches!(block, Block::Paragraph { text, .. } if text.chars().count() < 60)
}
