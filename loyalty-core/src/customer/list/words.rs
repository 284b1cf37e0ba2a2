//! The search box: words that must all stand somewhere in what is searched.

use crate::customer::CUSTOMER;
use crate::error::Error;
use crate::gather::Gather;
use crate::id::fold;
use crate::limits::{LINE_CHARS_MAX, SEARCH_WORDS_MAX};
use crate::repository::{Compare, Filter, Value};

/// The words of a search, folded, and a filter for each word that looks like part of a phone number with its punctuation: the search text has
/// phone numbers as digits only, and such a word may be part of something else too.
///
/// # Errors
/// `invalid_request` for too many words or characters.
pub(super) fn read(search: &str) -> Result<(Vec<String>, Vec<Filter>), Error> {
    let refuse = |problem: String| Err(Error::invalid("args.search", problem));
    if search.chars().count() > LINE_CHARS_MAX {
        return refuse(format!("has more than {LINE_CHARS_MAX} characters"));
    }
    let folded = fold(search);
    let (mut words, mut phones) = (Vec::new(), Vec::new());
    for word in folded.split_whitespace() {
        match digits(word).zip(CUSTOMER.search) {
            Some((digits, column)) => {
                let contains = |text: &str| Filter::Column(column, Compare::Contains, Value::Text(text.to_owned()));
                phones.push(Filter::Any(vec![contains(word), contains(&digits)]));
            }
            None => words.push(word.to_owned()),
        }
    }
    if words.len() + phones.len() > SEARCH_WORDS_MAX {
        return refuse(format!("has more than {SEARCH_WORDS_MAX} words"));
    }
    Ok((words, phones))
}

/// The digits of a word that has nothing but digits and punctuation of phone numbers, both of them.
fn digits(word: &str) -> Option<String> {
    let digits: String = word.chars().filter(char::is_ascii_digit).gather();
    let is_phone = word.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | '(' | ')' | '.' | '/'));
    (is_phone && !digits.is_empty() && digits != word).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    // rule K6
    #[test]
    fn words_are_folded_and_phone_numbers_are_digits() {
        let (words, phones) = read("  Zoë  +1 (555) 0199 a-1").unwrap();
        assert_eq!(words, ["zoe", "0199", "a-1"]);
        assert_eq!(phones.len(), 2);
        assert_eq!(digits("(555)").as_deref(), Some("555"));
        assert_eq!((digits("0199"), digits("+"), digits("a-1")), (None, None, None));
        assert!(read(&"a ".repeat(11)).is_err());
        assert!(read(&"a".repeat(201)).is_err());
    }
}
