//! The life of a product: every transition, the worked dates, what is due, and that nothing is lost.

mod dates;
mod due;
mod forms;
mod guards;
mod journey;
mod random;
mod states;
mod tables;
mod world;
