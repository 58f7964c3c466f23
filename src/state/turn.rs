//! Whose turn it is to write: of all tabs of this browser only one, the one in which somebody works.
//!
//! The tab that opens first has the turn. Another one follows what it writes; when something is done there, it asks for
//! the turn, the first puts everything on the disk and hands it over. A tab that does not answer, because it hangs or
//! was put aside, has it taken; a tab that closes leaves it to the next. A write is refused by the store in any case
//! when another tab has overtaken its record.

use std::cell::{Cell, RefCell};
use std::task::{Poll, Waker};
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::App;
use crate::domain::id::Id;
use crate::platform::tabs::{Asking, Held, Tabs};
use crate::platform::{clock, random};

/// The name of the lock and the channel: the database's, which all addresses of the host share.
const NAME: &str = "so-ocop";

/// How long a tab is given to put its work on the disk before the turn is taken from it.
const PATIENCE: Duration = Duration::from_secs(3);

/// How long another tab must have had the turn before it is spoken of: a page that is just being left still has it.
const A_WHILE: Duration = Duration::from_secs(1);

/// Whether this tab may write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Not known yet.
    Asking,
    /// It may.
    Writer,
    /// Another tab does.
    Follower,
    /// Another tab was asked to hand over.
    Taking,
    /// The browser cannot keep tabs apart: it may, and the store refuses what is overtaken.
    Alone,
}

/// The turn of this tab. Copied freely.
#[derive(Clone, Copy)]
pub struct Turn {
    role: RwSignal<Role>,
    /// Whether another tab has had the turn for a while.
    pub follows: RwSignal<bool>,
    inner: StoredValue<Inner, LocalStorage>,
}

#[derive(Default)]
struct Inner {
    tabs: RefCell<Option<Tabs>>,
    own: String,
    asked: Cell<u32>,
    waiters: RefCell<Vec<Waker>>,
}

impl Turn {
    /// Nothing asked yet.
    pub fn new() -> Turn {
        let own = Id::<()>::new(clock::now().0, random::ten_bytes()).to_string();
        Turn {
            role: RwSignal::new(Role::Asking),
            follows: RwSignal::new(false),
            inner: StoredValue::new_local(Inner { own, ..Inner::default() }),
        }
    }

    /// Joins the other tabs of this browser.
    pub(super) fn start(self, app: App) {
        match Tabs::join(NAME, move |words| self.hear(app, &words)) {
            None => self.become_(app, Role::Alone),
            Some(tabs) => {
                self.inner.with_value(|inner| *inner.tabs.borrow_mut() = Some(tabs));
                self.ask(app, Asking::IfFree);
            }
        }
    }

    /// Whether this tab may write now.
    pub fn may_write(self) -> bool {
        matches!(self.role.get_untracked(), Role::Writer | Role::Alone)
    }

    /// Has the turn handed over to this tab. Whoever waits for it hears of it in `App::has_turn`.
    pub(super) fn want(self, app: App) {
        if self.role.get_untracked() != Role::Follower {
            return;
        }
        self.role.set(Role::Taking);
        let own = self.inner.with_value(|inner| inner.own.clone());
        self.say(&["want ", &own].concat());
        let asked = self.inner.with_value(|inner| {
            inner.asked.set(inner.asked.get() + 1);
            inner.asked.get()
        });
        let take = move || {
            let is_same = self.inner.try_with_value(|inner| inner.asked.get() == asked) == Some(true);
            if is_same && self.role.get_untracked() == Role::Taking {
                self.ask(app, Asking::Take);
            }
        };
        set_timeout(take, PATIENCE);
    }

    /// Waits until this tab may write.
    pub(super) async fn has_come(self, app: App) {
        self.want(app);
        std::future::poll_fn(|context| {
            if self.may_write() {
                return Poll::Ready(());
            }
            self.inner.with_value(|inner| inner.waiters.borrow_mut().push(context.waker().clone()));
            Poll::Pending
        })
        .await;
    }

    /// Tells the other tabs which records were written.
    pub(super) fn wrote(self, ids: &[String]) {
        self.say(&["wrote ", &ids.join(" ")].concat());
    }

    /// Tells the other tabs that the store was changed beside the books.
    pub(super) fn changed_all(self) {
        self.say("all");
    }

    fn say(self, words: &str) {
        self.inner.with_value(|inner| {
            if let Some(tabs) = &*inner.tabs.borrow() {
                tabs.say(words);
            }
        });
    }

    fn ask(self, app: App, asking: Asking) {
        let tabs = self.inner.with_value(|inner| inner.tabs.borrow().clone());
        if let Some(tabs) = tabs {
            tabs.ask(asking, move |held| match held {
                Held::Got => self.become_(app, Role::Writer),
                Held::Taken | Held::Lost => {
                    self.become_(app, Role::Follower);
                    self.ask(app, Asking::InTurn);
                }
            });
        }
    }

    fn become_(self, app: App, role: Role) {
        self.role.set(role);
        if role == Role::Follower {
            let tell = move || self.follows.set(!self.may_write());
            set_timeout(tell, A_WHILE);
            // What waits here and could not be written before the turn was taken is not forgotten.
            app.saver.go_on();
        } else {
            self.follows.set(false);
            for waiter in self.inner.with_value(|inner| inner.waiters.take()) {
                waiter.wake();
            }
            app.saver.go_on();
        }
    }

    fn hear(self, app: App, words: &str) {
        let (word, rest) = words.split_once(' ').unwrap_or((words, ""));
        let own = self.inner.with_value(|inner| inner.own.clone());
        match word {
            "want" if self.role.get_untracked() == Role::Writer => {
                let to = rest.to_owned();
                spawn_local(async move {
                    // What cannot be written stays here, and is said here; it must not keep the other tab from working.
                    let _ = app.quiet().await;
                    self.say(&["yours ", &to].concat());
                });
            }
            "yours" if rest == own && self.role.get_untracked() == Role::Taking => self.ask(app, Asking::Take),
            "wrote" => app.follow(rest.split(' ').map(str::to_owned).collect()),
            "all" => app.follow_all(),
            _ => (),
        }
    }
}
