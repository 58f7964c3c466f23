//! Messages as the texts of codes, whole or in frames.

use std::collections::BTreeMap;

use crate::codec::{of_base45, to_base45};
use crate::domain::criteria::sha256;

/// What a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MessageKind {
    /// A locked sheet.
    Sheet,
    /// A session pack.
    Pack,
    /// A tablet says that it is ready.
    RollCall,
    /// A commitment to a sheet that is shown later.
    Commitment,
    /// Which member's sheet of which product a paper sheet is.
    Slot,
    /// The state of a member's device.
    Checkpoint,
}

impl MessageKind {
    const ALL: [(MessageKind, char); 6] = [
        (MessageKind::Sheet, 'S'),
        (MessageKind::Pack, 'P'),
        (MessageKind::RollCall, 'R'),
        (MessageKind::Commitment, 'C'),
        (MessageKind::Slot, 'B'),
        (MessageKind::Checkpoint, 'D'),
    ];

    fn letter(self) -> char {
        MessageKind::ALL.iter().find(|(kind, _)| *kind == self).map_or('?', |(_, letter)| *letter)
    }

    fn of_letter(letter: char) -> Option<MessageKind> {
        MessageKind::ALL.iter().find(|(_, own)| *own == letter).map(|(kind, _)| *kind)
    }
}

/// Something that travels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What it is.
    pub kind: MessageKind,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Every text of ours begins with this and a digit for the version of the form.
const MARK: &str = "OCOP";
const VERSION: char = '1';
/// The letter of a frame; it is none of a kind.
const FRAME: char = 'F';
const CHECK: usize = 4;
/// Letters of a code of version 15 with error correction M (ISO/IEC 18004).
const ONE_CODE: usize = 600;
/// Letters of a frame: version 12 with error correction M; smaller squares are seen faster by cheap cameras.
const ONE_FRAME: usize = 419;
/// Mark, version and letter.
const HEAD: usize = 6;
/// Frame: the message's checksum, kind, number, count.
const FRAME_HEAD: usize = CHECK + 3;
const MOST_FRAMES: usize = 255;

/// The texts of the codes that carry `message`: one, or the frames of a loop; `None`: it is too long for codes and has to
/// go as a file.
pub fn texts(message: &Message) -> Option<Vec<String>> {
    let whole = sealed(message.kind.letter(), &message.bytes);
    if whole.len() <= ONE_CODE {
        return Some(vec![whole]);
    }
    let room = (ONE_FRAME - HEAD) / 3 * 2 - FRAME_HEAD - CHECK;
    let count = message.bytes.len().div_ceil(room);
    if count > MOST_FRAMES {
        return None;
    }
    let id = identity(message);
    let frame = |(at, part): (usize, &[u8])| {
        let mut bytes = id.to_vec();
        bytes.extend([message.kind.letter() as u8, at as u8, count as u8]);
        bytes.extend(part);
        sealed(FRAME, &bytes)
    };
    Some(message.bytes.chunks(room).enumerate().map(frame).collect())
}

/// A text of ours with its checksum.
fn sealed(letter: char, bytes: &[u8]) -> String {
    let mut with_check = bytes.to_vec();
    with_check.extend(check(letter, bytes));
    [MARK, &VERSION.to_string(), &letter.to_string(), &to_base45(&with_check)].concat()
}

fn check(letter: char, bytes: &[u8]) -> [u8; CHECK] {
    let digest = sha256(&[&[letter as u8], bytes].concat());
    [digest[0], digest[1], digest[2], digest[3]]
}

fn identity(message: &Message) -> [u8; CHECK] {
    check(message.kind.letter(), &message.bytes)
}

/// What a code that was seen gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// A whole message.
    Whole(Message),
    /// A frame of a longer one: so many of so many are there.
    Part {
        /// Frames that are there.
        have: usize,
        /// All frames.
        of: usize,
    },
}

/// Why a code that was seen gives nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeenFault {
    /// It is not a code of this app.
    Foreign,
    /// A newer program made it.
    Newer,
    /// It is one of ours, but not as it was made.
    Damaged,
}

/// Collects the frames of messages, in whatever order and however often they are seen.
#[derive(Clone, Debug, Default)]
pub struct Collector {
    parts: BTreeMap<([u8; CHECK], u8), BTreeMap<u8, Vec<u8>>>,
}

impl Collector {
    /// Takes in the text of a code.
    pub fn see(&mut self, text: &str) -> Result<Seen, SeenFault> {
        let rest = text.strip_prefix(MARK).ok_or(SeenFault::Foreign)?;
        let mut letters = rest.chars();
        let (version, letter) = (letters.next().ok_or(SeenFault::Damaged)?, letters.next().ok_or(SeenFault::Damaged)?);
        if version != VERSION {
            return Err(if version.is_ascii_digit() { SeenFault::Newer } else { SeenFault::Foreign });
        }
        let bytes = of_base45(letters.as_str()).ok_or(SeenFault::Damaged)?;
        let (body, stated) = bytes.split_at_checked(bytes.len().saturating_sub(CHECK)).ok_or(SeenFault::Damaged)?;
        if stated != check(letter, body) {
            return Err(SeenFault::Damaged);
        }
        if letter != FRAME {
            let kind = MessageKind::of_letter(letter).ok_or(SeenFault::Newer)?;
            return Ok(Seen::Whole(Message { kind, bytes: body.to_vec() }));
        }
        self.frame(body)
    }

    fn frame(&mut self, body: &[u8]) -> Result<Seen, SeenFault> {
        let (head, part) = body.split_at_checked(FRAME_HEAD).ok_or(SeenFault::Damaged)?;
        let id: [u8; CHECK] = head[..CHECK].try_into().map_err(|_| SeenFault::Damaged)?;
        let [letter, at, count] = head[CHECK..] else { return Err(SeenFault::Damaged) };
        let kind = MessageKind::of_letter(char::from(letter)).ok_or(SeenFault::Newer)?;
        if at >= count {
            return Err(SeenFault::Damaged);
        }
        let parts = self.parts.entry((id, count)).or_default();
        parts.insert(at, part.to_vec());
        let have = parts.len();
        if have < usize::from(count) {
            return Ok(Seen::Part { have, of: usize::from(count) });
        }
        let bytes = parts.values().flatten().copied().collect();
        let message = Message { kind, bytes };
        self.parts.remove(&(id, count));
        if identity(&message) == id { Ok(Seen::Whole(message)) } else { Err(SeenFault::Damaged) }
    }
}
