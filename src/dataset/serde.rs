//! The building blocks of records: texts, lists, and their deserialization. The build script uses
//! them too, to compile the records in `data/` as constants: the `Debug` output of a record is the
//! expression that makes it.

use std::borrow::{Borrow, Cow};
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Deref;

use serde::de::{Deserializer, Error, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Serialize};

/// A string of the data: a constant, or a part of a file unless it contains JSON escapes.
///
/// `Option<Cow<str>>` would always be owned: serde borrows only a bare `Cow`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(#[serde(borrow)] Cow<'static, str>);

impl Text {
    /// Makes a constant.
    pub const fn new(text: &'static str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text::new({:?})", &**self)
    }
}

/// A list in the data: a constant, or the elements of an array in a file.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent, bound(deserialize = "T: Deserialize<'de>"))]
pub struct List<T: Clone + 'static>(Cow<'static, [T]>);

impl<T: Clone> List<T> {
    /// Makes a constant.
    pub const fn new(elements: &'static [T]) -> Self {
        Self(Cow::Borrowed(elements))
    }

    /// Returns the elements, to change them.
    pub fn to_mut(&mut self) -> &mut Vec<T> {
        self.0.to_mut()
    }
}

impl<T: Clone> Default for List<T> {
    fn default() -> Self {
        Self::new(&[])
    }
}

impl<T: Clone> From<Vec<T>> for List<T> {
    fn from(elements: Vec<T>) -> Self {
        Self(Cow::Owned(elements))
    }
}

impl<T: Clone> Deref for List<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<'l, T: Clone> IntoIterator for &'l List<T> {
    type Item = &'l T;
    type IntoIter = std::slice::Iter<'l, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: Clone + fmt::Debug> fmt::Debug for List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "List::new(const {{ &{:?} }})", &**self)
    }
}

/// Parses a string during deserialization, so that an error has the position of the string and not
/// of what follows it.
pub struct Parsed<T> {
    /// Returns `None` for an invalid string.
    pub parse: fn(&str) -> Option<T>,
    /// The description of a valid value, for messages.
    pub expected: &'static str,
}

impl<T> Visitor<'_> for Parsed<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.parse)(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}

/// A record that is a JSON object; the code derived by serde would also accept an array of the
/// values.
pub struct Object<T>(pub T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(MapOnly(deserializer)).map(Object)
    }
}

/// A deserializer that reads a map whatever type is requested.
struct MapOnly<D>(D);

impl<'de, D: Deserializer<'de>> Deserializer<'de> for MapOnly<D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_map(visitor)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// Reads an array of [`Object`]s; for serde's `deserialize_with`.
pub fn objects<'de, D: Deserializer<'de>, T: Deserialize<'de> + Clone>(
    deserializer: D,
) -> Result<List<T>, D::Error> {
    let objects = Vec::<Object<T>>::deserialize(deserializer)?;
    Ok(objects.into_iter().map(|object| object.0).collect::<Vec<T>>().into())
}

/// Reads a map as pairs sorted by key, and refuses repeated keys, of which serde would keep the last
/// value. For serde's `deserialize_with`.
pub fn unique_keys<'de: 'static, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<List<(Text, Text)>, D::Error> {
    struct Map;

    impl<'de: 'static> Visitor<'de> for Map {
        type Value = BTreeMap<Text, Text>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object with string values")
        }

        fn visit_map<M: MapAccess<'de>>(self, mut access: M) -> Result<Self::Value, M::Error> {
            let mut map = BTreeMap::new();
            while let Some((key, value)) = access.next_entry::<Text, Text>()? {
                if map.insert(key.clone(), value).is_some() {
                    return Err(M::Error::custom(format_args!("duplicate field `{key}`")));
                }
            }
            Ok(map)
        }
    }

    let map = deserializer.deserialize_map(Map)?;
    Ok(map.into_iter().collect::<Vec<_>>().into())
}
