//! The declarations [`record!`] (a structure) and [`code!`] (a closed list of words).

use serde_json::{Map, Value, json};

use super::{Fault, Field, Place};

/// The fields of a record that this version does not know. They are kept and written back unchanged.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unknown(pub Map<String, Value>);

/// Fills the fields of a record, in their order, out of an object; what no field takes stays in `unknown`.
pub fn fill_record(
    fields: &mut [&mut dyn Field],
    keys: &[&str],
    unknown: &mut Unknown,
    value: Value,
    place: &Place,
) -> Result<(), Fault> {
    let Value::Object(map) = value else { return Err(Fault::new(place, "an object")) };
    let mut found: Vec<Option<Value>> = Vec::new();
    found.resize_with(keys.len(), || None);
    let mut left = Map::new();
    for (key, value) in map {
        match keys.iter().position(|known| **known == key) {
            Some(at) => found[at] = Some(value),
            None => _ = left.insert(key, value),
        }
    }
    unknown.0 = left;
    for ((field, key), value) in fields.iter_mut().zip(keys).zip(found) {
        match value {
            Some(value) => {
                field.fill(value, &Place::default()).map_err(|fault| fault.within(&place.key(key)))?;
            }
            None if field.may_be_missing() => (),
            None => return Err(Fault::new(&place.key(key), "a value here")),
        }
    }
    Ok(())
}

/// Which of the words of a closed list a value is.
pub fn word_at(words: &[&str], value: &Value, place: &Place) -> Result<usize, Fault> {
    let at = value.as_str().and_then(|word| words.iter().position(|known| *known == word));
    at.ok_or_else(|| Fault::new(place, &["one of ", &words.join(", ")].concat()))
}

/// Writes the fields of a record beside what it does not know.
pub fn write_record(fields: &[&dyn Field], keys: &[&str], unknown: &Unknown) -> Value {
    let mut map = unknown.0.clone();
    for (field, key) in fields.iter().zip(keys) {
        if let Some(value) = field.write() {
            map.insert((*key).to_owned(), value);
        }
    }
    Value::Object(map)
}

/// The schema of a record by its fields: key, schema, and whether the field may be missing.
pub fn record_schema(fields: Vec<(&str, Value, bool)>) -> Value {
    let mut properties = Map::new();
    let mut required: Vec<Value> = Vec::new();
    for (key, schema, may_be_missing) in fields {
        properties.insert(key.to_owned(), schema);
        if !may_be_missing {
            required.push(key.into());
        }
    }
    json!({"type": "object", "properties": properties, "required": required})
}

/// Declares a structure with its JSON keys.
///
/// `field: Type` uses the field's name as key; `field as "key": Type` another key. The structure gets a last field
/// `unknown`, and implements [`Field`], `Clone`, `Debug`, `PartialEq`.
#[macro_export]
macro_rules! record {
    ($(#[$doc:meta])* pub struct $name:ident { $($(#[$field_doc:meta])* pub $field:ident $(as $key:literal)? : $kind:ty),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $kind,)*
            /// Fields of the file that this version does not know.
            pub unknown: $crate::codec::Unknown,
        }

        impl $crate::codec::Field for $name {
            fn blank() -> Self {
                $name { $($field: $crate::codec::Field::blank(),)* unknown: $crate::codec::Unknown::default() }
            }

            fn fill(&mut self, value: $crate::codec::Value, place: &$crate::codec::Place) -> Result<(), $crate::codec::Fault> {
                const KEYS: &[&str] = &[$($crate::key_of!($field $($key)?)),*];
                $crate::codec::fill_record(&mut [$(&mut self.$field),*], KEYS, &mut self.unknown, value, place)
            }

            fn write(&self) -> Option<$crate::codec::Value> {
                const KEYS: &[&str] = &[$($crate::key_of!($field $($key)?)),*];
                Some($crate::codec::write_record(&[$(&self.$field),*], KEYS, &self.unknown))
            }

            fn schema(definitions: &mut $crate::codec::Map<String, $crate::codec::Value>) -> $crate::codec::Value {
                if !definitions.contains_key(stringify!($name)) {
                    definitions.insert(stringify!($name).to_owned(), $crate::codec::Value::Null);
                    let fields = vec![$({
                        let may_be_missing = $crate::codec::Field::may_be_missing(&<$kind as $crate::codec::Field>::blank());
                        ($crate::key_of!($field $($key)?), <$kind as $crate::codec::Field>::schema(definitions), may_be_missing)
                    }),*];
                    definitions.insert(stringify!($name).to_owned(), $crate::codec::record_schema(fields));
                }
                $crate::codec::json!({"$ref": concat!("#/$defs/", stringify!($name))})
            }
        }
    };
}

