//! What the two programs say to each other.

use super::wire::{Wire, get_field, parts, put_field, wire};
use crate::codec::{Fault, Place, Value, parse};
use crate::domain::criteria::SetPin;
use crate::domain::date::Date;
use crate::domain::plan::Period;
use crate::exchange::{Audience, Choice, Counts, GroupPreview, Heading, ImportError, LockedFault, Preview, Warning};
use crate::paper::Document;
use crate::schema::EntryId;
use crate::storage::{Held, StoreError};

/// What the page asks for. One thing at a time: the next letter is read when the last one is done.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// Write a file: everything, or some groups; with what is not in the store yet. Answer: [`Reply::Exported`].
    Export {
        /// The groups, by the ids of their heads; the first gives the file its name. Empty: everything.
        scopes: Vec<String>,
        /// Newer than what is in the store.
        pending: Held,
        /// For whom the file is.
        audience: Audience,
        /// What encrypts it; empty: nothing.
        passphrase: String,
    },
    /// Make a workbook of a council's results, with what is not in the store yet. Answer: [`Reply::Booked`] or
    /// [`Reply::Refused`].
    Book {
        /// The session.
        session: String,
        /// Newer than what is in the store.
        pending: Held,
    },
    /// Read the file that comes with the letter. Answers: [`Reply::Running`] from time to time, then [`Reply::Ready`]
    /// or [`Reply::Refused`].
    Read {
        /// What opens it; empty: it should not be encrypted.
        passphrase: String,
    },
    /// The same with a file of the site.
    ReadSite {
        /// Its path under the site.
        path: String,
    },
    /// Take in the file that was read. Answer: [`Reply::Done`] or [`Reply::Refused`].
    TakeIn {
        /// The user's choices, by session.
        choices: Vec<(String, Choice)>,
        /// The file's name.
        label: String,
        /// Who does it.
        who: String,
    },
    /// Write a paper as a word processor's file. Answer: [`Reply::Done`] with the file, or [`Reply::Refused`].
    Paper {
        /// What it is called.
        title: String,
        /// The paper.
        document: Document,
    },
    /// Take an import back. Answer: [`Reply::Done`] or [`Reply::Refused`].
    UndoImport {
        /// The import.
        id: String,
    },
    /// Something of the council in the room. Answer: as [`super::RoomRequest`] says, or [`Reply::Refused`].
    OfRoom {
        /// The text of a [`super::RoomRequest`].
        text: String,
    },
    /// Something about restore points. Answer: as [`super::PointRequest`] says, or [`Reply::Refused`].
    OfPoints {
        /// The text of a [`super::PointRequest`].
        text: String,
    },
}

/// What the worker answers.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    /// The worker runs. It hears nothing before it has said this.
    Here,
    /// Reading: so much of so much, in bytes.
    Running {
        /// Done.
        done: usize,
        /// In all.
        total: usize,
    },
    /// Read: what taking it in would change.
    Ready(Preview),
    /// Not done; nothing changed.
    Refused(Refused),
    /// The file comes with the letter.
    Exported {
        /// The file's name.
        name: String,
        /// The store could not be read whole: the file holds what was not saved yet, and perhaps not the rest.
        is_partial: bool,
    },
    /// The book comes with the letter, as it travels to the program that writes it.
    Booked {
        /// The name of its file.
        name: String,
        /// In how many places its formulas come to something else than the engine; 0: verified.
        differs: usize,
    },
    /// Done; a file that was asked for comes with the letter.
    Done,
    /// About restore points.
    OfPoints {
        /// The text of a [`super::PointReply`].
        text: String,
    },
}

/// Why something about a file was not done.
#[derive(Clone, Debug, PartialEq)]
pub enum Refused {
    /// The file itself.
    File(ImportError),
    /// The file could not be read from the device.
    NotRead,
    /// It is encrypted, or should be and was not.
    Locked(LockedFault),
    /// The store.
    Store(StoreError),
    /// The worker cannot be started: its program is not on this device yet, and there is no network.
    NotStarted,
    /// The worker ended before it changed anything.
    Stopped,
    /// The worker ended while it wrote. What it wrote is there as a whole or not at all.
    Unsure,
}

impl Request {
    /// The text of the letter.
    pub fn to_text(&self) -> String {
        self.put().to_string()
    }

    /// Reads [`Request::to_text`].
    pub fn of_text(text: &str) -> Option<Request> {
        Request::get(&parse(text.as_bytes())?)
    }
}

impl Reply {
    /// The text of the letter.
    pub fn to_text(&self) -> String {
        self.put().to_string()
    }

