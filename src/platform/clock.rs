//! The clock.

use crate::domain::date::Date;
use crate::domain::moment::Moment;

/// Now.
pub fn now() -> Moment {
    Moment(js_sys::Date::now() as i64)
}

/// Today in Vietnam.
pub fn today() -> Option<Date> {
    now().in_vietnam().0
}
