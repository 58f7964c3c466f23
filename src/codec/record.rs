//! The declarations [`record!`] (a structure) and [`code!`] (a closed list of words).

use serde_json::{Map, Value};

use super::{Fault, Field, Place};

/// The fields of a record that this version does not know. They are kept and written back unchanged.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unknown(pub Map<String, Value>);

/// Takes field `key` out of `map` and reads it; a missing field is what its type says it means.
pub fn take<T: Field>(map: &mut Map<String, Value>, key: &str, place: &Place) -> Result<T, Fault> {
    let (value, place) = taken(map, key, place);
    match value {
        Some(value) => T::read(value, &place),
        None => T::missing().ok_or_else(|| not_there(&place)),
    }
}

// What does not depend on the type is compiled once.
#[inline(never)]
fn taken(map: &mut Map<String, Value>, key: &str, place: &Place) -> (Option<Value>, Place) {
    (map.remove(key), place.key(key))
}

#[inline(never)]
fn not_there(place: &Place) -> Fault {
    Fault::new(place, "a value here")
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
            fn read(value: $crate::codec::Value, place: &$crate::codec::Place) -> Result<Self, $crate::codec::Fault> {
                let $crate::codec::Value::Object(mut map) = value else {
                    return Err($crate::codec::Fault::new(place, "an object"));
                };
                $(let $field = $crate::codec::take(&mut map, $crate::key_of!($field $($key)?), place)?;)*
                Ok($name { $($field,)* unknown: $crate::codec::Unknown(map) })
            }

            fn write(&self) -> Option<$crate::codec::Value> {
                let mut map = self.unknown.0.clone();
                $(if let Some(value) = $crate::codec::Field::write(&self.$field) {
                    map.insert($crate::key_of!($field $($key)?).to_owned(), value);
                })*
                Some($crate::codec::Value::Object(map))
            }

            fn schema(definitions: &mut $crate::codec::Map<String, $crate::codec::Value>) -> $crate::codec::Value {
                if !definitions.contains_key(stringify!($name)) {
                    definitions.insert(stringify!($name).to_owned(), $crate::codec::Value::Null);
                    let mut properties = $crate::codec::Map::new();
                    let mut required: Vec<$crate::codec::Value> = Vec::new();
                    $(
                        let key = $crate::key_of!($field $($key)?);
                        properties.insert(key.to_owned(), <$kind as $crate::codec::Field>::schema(definitions));
                        if <$kind as $crate::codec::Field>::missing().is_none() {
                            required.push(key.into());
                        }
                    )*
                    definitions.insert(
                        stringify!($name).to_owned(),
                        $crate::codec::json!({"type": "object", "properties": properties, "required": required}),
                    );
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
            fn read(value: $crate::codec::Value, place: &$crate::codec::Place) -> Result<Self, $crate::codec::Fault> {
                value.as_str().and_then($name::of_word).ok_or_else(|| {
                    let words: Vec<&str> = $name::ALL.iter().map(|value| value.word()).collect();
                    $crate::codec::Fault::new(place, &["one of ", &words.join(", ")].concat())
                })
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
    }

    #[test]
    fn the_schema_names_required_fields() {
        let mut definitions = Map::new();
        Thing::schema(&mut definitions);
        assert_eq!(definitions["Thing"]["required"], serde_json::json!(["name"]));
        assert_eq!(definitions["Thing"]["properties"]["c"]["enum"][1], "green");
    }
}
