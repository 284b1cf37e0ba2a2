//! The crate unicode-normalization is the oracle: keys that are in databases were made by it.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

use super::*;

/// Every character there is.
fn every() -> impl Iterator<Item = char> {
    '\0'..=char::MAX
}

/// The first of some texts whose normal forms are not those of the crate.
fn difference(letters: &Letters, texts: impl Iterator<Item = String>) -> Option<String> {
    let mut texts = texts;
    texts.find(|text| letters.nfc(text) != text.nfc().collect::<String>() || letters.nfkd(text) != text.nfkd().collect::<String>())
}

/// Characters of the planes in which Unicode has any.
fn assigned() -> impl Iterator<Item = char> {
    ('\0'..='\u{33fff}').chain('\u{e0000}'..='\u{e0fff}')
}

/// Each such character between others that may go together with it or with each other.
fn among_others() -> impl Iterator<Item = String> {
    assigned().flat_map(|c| [format!("a\u{5b0}{c}\u{301}\u{323}"), format!("\u{1100}{c}\u{11a8}")])
}

/// Each of the characters that take part in a composition, with each other such character behind it.
fn pairs(letters: &Letters) -> impl Iterator<Item = String> {
    let lefts: std::collections::BTreeSet<char> = letters.composed.iter().flat_map(|((left, _), whole)| [*left, *whole]).collect();
    let rights: std::collections::BTreeSet<char> = letters.composed.iter().map(|((_, right), _)| *right).collect();
    lefts.into_iter().flat_map(move |left| rights.clone().into_iter().map(move |right| format!("{left}{right}")))
}

/// Texts of up to twelve characters, drawn from those that are not their own normal form, marks, parts and a few others.
fn random(letters: &Letters, count: u64) -> impl Iterator<Item = String> {
    let mut drawn: Vec<char> = letters.canonical.characters.iter().chain(&letters.compatible.characters).map(|(c, _)| *c).collect();
    drawn.extend(letters.composed.iter().flat_map(|((left, right), _)| [*left, *right]));
    for _ in 0..10 {
        drawn.extend(letters.marks.iter().flat_map(|(first, last, _)| [*first, *last]));
        drawn.extend("aeiou \u{1100}\u{1112}\u{1161}\u{1175}\u{11a7}\u{11a8}\u{11c2}가각힣".chars());
    }
    let mut state = 42_u64;
    let mut next = move |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    (0..count).map(move |_| (0..=next(12)).map(|_| drawn[next(drawn.len())]).collect())
}

// rule K3
#[test]
fn normal_forms_are_those_of_the_crate() {
    assert_eq!(difference(&LETTERS, every().map(String::from)), None);
    assert_eq!(difference(&LETTERS, among_others()), None);
    assert_eq!(difference(&LETTERS, pairs(&LETTERS)), None);
    assert_eq!(difference(&LETTERS, random(&LETTERS, 300_000)), None);
}

// rule K6
#[test]
fn marks_are_those_of_the_crate() {
    for c in every() {
        assert_eq!(is_mark(c), is_combining_mark(c), "{}", c.escape_unicode());
        assert_eq!(LETTERS.mark(c).unwrap_or(0), canonical_combining_class(c), "{}", c.escape_unicode());
    }
}

#[test]
fn what_needs_no_table_is_as_with_it() {
    for c in '\0'..='\u{1000}' {
        for text in [c.to_string(), format!("e{c}\u{301}"), format!("{c}e")] {
            assert_eq!((nfc(&text), nfkd(&text)), (LETTERS.nfc(&text), LETTERS.nfkd(&text)), "{}", text.escape_unicode());
        }
    }
}

#[test]
fn many_marks_take_no_longer_than_sorting_them() {
    let text = format!("a{}", "\u{301}\u{323}".repeat(100_000));
    assert_eq!(nfc(&text).chars().next(), Some('\u{1ea1}'));
}

#[test]
fn seeded_mistakes_in_the_table_are_found() {
    let text = include_str!("letters.txt");
    let mistakes = [("\n300 21 230\n", "\n300 20 230\n"), ("\nc0 65,768 ", "\nc0 65,769 "), ("!", "")];
    for (right, wrong) in mistakes {
        let changed = text.replace(right, wrong);
        assert_ne!(changed, text, "{right:?} is in the table");
        let letters = Letters::read(&changed);
        assert!(difference(&letters, pairs(&LETTERS).chain(random(&LETTERS, 20_000))).is_some(), "{wrong:?}");
    }
}

// rule K3
#[test]
fn small_letters_are_those_of_rust() {
    let differs = |letters: &Letters| every().find(|c| letters.small(*c) != one_small(*c));
    assert_eq!(differs(&LETTERS), None);
    // An oracle that agrees with everything would be none.
    let mut seeded = Letters::read(include_str!("letters.txt"));
    if let Some(last) = seeded.capitals.last_mut() {
        last.count -= 1;
    }
    assert_eq!(differs(&seeded), Some('\u{1e921}'));
}

/// The small form as Rust has it, where that is one character.
fn one_small(c: char) -> char {
    let mut small = c.to_lowercase();
    small.next().filter(|_| small.next().is_none()).unwrap_or(c)
}

// rules K3, K6
#[test]
fn a_text_is_small_in_one_way() {
    assert_eq!(small("ADA@Example.com"), "ada@example.com");
    assert_eq!(small("ΟΔΟΣ"), small("οδος"));
    assert_eq!(small("İSTANBUL Straẞe"), "i\u{307}stanbul straße");
}
