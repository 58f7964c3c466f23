//! Long work on a table, a stretch at a time: the page stays alive, a bar says how far it is, and it can be stopped.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;

use crate::platform::clock;

/// Milliseconds that a stretch may take: the next frame comes in time.
const LONGEST: i64 = 12;
/// The first stretch, in rows.
const FIRST: usize = 50;

/// How far long work is. Copies are of the same work.
#[derive(Clone)]
pub struct Going {
    /// How much of how much; `None`: nothing is under way.
    pub progress: RwSignal<Option<(usize, usize)>>,
    stopped: Rc<Cell<bool>>,
    /// How much of the whole was done before, and the whole.
    before: usize,
    whole: usize,
}

impl Going {
    /// Work that has not begun; `progress` is told.
    pub fn new(progress: RwSignal<Option<(usize, usize)>>, whole: usize) -> Going {
        let _ = progress.try_set(Some((0, whole)));
        Going { progress, stopped: Rc::new(Cell::new(false)), before: 0, whole }
    }

    /// The same work, of which this much is done.
    pub fn after(&self, done: usize) -> Going {
        Going { before: done, ..self.clone() }
    }

    /// Stops it: the next stretch does not begin.
    pub fn stop(&self) {
        self.stopped.set(true);
    }

    /// Whether it was stopped.
    pub fn is_stopped(&self) -> bool {
        self.stopped.get()
    }

    /// `count` rows in stretches.
    pub fn stretches(&self, count: usize) -> Stretches {
        Stretches { going: self.clone(), at: 0, count, most: FIRST, began: clock::now().0 }
    }
}

/// Stretches of rows, as long as the device does them without a pause.
pub struct Stretches {
    going: Going,
    at: usize,
    count: usize,
    most: usize,
    /// Milliseconds.
    began: i64,
}

impl Stretches {
    /// Where the next stretch begins and how many rows it may have, once the browser has done what waited. `None`: all is
    /// done, or it was stopped.
    pub async fn next(&mut self) -> Option<(usize, usize)> {
        let told = self.going.progress.try_set(Some((self.going.before + self.at, self.going.whole)));
        clock::breathe().await;
        let is_over = self.at >= self.count || self.going.is_stopped() || told.is_some();
        self.began = clock::now().0;
        (!is_over).then_some((self.at, self.most))
    }

    /// Whether all of it is done and nobody stopped it.
    pub fn is_whole(&self) -> bool {
        self.at >= self.count && !self.going.is_stopped()
    }

    /// Says where the stretch ended.
    pub fn did(&mut self, until: usize) {
        self.at = until;
        let took = clock::now().0 - self.began;
        self.most = if took > LONGEST { (self.most / 2).max(1) } else { (self.most * 2).min(2_000) };
    }
}