    /// Reads [`Reply::to_text`].
    pub fn of_text(text: &str) -> Option<Reply> {
        Reply::get(&parse(text.as_bytes())?)
    }
}

wire!(choice Request {
    "export" Export { scopes scopes, pending pending, audience audience, passphrase passphrase }
    "book" Book { session session, pending pending }
    "read" Read { passphrase passphrase }
    "site" ReadSite { path path }
    "take" TakeIn { choices choices, label label, who who }
    "undo" UndoImport { id id }
    "paper" Paper { title title, document document }
    "of_room" OfRoom { text text }
    "of_points" OfPoints { text text }
});
wire!(choice Reply {
    "here" Here {}
    "running" Running { done done, total total }
    "ready" Ready { 0 preview }
    "refused" Refused { 0 why }
    "exported" Exported { name name, is_partial partial }
    "booked" Booked { name name, differs differs }
    "done" Done {}
    "of_points" OfPoints { text text }
});
wire!(choice Refused {
    "file" File { 0 error }
    "not_read" NotRead {}
    "locked" Locked { 0 why }
    "store" Store { 0 error }
    "not_started" NotStarted {}
    "stopped" Stopped {}
    "unsure" Unsure {}
});
wire!(choice LockedFault {
    "asks" Asks {}
    "not_locked" NotLocked {}
    "newer" Newer {}
    "damaged" Damaged {}
    "wrong" Wrong {}
    "unable" Unable {}
});
wire!(structure Held { rows, packs });
wire!(choice Choice { "device" Device {} "file" File {} });
wire!(structure Preview { groups, warnings, is_all_same });
wire!(structure GroupPreview { id, heading, counts, has_choice });
wire!(choice Heading {
    "session" Session { name name, council council, date date }
    "product" Product { name name }
    "producer" Producer { name name }
    "office" Office { unit unit }
    "criteria_set" CriteriaSet { name name }
    "plan" Plan { title title, period period }
});
wire!(structure Counts { new, same, changed, deleted, older, conflicts });
wire!(fields Audience, Date, Period, SetPin, EntryId);
wire!(choice Warning {
    "result" ResultDiffers { session session, product product, computed computed }
    "set" SetNotAtHand { 0 pin }
    "misfit" SheetMisfit { sheet sheet, criteria criteria }
    "entry" EntryDiffers { 0 entry }
    "changed" Changed {}
    "unreadable" Unreadable { 0 what }
    "withheld" Withheld {}
});
wire!(choice ImportError {
    "too_large" TooLarge { bytes bytes, limit limit }
    "not_utf8" NotUtf8 { at at }
    "not_json" NotJson { line line, column column }
    "too_deep" TooDeep { line line, column column }
    "not_ours" NotOurs { kind kind }
    "newer" Newer { format format, app_version version }
    "row_newer" RowNewer { place place, schema schema }
    "fault" Fault { 0 fault }
    "duplicate" Duplicate { id id }
});
wire!(structure Fault { place, wanted });
wire!(choice StoreError {
    "missing" Missing {}
    "blocked" Blocked {}
    "superseded" Superseded {}
    "too_new" TooNew {}
    "quota" Quota {}
    "overtaken" Overtaken { 0 records }
    "no_such_import" NoSuchImport {}
    "aborted" Aborted {}
    "closed" Closed {}
    "broken" Broken { 0 words }
});

impl Wire for Place {
    fn put(&self) -> Value {
        self.to_string().put()
    }
    fn get(value: &Value) -> Option<Self> {
        let text = String::get(value)?;
        Some(if text.is_empty() { Place::default() } else { Place::default().key(&text) })
    }
}

