//! What follows a plan: notes and days, targets against the registry, the next year, comparison, roll-up, forecast.

mod counted;
mod days;
mod renewed;
mod summed;
mod templates;
mod world;
