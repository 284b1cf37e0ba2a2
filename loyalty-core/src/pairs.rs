//! A small map: pairs in the order of their keys, in one list.
//!
//! For what a record or a request holds, dozens of pairs and rarely thousands. It is chosen over a tree for its code, which stands in what
//! browsers load once for each pair of types and is a tenth of a tree's.

use std::borrow::{Borrow, Cow};

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};

use crate::json::{ToJson, tree};
use crate::sorting::sort;

/// Pairs in the order of their keys, each key once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pairs<K, V>(Vec<(K, V)>);

impl<K, V> Default for Pairs<K, V> {
    fn default() -> Self {
        Pairs(Vec::new())
    }
}

impl<K, V> Pairs<K, V> {
    /// None.
    pub const fn new() -> Self {
        Pairs(Vec::new())
    }

    /// None, with room for some.
    pub fn with_capacity(pairs: usize) -> Self {
        Pairs(Vec::with_capacity(pairs))
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The pairs.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// The keys.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }

    /// The values, in the order of their keys.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }

    /// Keeps the pairs for which this holds.
    pub fn retain(&mut self, mut keep: impl FnMut(&K, &mut V) -> bool) {
        self.0.retain_mut(|(key, value)| keep(key, value));
    }
}

impl<K: Ord, V> Pairs<K, V> {
    /// Where a key is, or where it belongs.
    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        self.0.binary_search_by(|(other, _)| other.borrow().cmp(key))
    }

    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.find(key).ok().and_then(|place| self.0.get(place)).map(|(_, value)| value)
    }

    /// Whether there is such a key.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).is_ok()
    }

    /// Sets the value of a key; returns the one before.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        // Mostly they come in their order.
        if self.0.last().is_none_or(|(last, _)| *last < key) {
            self.0.push((key, value));
            return None;
        }
        match self.find(&key) {
            Ok(place) => self.0.get_mut(place).map(|(_, before)| std::mem::replace(before, value)),
            Err(place) => {
                self.0.insert(place, (key, value));
                None
            }
        }
    }

    /// Takes a key out; returns its value.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        self.find(key).ok().map(|place| self.0.remove(place).1)
    }

    /// Changes the value of a key, which is the default where there was none; returns what the change does.
    pub fn change<R>(&mut self, key: K, change: impl FnOnce(&mut V) -> R) -> Option<R>
    where
        V: Default,
    {
        let place = match self.find(&key) {
            Ok(place) => place,
            Err(place) => {
                self.0.insert(place, (key, V::default()));
                place
            }
        };
        self.0.get_mut(place).map(|(_, value)| change(value))
    }
}

/// Of pairs with the same key, the last counts.
impl<K: Ord, V> From<Vec<(K, V)>> for Pairs<K, V> {
    fn from(mut all: Vec<(K, V)>) -> Self {
        all.reverse();
        sort(&mut all, |a, b| a.0.cmp(&b.0));
        all.dedup_by(|later, first| later.0 == first.0);
        Pairs(all)
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Pairs<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        pairs.into_iter().collect::<Vec<_>>().into()
    }
}

impl<K, V> IntoIterator for Pairs<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// For the schema, which shows defaults.
impl<K: AsRef<str>, V: ToJson> Serialize for Pairs<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        tree(self).serialize(serializer)
    }
}

impl<K: JsonSchema, V: JsonSchema> JsonSchema for Pairs<K, V> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        std::collections::BTreeMap::<K, V>::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        std::collections::BTreeMap::<K, V>::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::Pairs;

    // Every sequence of five steps out of sixteen: set, change or take out one of four keys.
    #[test]
    fn it_is_a_map() {
        for sequence in 0..16_u32.pow(5) {
            let (mut pairs, mut map) = (Pairs::new(), BTreeMap::new());
            for step in (0..5).map(|place| sequence / 16_u32.pow(place) % 16) {
                let key = step % 4;
                match step / 4 {
                    0 => assert_eq!(pairs.remove(&key), map.remove(&key)),
                    1 => {
                        pairs.change(key, |value| *value += 1);
                        *map.entry(key).or_default() += 1;
                    }
                    value => assert_eq!(pairs.insert(key, value), map.insert(key, value)),
                }
                assert_eq!((pairs.get(&key), pairs.contains_key(&key)), (map.get(&key), map.contains_key(&key)));
            }
            assert!(pairs.iter().eq(map.iter()), "{sequence}: {pairs:?}");
        }
    }

    #[test]
    fn of_pairs_with_the_same_key_the_last_counts() {
        let pairs = [(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e'), (2, 'f')];
        assert!(Pairs::from_iter(pairs).iter().eq(BTreeMap::from_iter(pairs).iter()));
    }
}