impl Wire for Value {
    fn put(&self) -> Value {
        self.clone()
    }
    fn get(value: &Value) -> Option<Self> {
        Some(value.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held() -> Held {
        Held { rows: vec!["{\"id\":\"ô\"}".to_owned()], packs: vec!["[]".to_owned()] }
    }

    #[test]
    fn requests_arrive_as_they_were_sent() {
        let choices = vec![("a".to_owned(), Choice::File), ("b".to_owned(), Choice::Device)];
        for request in [
            Request::Export {
                scopes: Vec::new(),
                pending: Held::default(),
                audience: Audience::Public,
                passphrase: String::new(),
            },
            Request::Export {
                scopes: vec!["a".to_owned()],
                pending: held(),
                audience: Audience::Full,
                passphrase: "mẫu đơn".to_owned(),
            },
            Request::Read { passphrase: String::new() },
            Request::Read { passphrase: "mẫu đơn".to_owned() },
            Request::ReadSite { path: "samples/x.json".to_owned() },
            Request::TakeIn { choices, label: "tệp.json".to_owned(), who: "office".to_owned() },
            Request::UndoImport { id: "i".to_owned() },
            Request::OfRoom { text: "[\"see\"]".to_owned() },
            Request::OfPoints { text: "[\"list\"]".to_owned() },
        ] {
            assert_eq!(Request::of_text(&request.to_text()), Some(request));
        }
    }

    #[test]
    fn replies_arrive_as_they_were_sent() {
        let id = EntryId::new(1_790_000_000_000, [7; 10]);
        let pin = SetPin {
            decision: "qd-26-2026".to_owned(),
            slug: "ruou-trang".to_owned(),
            code: "09".to_owned(),
            name: "Rượu trắng".to_owned(),
            hash: "sha256:0".to_owned(),
            unknown: Default::default(),
        };
        let heading = Heading::Session {
            name: "Phiên".to_owned(),
            council: String::new(),
            date: get_field(&"2026-11-21".into()).expect("a date"),
        };
        let counts = Counts { new: 1, same: 2, changed: 3, deleted: 4, older: 5, conflicts: 6 };
        let product = Heading::Product { name: "Trà".to_owned() };
        let plan = Heading::Plan { title: "Kế hoạch".to_owned(), period: Period::year(2027) };
        let group = |heading| GroupPreview { id: "s".to_owned(), heading, counts, has_choice: true };
        let computed = Some(crate::codec::json!({"stars": 4}));
        let preview = Preview {
            groups: vec![group(Some(heading)), group(Some(product)), group(Some(plan)), group(None)],
            warnings: vec![
                Warning::ResultDiffers { session: "s".to_owned(), product: "p".to_owned(), computed },
                Warning::ResultDiffers { session: "s".to_owned(), product: "p".to_owned(), computed: None },
                Warning::SetNotAtHand(pin),
                Warning::SheetMisfit { sheet: "w".to_owned(), criteria: vec!["1.5".to_owned()] },
                Warning::EntryDiffers(id),
                Warning::Changed,
                Warning::Unreadable("x".to_owned()),
                Warning::Withheld,
            ],
            is_all_same: false,
        };
        for reply in [
            Reply::Here,
            Reply::Running { done: 1, total: 50_000_000 },
            Reply::Ready(preview),
            Reply::Exported { name: "a.json".to_owned(), is_partial: true },
            Reply::Done,
            Reply::OfPoints { text: "x".to_owned() },
        ] {
            assert_eq!(Reply::of_text(&reply.to_text()), Some(reply));
        }
    }

    #[test]
    fn every_refusal_arrives_as_it_was_sent() {
        let place = Place::default().key("content").key("sessions").index(3);
        let files = [
            ImportError::TooLarge { bytes: 1, limit: 2 },
            ImportError::NotUtf8 { at: 3 },
            ImportError::NotJson { line: 4, column: 5 },
            ImportError::TooDeep { line: 4, column: 5 },
            ImportError::NotOurs { kind: None },
            ImportError::NotOurs { kind: Some("x".to_owned()) },
            ImportError::Newer { format: 2, app_version: Some("2".to_owned()) },
            ImportError::RowNewer { place: place.clone(), schema: 9 },
            ImportError::Fault(Fault::new(&place, "a text")),
            ImportError::Fault(Fault::new(&Place::default(), "an object")),
            ImportError::Duplicate { id: "x".to_owned() },
        ];
        let stores = [
            StoreError::Missing,
            StoreError::Blocked,
            StoreError::Superseded,
            StoreError::TooNew,
            StoreError::Quota,
            StoreError::Overtaken(vec!["x".to_owned()]),
            StoreError::NoSuchImport,
            StoreError::Aborted,
            StoreError::Closed,
            StoreError::Broken("words".to_owned()),
        ];
        let others = [Refused::NotRead, Refused::NotStarted, Refused::Stopped, Refused::Unsure];
        let locks = [
            LockedFault::Asks,
            LockedFault::NotLocked,
            LockedFault::Newer,
            LockedFault::Damaged,
            LockedFault::Wrong,
            LockedFault::Unable,
        ];
        let others = others.into_iter().chain(locks.map(Refused::Locked));
        for refused in files.map(Refused::File).into_iter().chain(stores.map(Refused::Store)).chain(others) {
            let reply = Reply::Refused(refused);
            assert_eq!(Reply::of_text(&reply.to_text()), Some(reply));
        }
    }

    #[test]
    fn what_is_no_letter_is_not_read() {
        for text in ["", "null", "[]", "[\"running\",1]", "[\"later\"]", "{\"here\":1}", "[\"running\",1,-1]"] {
            assert_eq!(Reply::of_text(text), None, "{text}");
        }
    }
}
