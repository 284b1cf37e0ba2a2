//! Ids and texts that come in from outside, checked once, when they are read.

use std::fmt;

use schemars::JsonSchema;

use crate::gather::Gather;
use crate::json::Json;
use crate::limits::{EMAIL_BYTES_MAX, ID_CHARS_MAX, LINE_CHARS_MAX, LONG_TEXT_CHARS_MAX, SLUG_CHARS_MAX, TEXT_CHARS_MAX};
use crate::unicode::{is_mark, nfc, nfkd, small};

/// A text that does not fit its type. The text says what is wrong and what fits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Malformed(pub(crate) String);

/// Makes a checked text type: `Deserialize` runs the check, everything else is plain text.
macro_rules! checked_text {
    ($(#[$doc:meta])* $name:ident, $check:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Json, JsonSchema)]
        #[serde(try_from = "String")]
        pub struct $name(String);

        impl $name {
            /// Checks a text.
            ///
            /// # Errors
            /// [`Malformed`] says what does not fit.
            pub fn new(text: impl Into<String>) -> Result<Self, Malformed> {
                let check: fn(String) -> Result<String, Malformed> = $check;
                check(text.into()).map(Self)
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = Malformed;
            fn try_from(text: String) -> Result<Self, Malformed> {
                Self::new(text)
            }
        }

        impl From<$name> for String {
            fn from(checked: $name) -> String {
                checked.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }
    };
}

checked_text! {
    /// The host's own id of something: opaque, 1–64 visible characters, compared byte by byte.
    Id, |text| visible(text, ID_CHARS_MAX)
}
checked_text! {
    /// The host's own id of a customer: opaque, 1–64 visible characters, compared byte by byte.
    CustomerId, |text| visible(text, ID_CHARS_MAX)
}
checked_text! {
    /// An id that the program gives: a letter, then letters, digits, `_` and `-`, all small, at most 32 characters.
    Slug, slug
}
checked_text! {
    /// An entry, hold or other thing that the library numbered: `<customer>/<point type>/<number>` and the like, at most 128 characters.
    Ref, |text| visible(text, 2 * ID_CHARS_MAX)
}
checked_text! {
    /// One line of text: 1–200 characters, trimmed, no control characters, none that turn the direction of text, Unicode NFC.
    Line, |text| text_of(text, LINE_CHARS_MAX, false)
}
checked_text! {
    /// A longer text: 1–2,000 characters, trimmed, line breaks allowed, none that turn the direction of text, Unicode NFC.
    Text, |text| text_of(text, TEXT_CHARS_MAX, true)
}
checked_text! {
    /// A long text: 1–20,000 characters, trimmed, line breaks allowed, none that turn the direction of text, Unicode NFC.
    LongText, |text| text_of(text, LONG_TEXT_CHARS_MAX, true)
}
checked_text! {
    /// An email address as the customer writes it: trimmed, Unicode NFC, at most 254 bytes. Compare by [`Email::folded`].
    Email, email
}
checked_text! {
    /// A phone number as the customer writes it, with at least 3 digits. Compare by [`Phone::digits`].
    Phone, phone
}

impl Line {
    /// Whether a desk can open it as a link: scripts and other schemes stay out, and so do `//` and `/\`, which lead to another host.
    pub fn is_link(&self) -> bool {
        let path = self.0.strip_prefix('/').is_some_and(|rest| !rest.starts_with(['/', '\\']));
        path || self.0.starts_with("https://") || self.0.starts_with("http://")
    }
}

impl Email {
    /// The form in which addresses are compared: all small letters (rule K3).
    pub fn folded(&self) -> String {
        fold_email(&self.0)
    }
}

impl Phone {
    /// The form in which numbers are compared: digits only (rule K3).
    pub fn digits(&self) -> String {
        self.0.chars().filter_map(|c| c.to_digit(10)).filter_map(|digit| char::from_digit(digit, 10)).gather()
    }
}

/// An email address, or a part of one, in the form in which addresses are compared (rule K3).
pub fn fold_email(text: &str) -> String {
    nfc(&small(text))
}

/// A text folded for searching and sorting: small letters, without accents, white space as single blanks (rule K6).
pub fn fold(text: &str) -> String {
    let parts = nfkd(text);
    let bare: String = parts.chars().filter(|c| !is_mark(*c)).gather();
    small(&bare).replace('ß', "s").split_whitespace().joined(" ")
}

fn malformed(problem: impl Into<String>) -> Malformed {
    Malformed(problem.into())
}

/// Characters that look like nothing: two ids that differ only in them could not be told apart.
pub(crate) fn is_invisible(c: char) -> bool {
    c.is_whitespace() || c.is_control() || INVISIBLE.iter().any(|(first, last)| (*first..=*last).contains(&c))
}

/// Unicode's Default_Ignorable_Code_Point, and besides it the blank of Braille and the marks of annotations.
const INVISIBLE: &[(char, char)] = &[
    ('\u{ad}', '\u{ad}'),
    ('\u{34f}', '\u{34f}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{115f}', '\u{1160}'),
    ('\u{17b4}', '\u{17b5}'),
    ('\u{180b}', '\u{180f}'),
    ('\u{200b}', '\u{200f}'),
    ('\u{202a}', '\u{202e}'),
    ('\u{2060}', '\u{206f}'),
    ('\u{2800}', '\u{2800}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{ffa0}', '\u{ffa0}'),
    ('\u{fff0}', '\u{fffb}'),
    ('\u{1bca0}', '\u{1bca3}'),
    ('\u{1d173}', '\u{1d17a}'),
    ('\u{e0000}', '\u{e0fff}'),
];

/// Characters that turn the direction of what follows: a text with them reads other than it is.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn visible(text: String, chars_max: usize) -> Result<String, Malformed> {
    match text.chars().count() {
        0 => Err(malformed(format!("must not be empty; give 1 to {chars_max} visible characters"))),
        chars if chars > chars_max => Err(malformed(format!("has {chars} characters; give at most {chars_max}"))),
        _ if text.chars().any(is_invisible) => Err(malformed("has blanks or invisible characters; give visible characters only")),
        _ => Ok(text),
    }
}

fn slug(text: String) -> Result<String, Malformed> {
    let begins = text.chars().next().is_some_and(|c| c.is_ascii_lowercase());
    let goes_on = text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '-');
    if begins && goes_on && text.len() <= SLUG_CHARS_MAX {
        Ok(text)
    } else {
        Err(malformed(format!("must begin with a small letter and go on with small letters, digits, '_' or '-', at most {SLUG_CHARS_MAX}")))
    }
}

fn text_of(text: String, chars_max: usize, breaks: bool) -> Result<String, Malformed> {
    let text = nfc(text.trim());
    let allowed = |c: char| !c.is_control() || (breaks && matches!(c, '\n' | '\r' | '\t'));
    match text.chars().count() {
        0 => Err(malformed("must not be empty; leave it out or give null instead")),
        chars if chars > chars_max => Err(malformed(format!("has {chars} characters; give at most {chars_max}"))),
        _ if !text.chars().all(allowed) => Err(malformed("has control characters; take them out")),
        _ if text.chars().any(turns_direction) => Err(malformed("has characters that turn the direction of text; take them out")),
        _ => Ok(text),
    }
}

fn email(text: String) -> Result<String, Malformed> {
    let text = nfc(text.trim());
    let parts = text.rsplit_once('@');
    let whole = parts.is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.') && !domain.split('.').any(str::is_empty));
    // Folding can lengthen a text, and the folded form is what keys hold.
    if text.len().max(fold_email(&text).len()) > EMAIL_BYTES_MAX {
        Err(malformed(format!("is longer than {EMAIL_BYTES_MAX} bytes")))
    } else if !whole || text.chars().any(is_invisible) || text.contains(['<', '>', ',', ';']) {
        Err(malformed("is not an email address; give one like name@example.com"))
    } else {
        Ok(text)
    }
}

/// Digits, and what people write between them: blanks, hyphens and other marks, those of print too.
fn is_dialled(c: char) -> bool {
    let of_print = matches!(c, '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{2010}'..='\u{2015}' | '\u{202f}' | '\u{2212}');
    of_print || c == ' ' || c.is_ascii_graphic() && !c.is_ascii_alphabetic()
}

fn phone(text: String) -> Result<String, Malformed> {
    let text: String = text.trim().to_owned();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    if !(3..=32).contains(&digits) || text.chars().count() > ID_CHARS_MAX || !text.chars().all(is_dialled) {
        Err(malformed("is not a phone number; give 3 to 32 digits, with blanks, '+', '-', '(' and ')' as you like"))
    } else {
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_opaque_and_visible() {
        assert!(CustomerId::new("c-42").is_ok());
        assert!(CustomerId::new("客".repeat(64)).is_ok());
        for bad in ["", " ", "a b", "a\u{200b}", "a\n", &"x".repeat(65)] {
            assert!(CustomerId::new(bad).is_err(), "{bad:?}");
        }
    }

    // rule K1
    #[test]
    fn ids_have_no_character_that_looks_like_nothing() {
        for c in "\u{34f}\u{61c}\u{115f}\u{1160}\u{17b4}\u{180b}\u{180f}\u{2066}\u{2800}\u{3164}\u{fe0f}\u{ffa0}\u{fff0}\u{e0001}\u{e0fff}"
            .chars()
        {
            assert!(CustomerId::new(format!("c-1{c}")).is_err(), "{}", c.escape_unicode());
            assert!(Email::new(format!("ada{c}@example.com")).is_err(), "{}", c.escape_unicode());
        }
    }

    // rule K1
    #[test]
    fn texts_read_as_they_are() {
        for c in ('\u{202a}'..='\u{202e}').chain('\u{2066}'..='\u{2069}') {
            assert!(Line::new(format!("a{c}b")).is_err() && Text::new(format!("a{c}b")).is_err(), "{}", c.escape_unicode());
        }
        assert!(Line::new("\u{5d0}\u{5d1} \u{645}\u{6cc}\u{200c}\u{62e}").is_ok());
    }

    // rule K1
    #[test]
    fn a_link_leads_to_a_page() {
        for (text, fits) in [
            ("https://shop.example/1", true),
            ("http://shop.example", true),
            ("/orders/1", true),
            ("/", true),
            ("//elsewhere.example", false),
            ("/\\elsewhere.example", false),
            ("javascript:alert(1)", false),
            ("orders/1", false),
        ] {
            assert_eq!(Line::new(text).unwrap().is_link(), fits, "{text}");
        }
    }

    // rule K3
    #[test]
    fn emails_compare_without_case_and_in_one_normal_form() {
        let composed = Email::new("  JosÉ@Example.com ").unwrap();
        let decomposed = Email::new("jose\u{301}@example.COM").unwrap();
        assert_eq!(composed.folded(), decomposed.folded());
        for bad in ["", "a", "a@b", "@b.c", "a@b..c", "a b@c.d", "Bob <b@c.d>"] {
            assert!(Email::new(bad).is_err(), "{bad}");
        }
    }

    // rule K3
    #[test]
    fn phones_compare_by_digits() {
        assert_eq!(Phone::new("+1 (555) 010-99").unwrap().digits(), "155501099");
        assert!(Phone::new("ring me").is_err());
    }

    // rule K6
    #[test]
    fn search_folds_case_and_accents() {
        assert_eq!(fold("  Crème   BRÛLÉE "), "creme brulee");
    }
}
