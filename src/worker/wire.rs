//! How values travel between the two programs: as JSON lists, the fields in order. Both programs are of one build, so
//! nothing is named and nothing unknown is kept; a value that cannot be read is `None`.

use crate::codec::{Field, Place, Value};

/// A value that can travel.
pub trait Wire: Sized {
    /// The value as it travels.
    fn put(&self) -> Value;
    /// The value that has travelled.
    fn get(value: &Value) -> Option<Self>;
}

/// The elements of a list.
pub fn parts(value: &Value) -> Option<std::slice::Iter<'_, Value>> {
    value.as_array().map(|parts| parts.iter())
}

impl Wire for bool {
    fn put(&self) -> Value {
        Value::Bool(*self)
    }
    fn get(value: &Value) -> Option<Self> {
        value.as_bool()
    }
}

impl Wire for u64 {
    fn put(&self) -> Value {
        Value::from(*self)
    }
    fn get(value: &Value) -> Option<Self> {
        value.as_u64()
    }
}

impl Wire for usize {
    fn put(&self) -> Value {
        (*self as u64).put()
    }
    fn get(value: &Value) -> Option<Self> {
        value.as_u64()?.try_into().ok()
    }
}

impl Wire for i64 {
    fn put(&self) -> Value {
        Value::from(*self)
    }
    fn get(value: &Value) -> Option<Self> {
        value.as_i64()
    }
}

impl Wire for String {
    fn put(&self) -> Value {
        Value::String(self.clone())
    }
    fn get(value: &Value) -> Option<Self> {
        value.as_str().map(str::to_owned)
    }
}

/// Absence is `null`; no value that may be absent travels as `null` itself.
impl<T: Wire> Wire for Option<T> {
    fn put(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::put)
    }
    fn get(value: &Value) -> Option<Self> {
        if value.is_null() { Some(None) } else { T::get(value).map(Some) }
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn put(&self) -> Value {
        let mut list = Vec::new();
        for item in self {
            list.push(item.put());
        }
        Value::Array(list)
    }
    fn get(value: &Value) -> Option<Self> {
        let mut list = Vec::new();
        for item in parts(value)? {
            list.push(T::get(item)?);
        }
        Some(list)
    }
}

impl<A: Wire, B: Wire> Wire for (A, B) {
    fn put(&self) -> Value {
        Value::Array(vec![self.0.put(), self.1.put()])
    }
    fn get(value: &Value) -> Option<Self> {
        let mut parts = parts(value)?;
        Some((A::get(parts.next()?)?, B::get(parts.next()?)?))
    }
}

/// What has a text in files travels as that.
pub fn put_field<T: Field>(field: &T) -> Value {
    field.write().unwrap_or_default()
}

/// The other way.
pub fn get_field<T: Field>(value: &Value) -> Option<T> {
    T::read(value.clone(), &Place::default()).ok()
}

/// Lets types travel: `fields` those with a text in files, `structure` plain ones, `choice` enums with a word for each
/// variant.
macro_rules! wire {
    (fields $($name:ty),*) => {$(
        impl Wire for $name {
            fn put(&self) -> Value {
                put_field(self)
            }
            fn get(value: &Value) -> Option<Self> {
                get_field(value)
            }
        }
    )*};
    (structure $name:ident { $($field:ident),* }) => {
        impl Wire for $name {
            fn put(&self) -> Value {
                Value::Array(vec![$(self.$field.put()),*])
            }
            fn get(value: &Value) -> Option<Self> {
                let mut parts = parts(value)?;
                Some($name { $($field: Wire::get(parts.next()?)?),* })
            }
        }
    };
    (choice $name:ident { $($word:literal $variant:ident { $($field:tt $as:ident),* })* }) => {
        impl Wire for $name {
            fn put(&self) -> Value {
                match self {
                    $($name::$variant { $($field: $as),* } => Value::Array(vec![$word.into(), $($as.put()),*]),)*
                }
            }
            fn get(value: &Value) -> Option<Self> {
                let mut parts = parts(value)?;
                let word = String::get(parts.next()?)?;
                match word.as_str() {
                    $($word => Some($name::$variant { $($field: Wire::get(parts.next()?)?),* }),)*
                    _ => None,
                }
            }
        }
    };
}
pub(super) use wire;
