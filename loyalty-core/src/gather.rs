//! Collecting in one loop.
//!
//! The standard library chooses for each kind of iterator how to collect it, and each way is several functions that stand in the code anew for
//! each type: that made a tenth of the code that a browser loads. Here it is one loop.

use crate::pairs::Pairs;

/// [`Iterator::collect`], for what the library collects; the same but for the size of its code.
pub trait Gather: Iterator + Sized {
    /// All items.
    fn gather<C: Gathered<Self::Item>>(self) -> C {
        C::of(self)
    }

    /// All texts in one, with this between them.
    fn joined(self, between: &str) -> String
    where
        Self::Item: AsRef<str>,
    {
        let mut whole = String::new();
        for (place, text) in self.enumerate() {
            if place > 0 {
                whole.push_str(between);
            }
            whole.push_str(text.as_ref());
        }
        whole
    }
}

impl<I: Iterator> Gather for I {}

/// What items can be gathered into.
pub trait Gathered<T>: Sized {
    /// All of them, in their order.
    fn of(items: impl Iterator<Item = T>) -> Self;
}

impl<T> Gathered<T> for Vec<T> {
    fn of(items: impl Iterator<Item = T>) -> Self {
        let mut list = Vec::new();
        for item in items {
            list.push(item);
        }
        list
    }
}

impl<T, E> Gathered<Result<T, E>> for Result<Vec<T>, E> {
    fn of(items: impl Iterator<Item = Result<T, E>>) -> Self {
        let mut list = Vec::new();
        for item in items {
            list.push(item?);
        }
        Ok(list)
    }
}

impl<T> Gathered<Option<T>> for Option<Vec<T>> {
    fn of(items: impl Iterator<Item = Option<T>>) -> Self {
        let mut list = Vec::new();
        for item in items {
            list.push(item?);
        }
        Some(list)
    }
}

impl Gathered<char> for String {
    fn of(letters: impl Iterator<Item = char>) -> Self {
        let mut text = String::new();
        for letter in letters {
            text.push(letter);
        }
        text
    }
}

impl<'t> Gathered<&'t str> for String {
    fn of(parts: impl Iterator<Item = &'t str>) -> Self {
        let mut text = String::new();
        for part in parts {
            text.push_str(part);
        }
        text
    }
}

impl<K: Ord, V> Gathered<(K, V)> for Pairs<K, V> {
    fn of(pairs: impl Iterator<Item = (K, V)>) -> Self {
        Vec::of(pairs).into()
    }
}

impl<K: Ord, V, E> Gathered<Result<(K, V), E>> for Result<Pairs<K, V>, E> {
    fn of(pairs: impl Iterator<Item = Result<(K, V), E>>) -> Self {
        Result::<Vec<_>, E>::of(pairs).map(Pairs::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_collects_like_the_standard_library() {
        for texts in [vec![], vec!["2", "1", "2"], vec!["1", "x", "y"]] {
            let numbers = || texts.iter().map(|text| text.parse::<u8>());
            assert_eq!(numbers().gather::<Result<Vec<_>, _>>(), numbers().collect());
            assert_eq!(numbers().map(Result::ok).gather::<Option<Vec<_>>>(), numbers().map(Result::ok).collect());
            assert_eq!(texts.iter().copied().gather::<String>(), texts.concat());
            assert_eq!(texts.concat().chars().gather::<String>(), texts.concat());
            assert_eq!(texts.iter().joined(", "), texts.join(", "));
            let pairs = || texts.iter().copied().zip(0..);
            assert_eq!(pairs().gather::<Pairs<_, u8>>(), pairs().collect());
            let tried = || pairs().map(|(text, place)| text.parse::<u8>().map(|number| (number, place)));
            assert_eq!(tried().gather::<Result<Pairs<_, u8>, _>>(), tried().collect());
        }
    }
}
