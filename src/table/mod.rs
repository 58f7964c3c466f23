//! One table for every list: typed columns, what is pasted and copied, changes that can be undone, order and filters.
//!
//! [`Column`] says what a column holds, [`Sheet`] holds the rows and is changed only by an [`Act`], whose opposite takes it
//! back exactly. [`View`] says which rows are seen in which order and changes no row. [`Block`] is what the clipboard
//! brings; [`Plan`] says, before anything changes, where each of its cells goes or why it does not.

mod act;
mod block;
mod by_name;
mod column;
mod date;
mod edit;
mod figure;
mod html;
mod no_row;
mod number;
mod paste;
mod read;
mod remembered;
mod sheet;
mod view;

pub use act::{Act, Step, What};
pub use block::Block;
pub use column::{Cell, Column, Kind, decimal};
pub use figure::{Figure, NoFigure};
pub use paste::{Aim, Draft, Plan, PlanRow, Taken, Taking, Target, copied};
pub use read::{Doubt, Reason, read};
pub use remembered::Remembered;
pub use sheet::{Row, Sheet};
pub use view::{Filter, SortBy, Total, View};
