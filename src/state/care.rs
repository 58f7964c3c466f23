//! Care for the data beside writing it: a restore point every ten minutes of work, the room that is left, work that is
//! in no file, a store that has lost everything.
//!
//! What must outlast a lost database lies in the small preferences, which the browser keeps apart from it.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::App;
use super::errand::Errand;
use super::points::about;
use crate::domain::moment::Moment;
use crate::platform::preferences::Preference;
use crate::platform::{clock, persist};
use crate::schema::CURRENT;
use crate::storage::care::{Room, lost_all, needs_file};
use crate::storage::points::{PointReason, is_due};
use crate::storage::{SaveStatus, StoreError, Which};
use crate::worker::PointRequest;

/// What is known about the safety of the data.
#[derive(Clone, Copy)]
pub struct Care {
    /// The store is empty and had this many records the last time.
    pub lost: RwSignal<Option<usize>>,
    /// Why records that a page waits for cannot be read.
    pub unreadable: RwSignal<Option<StoreError>>,
    /// There seems to be no database yet.
    pub(super) is_new: StoredValue<bool>,
    /// The person goes on without what cannot be read.
    pub(super) goes_without: StoredValue<bool>,
    /// The room that the browser gives; `None`: not asked, or it does not say.
    pub room: RwSignal<Option<Room>>,
    /// Work is in no file and should be.
    pub file_is_due: RwSignal<bool>,
    is_asked: StoredValue<bool>,
    /// A restore point is about to be made.
    is_making: StoredValue<bool>,
    last_write: StoredValue<Moment>,
}

/// A pause of the person before a restore point is made beside the work.
const PAUSE: Duration = Duration::from_secs(4);

impl Care {
    /// Nothing known yet.
    pub(super) fn new() -> Care {
        Care {
            lost: RwSignal::new(None),
            unreadable: RwSignal::new(None),
            is_new: StoredValue::new(false),
            goes_without: StoredValue::new(false),
            room: RwSignal::new(None),
            file_is_due: RwSignal::new(false),
            is_asked: StoredValue::new(false),
            is_making: StoredValue::new(false),
            last_write: StoredValue::new(Moment::default()),
        }
    }
}

fn number(preference: Preference) -> Option<i64> {
    preference.value()?.parse().ok()
}

fn set_number(preference: Preference, value: i64) {
    preference.set(&value.to_string());
}

impl App {
    /// Begins to take care. To be called once, by the program.
    pub fn take_care(self) {
        Effect::new(move |_| {
            if let SaveStatus::Saved { at } = self.saver.status().get() {
                self.has_written(at);
            }
        });
    }

    /// Notes a completed write. Sets no signal: it runs in an effect.
    fn has_written(self, at: Moment) {
        set_number(Preference::Unfiled, number(Preference::Unfiled).unwrap_or(0).saturating_add(1));
        if number(Preference::KnownRows).unwrap_or(0) == 0 {
            set_number(Preference::KnownRows, 1);
        }
        self.care.last_write.set_value(at);
        match number(Preference::LastPoint) {
            // Ten minutes are counted from the first work on.
            None => set_number(Preference::LastPoint, at.0),
            Some(last) if is_due(Some(Moment(last)), at) && !self.care.is_making.get_value() => {
                self.care.is_making.set_value(true);
                self.make_point_in_a_pause(at);
            }
            Some(_) => (),
        }
    }

    /// Starting the second program costs a weak device a moment: a pause is waited for, but not for ever.
    fn make_point_in_a_pause(self, since: Moment) {
        set_timeout(
            move || {
                let now = clock::now().0;
                let is_busy = now - self.care.last_write.get_value().0 < PAUSE.as_millis() as i64;
                if is_busy && (0..120_000).contains(&(now - since.0)) {
                    return self.make_point_in_a_pause(since);
                }
                spawn_local(async move {
                    self.point_beside(PointReason::Work).await;
                    self.care.is_making.set_value(false);
                });
            },
            PAUSE,
        );
    }

