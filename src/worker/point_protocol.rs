//! What the two programs say to each other about restore points. Apart from the rest of the protocol, so that a program
//! that only asks for a point does not carry the reading of them.

use super::wire::{Wire, get_field, parts, put_field, wire};
use crate::codec::{Value, parse};
use crate::exchange::{Changes, Difference, GroupDifference, KindDifference};
use crate::schema::Kind;
use crate::storage::points::PointHead;

/// What the page asks for; it travels in `Request::OfPoints`.
#[derive(Clone, Debug, PartialEq)]
pub enum PointRequest {
    /// Keep what is in the store as a point. Answer: [`PointReply::Made`].
    Make {
        /// A word of `PointReason`.
        reason: String,
    },
    /// List the points. Answer: [`PointReply::Heads`].
    List,
    /// Say what putting a point back would change. Answer: [`PointReply::Differs`].
    Compare {
        /// The point.
        id: String,
    },
    /// Give a point as a raw file. Answer: `Reply::Exported`.
    Give {
        /// The point.
        id: String,
        /// What encrypts the file; empty: nothing.
        passphrase: String,
    },
    /// Put a point back, after what is here now was kept as one. Answer: `Reply::Done`.
    PutBack {
        /// The point.
        id: String,
    },
    /// Look which records and journal entries cannot be read. Answer: [`PointReply::Damaged`].
    Examine,
    /// Take those out, after everything was kept as a point. Answer: `Reply::Done`.
    Repair,
    /// Delete a point. Answer: `Reply::Done`.
    Drop {
        /// The point.
        id: String,
    },
}

/// What the worker answers; it travels in `Reply::OfPoints`.
#[derive(Clone, Debug, PartialEq)]
pub enum PointReply {
    /// A point was made, or nothing was new since the last one.
    Made {
        /// Whether one was made.
        is_made: bool,
    },
    /// The points, newest first.
    Heads(Vec<PointHead>),
    /// What putting a point back would change.
    Differs(Difference),
    /// What a repair would take out.
    Damaged {
        /// Ids of records, places of journal entries.
        dropped: Vec<String>,
        /// Records of a newer program, which would stay.
        newer: usize,
    },
}

impl PointRequest {
    /// The text in the letter.
    pub fn to_text(&self) -> String {
        self.put().to_string()
    }

    /// Reads [`PointRequest::to_text`].
    pub fn of_text(text: &str) -> Option<PointRequest> {
        PointRequest::get(&parse(text.as_bytes())?)
    }
}

impl PointReply {
    /// The text in the letter.
    pub fn to_text(&self) -> String {
        self.put().to_string()
    }

    /// Reads [`PointReply::to_text`].
    pub fn of_text(text: &str) -> Option<PointReply> {
        PointReply::get(&parse(text.as_bytes())?)
    }
}

wire!(choice PointRequest {
    "make" Make { reason reason }
    "list" List {}
    "compare" Compare { id id }
    "give" Give { id id, passphrase passphrase }
    "put_back" PutBack { id id }
    "examine" Examine {}
    "repair" Repair {}
    "drop" Drop { id id }
});
wire!(choice PointReply {
    "made" Made { is_made made }
    "heads" Heads { 0 heads }
    "differs" Differs { 0 difference }
    "damaged" Damaged { dropped dropped, newer newer }
});
wire!(structure Difference { kinds, groups, more_groups, unread });
wire!(structure KindDifference { kind, changes });
wire!(structure GroupDifference { heading, changes });
wire!(structure Changes { back, changed, gone });
wire!(fields Kind, PointHead);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_about_points_arrives_as_it_was_sent() {
        let id = || "1-a".to_owned();
        for request in [
            PointRequest::Make { reason: "work".to_owned() },
            PointRequest::List,
            PointRequest::Compare { id: id() },
            PointRequest::Give { id: id(), passphrase: "mẫu đơn".to_owned() },
            PointRequest::PutBack { id: id() },
            PointRequest::Examine,
            PointRequest::Repair,
            PointRequest::Drop { id: id() },
        ] {
            assert_eq!(PointRequest::of_text(&request.to_text()), Some(request));
        }
        let changes = Changes { back: 1, changed: 2, gone: 3 };
        let difference = Difference {
            kinds: vec![KindDifference { kind: Kind::Session, changes }],
            groups: vec![GroupDifference { heading: None, changes }],
            more_groups: 4,
            unread: 5,
        };
        let head = PointHead {
            id: id(),
            at: crate::domain::moment::Moment(1),
            reason: "work".to_owned(),
            bytes: 9,
            rows: [("session".to_owned(), 2)].into(),
            unknown: Default::default(),
        };
        for reply in [
            PointReply::Made { is_made: true },
            PointReply::Heads(vec![head]),
            PointReply::Differs(difference),
            PointReply::Damaged { dropped: vec![id()], newer: 1 },
        ] {
            assert_eq!(PointReply::of_text(&reply.to_text()), Some(reply));
        }
        assert_eq!(PointReply::of_text("[\"later\"]"), None);
    }
}
