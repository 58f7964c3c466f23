//! How one field is read and written.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::{Map, Value, json};

/// Where in a document something stands, e.g. `content.sessions[3].members[0].role`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place(String);

impl Place {
    /// The place of field `key` inside this one.
    pub fn key(&self, key: &str) -> Place {
        if self.0.is_empty() { Place(key.to_owned()) } else { Place([&self.0, ".", key].concat()) }
    }

    /// The place of element `index` (from 0) inside this one.
    pub fn index(&self, index: usize) -> Place {
        Place([&self.0, "[", &index.to_string(), "]"].concat())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Why a value could not be read, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where the value stands.
    pub place: Place,
    /// What was wanted there, in English lower case: `a date (yyyy-mm-dd)`.
    pub wanted: String,
}

impl Fault {
    /// A fault at `place`, where `wanted` was expected.
    pub fn new(place: &Place, wanted: &str) -> Fault {
        Fault { place: place.clone(), wanted: wanted.to_owned() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: wanted {}", self.place, self.wanted)
    }
}

/// A value that can stand in a field.
pub trait Field: Sized {
    /// Reads the value; `place` is where it stands.
    fn read(value: Value, place: &Place) -> Result<Self, Fault>;
    /// Writes the value; `None` leaves the field out.
    fn write(&self) -> Option<Value>;
    /// The JSON Schema of the value. Named structures put themselves into `definitions` and answer a reference.
    fn schema(definitions: &mut Map<String, Value>) -> Value;
    /// What a missing field means; `None`: the field is required.
    fn missing() -> Option<Self> {
        None
    }
}

impl Field for String {
    fn read(value: Value, place: &Place) -> Result<Self, Fault> {
        match value {
            Value::String(text) => Ok(text),
            _ => Err(Fault::new(place, "a text")),
        }
    }
    fn write(&self) -> Option<Value> {
        Some(Value::String(self.clone()))
    }
    fn schema(_: &mut Map<String, Value>) -> Value {
        json!({"type": "string"})
    }
}

impl Field for bool {
    fn read(value: Value, place: &Place) -> Result<Self, Fault> {
        value.as_bool().ok_or_else(|| Fault::new(place, "true or false"))
    }
    fn write(&self) -> Option<Value> {
        Some(Value::Bool(*self))
    }
    fn schema(_: &mut Map<String, Value>) -> Value {
        json!({"type": "boolean"})
    }
}

macro_rules! integer_fields {
    ($($kind:ty),*) => {$(
        impl Field for $kind {
            fn read(value: Value, place: &Place) -> Result<Self, Fault> {
                value.as_i64().and_then(|n| n.try_into().ok()).ok_or_else(|| Fault::new(place, "a whole number in range"))
            }
            fn write(&self) -> Option<Value> {
                Some(Value::from(i64::from(*self)))
            }
            fn schema(_: &mut Map<String, Value>) -> Value {
                json!({"type": "integer", "minimum": i64::from(<$kind>::MIN), "maximum": i64::from(<$kind>::MAX)})
            }
        }
    )*};
}
integer_fields!(u8, u16, u32, i32, i64);

impl Field for Value {
    fn read(value: Value, _: &Place) -> Result<Self, Fault> {
        Ok(value)
    }
    fn write(&self) -> Option<Value> {
        (!self.is_null()).then(|| self.clone())
    }
    fn schema(_: &mut Map<String, Value>) -> Value {
        json!({})
    }
    fn missing() -> Option<Self> {
        Some(Value::Null)
    }
}

impl<T: Field> Field for Option<T> {
    fn read(value: Value, place: &Place) -> Result<Self, Fault> {
        if value.is_null() { Ok(None) } else { T::read(value, place).map(Some) }
    }
    fn write(&self) -> Option<Value> {
        self.as_ref().and_then(T::write)
    }
    fn schema(definitions: &mut Map<String, Value>) -> Value {
        T::schema(definitions)
    }
    fn missing() -> Option<Self> {
        Some(None)
    }
}

impl<T: Field> Field for Vec<T> {
    fn read(value: Value, place: &Place) -> Result<Self, Fault> {
        let Value::Array(items) = value else { return Err(Fault::new(place, "a list")) };
        // A loop and not `collect`: this is compiled for every type of element.
        let mut list = Vec::with_capacity(items.len());
        for (at, item) in items.into_iter().enumerate() {
            list.push(T::read(item, &place.index(at))?);
        }
        Ok(list)
    }
    fn write(&self) -> Option<Value> {
        if self.is_empty() {
            return None;
        }
        let mut list = Vec::with_capacity(self.len());
        for item in self {
            list.push(item.write().unwrap_or(Value::Null));
        }
        Some(Value::Array(list))
    }
    fn schema(definitions: &mut Map<String, Value>) -> Value {
        json!({"type": "array", "items": T::schema(definitions)})
    }
    fn missing() -> Option<Self> {
        Some(Vec::new())
    }
}

impl<T: Field> Field for BTreeMap<String, T> {
    fn read(value: Value, place: &Place) -> Result<Self, Fault> {
        let Value::Object(entries) = value else { return Err(Fault::new(place, "an object")) };
        let mut map = BTreeMap::new();
        for (key, item) in entries {
            let item = T::read(item, &place.key(&key))?;
            map.insert(key, item);
        }
        Ok(map)
    }
    fn write(&self) -> Option<Value> {
        if self.is_empty() {
            return None;
        }
        let mut map = Map::new();
        for (key, item) in self {
            map.insert(key.clone(), item.write().unwrap_or(Value::Null));
        }
        Some(Value::Object(map))
    }
    fn schema(definitions: &mut Map<String, Value>) -> Value {
        json!({"type": "object", "additionalProperties": T::schema(definitions)})
    }
    fn missing() -> Option<Self> {
        Some(BTreeMap::new())
    }
}