/// The JSON key of a field of [`record!`].
#[macro_export]
macro_rules! key_of {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $key:literal) => {
        $key
    };
}

/// Declares a closed list of words: an enum whose variants are written as the given texts.
#[macro_export]
macro_rules! code {
    ($(#[$doc:meta])* pub enum $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$variant_doc])* $variant),* }

        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// The word in files.
            pub fn word(self) -> &'static str {
                match self { $($name::$variant => $word),* }
            }

            /// The value of a word of files.
            pub fn of_word(word: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|value| value.word() == word)
            }
        }

        impl $crate::codec::Field for $name {
            fn blank() -> Self {
                $name::ALL[0]
            }
            fn fill(&mut self, value: $crate::codec::Value, place: &$crate::codec::Place) -> Result<(), $crate::codec::Fault> {
                const WORDS: &[&str] = &[$($word),*];
                *self = $name::ALL[$crate::codec::word_at(WORDS, &value, place)?];
                Ok(())
            }
            fn write(&self) -> Option<$crate::codec::Value> {
                Some(self.word().into())
            }
            fn schema(_: &mut $crate::codec::Map<String, $crate::codec::Value>) -> $crate::codec::Value {
                let words: Vec<&str> = $name::ALL.iter().map(|value| value.word()).collect();
                $crate::codec::json!({"type": "string", "enum": words})
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    code! {
        /// A colour.
        pub enum Colour { Red = "red", Green = "green" }
    }

    record! {
        /// A thing.
        pub struct Thing {
            /// Its name.
            pub name: String,
            /// Its colour.
            pub colour as "c": Option<Colour>,
            /// Its parts.
            pub parts: Vec<Thing>,
        }
    }

    fn read(text: &str) -> Result<Thing, Fault> {
        Thing::read(serde_json::from_str(text).expect("json"), &Place::default())
    }

    #[test]
    fn unknown_fields_survive() {
        let text = r#"{"c":"red","later":{"x":[1,null]},"name":"a","parts":[{"name":"b","z":1}]}"#;
        let thing = read(text).expect("reads");
        assert_eq!(thing.colour, Some(Colour::Red));
        assert_eq!(thing.write().expect("object").to_string(), text);
    }

    #[test]
    fn a_fault_names_its_place() {
        let fault = read(r#"{"name":"a","parts":[{"name":"b"},{"name":3}]}"#).expect_err("bad");
        assert_eq!(fault.to_string(), "parts[1].name: wanted a text");
        assert_eq!(read(r#"{"c":"red"}"#).expect_err("bad").place.to_string(), "name");
        assert_eq!(read(r#"{"name":"a","c":"blue"}"#).expect_err("bad").wanted, "one of red, green");
        assert_eq!((Colour::of_word("green"), Colour::of_word("blue")), (Some(Colour::Green), None));
    }

    #[test]
    fn the_schema_names_required_fields() {
        let mut definitions = Map::new();
        Thing::schema(&mut definitions);
        assert_eq!(definitions["Thing"]["required"], serde_json::json!(["name"]));
        assert_eq!(definitions["Thing"]["properties"]["c"]["enum"][1], "green");
    }
}
