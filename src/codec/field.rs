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

    /// This fault with its place as seen from outside, where it stands within `outer`. So a place is put together only
    /// where there is a fault: nearly all values have none.
    pub fn within(self, outer: &Place) -> Fault {
        let joint =
            if outer.0.is_empty() || self.place.0.is_empty() || self.place.0.starts_with('[') { "" } else { "." };
        Fault { place: Place([&outer.0, joint, &self.place.0].concat()), ..self }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: wanted {}", self.place, self.wanted)
    }
}

/// A value that can stand in a field.
///
/// A record is read and written by one piece of code for all records: its fields are handed over as `dyn Field`. So every
/// value begins blank and is then filled, and what is declared costs a program a line in a table and no code of its own.
pub trait Field {
    /// A value to be filled: what a missing field means, where a field may be missing; else of no meaning and never let out.
    fn blank() -> Self
    where
        Self: Sized;

    /// Fills what is blank with the value; `place` is where it stands, seen from whoever hands it over, who sees to it that a
    /// fault is told from further out ([`Fault::within`]). After a fault this holds nothing of meaning.
    fn fill(&mut self, value: Value, place: &Place) -> Result<(), Fault>;

    /// Writes the value; `None` leaves the field out.
    fn write(&self) -> Option<Value>;

    /// The JSON Schema of the value. Named structures put themselves into `definitions` and answer a reference.
    fn schema(definitions: &mut Map<String, Value>) -> Value
    where
        Self: Sized;

    /// Whether the field may be missing, and then means what is blank.
    fn may_be_missing(&self) -> bool {
        false
    }

    /// Reads the value; `place` is where it stands.
    fn read(value: Value, place: &Place) -> Result<Self, Fault>
    where
        Self: Sized,
    {
        let mut new = Self::blank();
        new.fill(value, place)?;
        Ok(new)
    }
}

/// Puts what was found, if it was, in place of what is there.
pub fn put<T>(here: &mut T, found: Option<T>, place: &Place, wanted: &str) -> Result<(), Fault> {
    *here = found.ok_or_else(|| Fault::new(place, wanted))?;
    Ok(())
}

impl Field for String {
    fn blank() -> Self {
        String::new()
    }
    fn fill(&mut self, value: Value, place: &Place) -> Result<(), Fault> {
        let text = if let Value::String(text) = value { Some(text) } else { None };
        put(self, text, place, "a text")
    }
    fn write(&self) -> Option<Value> {
        Some(Value::String(self.clone()))
    }
    fn schema(_: &mut Map<String, Value>) -> Value {
        json!({"type": "string"})
    }
}

impl Field for bool {
    fn blank() -> Self {
        false
    }
    fn fill(&mut self, value: Value, place: &Place) -> Result<(), Fault> {
        put(self, value.as_bool(), place, "true or false")
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
            fn blank() -> Self {
                0
            }
            fn fill(&mut self, value: Value, place: &Place) -> Result<(), Fault> {
                put(self, value.as_i64().and_then(|n| n.try_into().ok()), place, "a whole number in range")
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
    fn blank() -> Self {
        Value::Null
    }
    fn fill(&mut self, value: Value, _: &Place) -> Result<(), Fault> {
        *self = value;
        Ok(())
    }
    fn write(&self) -> Option<Value> {
        (!self.is_null()).then(|| self.clone())
    }
    fn schema(_: &mut Map<String, Value>) -> Value {
        json!({})
    }
    fn may_be_missing(&self) -> bool {
        true
    }
}

impl<T: Field> Field for Option<T> {
    fn blank() -> Self {
        None
    }
    fn fill(&mut self, value: Value, place: &Place) -> Result<(), Fault> {
        if value.is_null() {
            *self = None;
            return Ok(());
        }
        self.insert(T::blank()).fill(value, place)
    }
    fn write(&self) -> Option<Value> {
        self.as_ref().and_then(T::write)
    }
    fn schema(definitions: &mut Map<String, Value>) -> Value {
        T::schema(definitions)
    }
    fn may_be_missing(&self) -> bool {
        true
    }
}

impl<T: Field> Field for Vec<T> {
    fn blank() -> Self {
        Vec::new()
    }
    fn fill(&mut self, value: Value, place: &Place) -> Result<(), Fault> {
        let Value::Array(items) = value else { return Err(Fault::new(place, "a list")) };
        *self = Vec::with_capacity(items.len());
        for_each_item(items, place, &mut |item, place| {
            let mut new = T::blank();
            new.fill(item, place)?;
            self.push(new);
            Ok(())
        })
    }
    fn write(&self) -> Option<Value> {
        list_of(&mut self.iter().map(T::write))
    }
    fn schema(definitions: &mut Map<String, Value>) -> Value {
        json!({"type": "array", "items": T::schema(definitions)})
    }
    fn may_be_missing(&self) -> bool {
        true
    }
}

impl<T: Field> Field for BTreeMap<String, T> {
    fn blank() -> Self {
        BTreeMap::new()
    }
    fn fill(&mut self, value: Value, place: &Place) -> Result<(), Fault> {
        let Value::Object(entries) = value else { return Err(Fault::new(place, "an object")) };
        self.clear();
        for_each_entry(entries, place, &mut |key, item, place| {
            let mut new = T::blank();
            new.fill(item, place)?;
            self.insert(std::mem::take(key), new);
            Ok(())
        })
    }
    fn write(&self) -> Option<Value> {
        object_of(&mut self.iter().map(|(key, item)| (key, item.write())))
    }
    fn schema(definitions: &mut Map<String, Value>) -> Value {
        json!({"type": "object", "additionalProperties": T::schema(definitions)})
    }
    fn may_be_missing(&self) -> bool {
        true
    }
}

// What does not depend on the type of the elements is compiled once.

type OnItem<'a> = dyn FnMut(Value, &Place) -> Result<(), Fault> + 'a;
type OnEntry<'a> = dyn FnMut(&mut String, Value, &Place) -> Result<(), Fault> + 'a;

fn for_each_item(items: Vec<Value>, place: &Place, act: &mut OnItem<'_>) -> Result<(), Fault> {
    let mut items = items.into_iter().enumerate();
    items.try_for_each(|(at, item)| act(item, &Place::default()).map_err(|fault| fault.within(&place.index(at))))
}

fn for_each_entry(entries: Map<String, Value>, place: &Place, act: &mut OnEntry<'_>) -> Result<(), Fault> {
    for (mut key, item) in entries {
        act(&mut key, item, &Place::default()).map_err(|fault| fault.within(&place.key(&key)))?;
    }
    Ok(())
}

fn list_of(items: &mut dyn Iterator<Item = Option<Value>>) -> Option<Value> {
    let list: Vec<Value> = items.map(Option::unwrap_or_default).collect();
    (!list.is_empty()).then_some(Value::Array(list))
}

fn object_of(entries: &mut dyn Iterator<Item = (&String, Option<Value>)>) -> Option<Value> {
    let mut map = Map::new();
    // One by one and not `collect`, which brings a sort of its own.
    for (key, item) in entries {
        map.insert(key.clone(), item.unwrap_or_default());
    }
    (!map.is_empty()).then_some(Value::Object(map))
}