    /// Makes a point without telling anyone; where it cannot be made, the next one is tried ten minutes later.
    async fn point_beside(self, reason: PointReason) {
        set_number(Preference::LastPoint, clock::now().0);
        let errand = Errand::start();
        if errand.begin().await.is_ok() {
            errand.ask(&about(&PointRequest::Make { reason: reason.word().to_owned() }), None);
            let _ = errand.hear().await;
        }
    }

    /// Looks at how safe the data is; at most once in the life of the program, except for the file that is due.
    pub fn look_after(self) {
        let writes = number(Preference::Unfiled).unwrap_or(0) - number(Preference::PutOff).unwrap_or(0);
        let writes = writes.max(0).try_into().unwrap_or(u32::MAX);
        let days = number(Preference::LastFile).map(|at| ((clock::now().0 - at) / 86_400_000) as i32);
        self.care.file_is_due.set(needs_file(writes, days));
        if self.care.is_asked.get_value() {
            return;
        }
        self.care.is_asked.set_value(true);
        spawn_local(async move {
            self.note_rows(true).await;
            self.care.room.set(persist::room().await.map(|(used, quota)| Room { used, quota }));
            let schema = number(Preference::Schema);
            if schema.is_some_and(|schema| schema < i64::from(CURRENT)) {
                self.point_beside(PointReason::Update).await;
            }
            set_number(Preference::Schema, i64::from(CURRENT));
        });
    }

    /// Whether the store held records the last time, as far as that is known beside it.
    pub(super) fn has_known_rows(self) -> bool {
        number(Preference::KnownRows).unwrap_or(0) > 0
    }

    /// Once the sessions are read, `rows` of them: notices that everything is gone. Where there seemed to be no database a
    /// page may have been shown by now; when there are sessions after all, and nobody has done anything there yet, it is loaded
    /// anew.
    pub(super) async fn look_for_loss(self, rows: usize) {
        if rows == 0 && self.has_known_rows() {
            // What the person goes on without is not known to be gone.
            if self.rows_at_rest(Which::Any).await.is_empty() && !self.care.goes_without.get_value() {
                self.care.lost.set(number(Preference::KnownRows).map(|rows| rows as usize));
            }
        } else if rows > 0 && self.care.is_new.get_value() && self.is_untouched() {
            set_number(Preference::KnownRows, 1);
            self.follow_all();
        }
    }

    fn is_untouched(self) -> bool {
        self.saver.status().with_untracked(|status| *status == SaveStatus::Idle)
    }

    /// Notes how many records there are. When the program starts, none where there were some is news.
    pub(super) async fn note_rows(self, is_start: bool) {
        let Ok(rows) = self.saver.store().count().await else { return };
        let known = number(Preference::KnownRows).unwrap_or(0).try_into().unwrap_or(0);
        let lost = lost_all(rows, known).filter(|_| is_start);
        // Every page follows it.
        if self.care.lost.get_untracked() != lost {
            self.care.lost.set(lost);
        }
        if lost.is_none() {
            set_number(Preference::KnownRows, rows as i64);
        }
    }

    /// The person knows that the store is empty.
    pub fn accept_loss(self) {
        set_number(Preference::KnownRows, 0);
        self.care.lost.set(None);
    }

    /// Reminds of the file again only after as much further work.
    pub fn put_file_off(self) {
        set_number(Preference::PutOff, number(Preference::Unfiled).unwrap_or(0));
        self.care.file_is_due.set(false);
    }

    /// Everything has just gone into a file.
    pub(super) fn has_filed(self) {
        set_number(Preference::LastFile, clock::now().0);
        set_number(Preference::Unfiled, 0);
        self.put_file_off();
    }

    /// When everything last went into a file, and how many writes were completed since.
    pub fn last_file(self) -> (Option<Moment>, i64) {
        (number(Preference::LastFile).map(Moment), number(Preference::Unfiled).unwrap_or(0))
    }
}
