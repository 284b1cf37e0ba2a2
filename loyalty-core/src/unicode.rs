//! Unicode's normal forms: texts that look the same are made the same.
//!
//! The table is text in three paragraphs behind its head. In the first two a line begins with a character, in hexadecimal; its words are what this
//! character and the ones that follow it are made of: of one step in the first paragraph, which holds the canonical forms, and altogether in the second,
//! which holds those that are for compatibility. Each number is how much further the part is than that at the same place in the word before. A `!` says that the parts
//! do not go together again. In the third paragraph a line is the first character of some marks, how many there are, and their combining class.
//! In the fourth a line is the first of some capital letters, how many there are, how far apart, and how much further the small ones are.

use std::sync::LazyLock;

use crate::gather::Gather;
use crate::sorting::sort;

static LETTERS: LazyLock<Letters> = LazyLock::new(|| Letters::read(include_str!("unicode/letters.txt")));

/// Characters below this one are no marks, and go together with none but marks: in NFC they stay as they are.
const FIRST_MARK: char = '\u{300}';

/// The canonical composition of a text.
pub fn nfc(text: &str) -> String {
    if text.chars().all(|c| c < FIRST_MARK) { text.to_owned() } else { LETTERS.nfc(text) }
}

/// The compatible decomposition of a text.
pub fn nfkd(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { LETTERS.nfkd(text) }
}

/// Whether a character combines with the one before it, such as an accent.
pub fn is_mark(c: char) -> bool {
    c >= FIRST_MARK && LETTERS.mark(c).is_some()
}

/// A text in small letters. Where Greek has two small letters for one capital, it is always the same: texts that differ only in how they are
/// written compare as equal.
pub fn small(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut all = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // The one capital whose small form is two characters.
            'İ' => all.push_str("i\u{307}"),
            'ς' => all.push('σ'),
            _ => all.push(LETTERS.small(c)),
        }
    }
    all
}

/// What is known of characters.
struct Letters {
    canonical: Forms,
    compatible: Forms,
    /// Which two parts make which character, in order.
    composed: Vec<((char, char), char)>,
    /// First and last of some marks, in order, with their combining class.
    marks: Vec<(char, char, u8)>,
    capitals: Vec<Capitals>,
}

/// Some capital letters, as far apart from each other as their small ones.
struct Capitals {
    first: u32,
    count: u32,
    apart: u32,
    further: i32,
}

impl Capitals {
    fn read(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let mut word = || words.next();
        Some(Capitals {
            first: u32::from_str_radix(word()?, 16).ok()?,
            count: word()?.parse().ok()?,
            apart: word()?.parse().ok()?,
            further: word()?.parse().ok()?,
        })
    }

    /// The small form of one of them.
    fn small(&self, c: char) -> Option<char> {
        let from_first = u32::from(c).checked_sub(self.first)?;
        let is_one = from_first.is_multiple_of(self.apart) && from_first < self.count * self.apart;
        u32::from(c).checked_add_signed(self.further).filter(|_| is_one).and_then(char::from_u32)
    }
}

/// What characters are made of: each with the place of its first part, in order.
#[derive(Default)]
struct Forms {
    characters: Vec<(char, usize)>,
    parts: Vec<char>,
}

impl Forms {
    /// Reads a paragraph, and hands on which two parts make which character.
    fn read(paragraph: Vec<&str>, mut composed: impl FnMut((char, char), char)) -> Self {
        let (mut forms, mut before) = (Forms::default(), Vec::new());
        for line in paragraph {
            let mut words = line.split(' ');
            let first = words.next().and_then(|first| u32::from_str_radix(first, 16).ok()).unwrap_or(0);
            for (character, word) in (first..).filter_map(char::from_u32).zip(words) {
                let start = forms.parts.len();
                let parts = word.trim_end_matches('!');
                for (place, further) in parts.split(',').enumerate() {
                    let last = before.get(place).copied().unwrap_or(0_u32);
                    let part = further.parse().ok().and_then(|further| last.checked_add_signed(further)).unwrap_or(0);
                    before.resize(before.len().max(place + 1), 0);
                    before.iter_mut().skip(place).take(1).for_each(|before| *before = part);
                    forms.parts.push(char::from_u32(part).unwrap_or(char::REPLACEMENT_CHARACTER));
                }
                forms.characters.push((character, start));
                if let (Some([left, right]), true) = (forms.parts.get(start..), parts == word) {
                    composed((*left, *right), character);
                }
            }
        }
        forms
    }

    fn of(&self, character: char) -> Option<&[char]> {
        let place = self.characters.binary_search_by_key(&character, |(known, _)| *known).ok()?;
        let (_, start) = self.characters.get(place)?;
        let end = self.characters.get(place + 1).map_or(self.parts.len(), |(_, end)| *end);
        self.parts.get(*start..end)
    }
}

impl Letters {
    fn read(text: &str) -> Self {
        let mut lines = text.lines();
        let mut paragraph = || -> Vec<&str> { lines.by_ref().take_while(|line| !line.is_empty()).gather() };
        let _head = paragraph();
        let mut composed = Vec::new();
        let canonical = Forms::read(paragraph(), |parts, whole| composed.push((parts, whole)));
        sort(&mut composed, Ord::cmp);
        let compatible = Forms::read(paragraph(), |_, _| {});
        let marks = paragraph().into_iter().filter_map(|line| {
            let (first, line) = line.split_once(' ')?;
            let (count, class) = line.split_once(' ')?;
            let first = u32::from_str_radix(first, 16).ok()?;
            let last = char::from_u32(first + count.parse::<u32>().ok()?.checked_sub(1)?)?;
            Some((char::from_u32(first)?, last, class.parse().ok()?))
        });
        let marks = marks.gather();
        Letters { canonical, compatible, composed, marks, capitals: paragraph().into_iter().filter_map(Capitals::read).gather() }
    }

    /// The small form of a capital letter; any other character as it is.
    fn small(&self, c: char) -> char {
        let behind = self.capitals.partition_point(|capitals| capitals.first <= u32::from(c));
        let near = behind.checked_sub(1).and_then(|place| self.capitals.get(place));
        near.and_then(|capitals| capitals.small(c)).unwrap_or(c)
    }

    fn nfc(&self, text: &str) -> String {
        let mut parts = Vec::new();
        text.chars().for_each(|c| self.decompose(c, false, &mut parts));
        self.compose(in_order(parts))
    }

    fn nfkd(&self, text: &str) -> String {
        let mut parts = Vec::new();
        text.chars().for_each(|c| self.decompose(c, true, &mut parts));
        in_order(parts).iter().map(|(c, _)| *c).gather()
    }

    /// The combining class of a mark.
    fn mark(&self, c: char) -> Option<u8> {
        let behind = self.marks.partition_point(|(first, _, _)| *first <= c);
        let (_, last, class) = self.marks.get(behind.checked_sub(1)?)?;
        (c <= *last).then_some(*class)
    }

    /// The parts of a character, each with its combining class.
    fn decompose(&self, c: char, compatible: bool, parts: &mut Vec<(char, u8)>) {
        if c.is_ascii() {
            parts.push((c, 0));
        } else if let Some(form) = self.compatible.of(c).filter(|_| compatible).or_else(|| self.canonical.of(c)) {
            form.iter().for_each(|part| self.decompose(*part, compatible, parts));
        } else if let Some((left, right)) = hangul::parts(c) {
            self.decompose(left, compatible, parts);
            parts.push((right, 0));
        } else {
            parts.push((c, self.mark(c).unwrap_or(0)));
        }
    }

    fn compose(&self, parts: Vec<(char, u8)>) -> String {
        let (mut text, mut starter, mut marks, mut last_class) = (String::new(), None, String::new(), 0);
        for (c, class) in parts {
            // A mark reaches the starter if no other of its class, or above, stands between them.
            let reached = starter.filter(|_| marks.is_empty() || last_class < class);
            if let Some(whole) = reached.and_then(|starter| self.whole(starter, c)) {
                starter = Some(whole);
            } else if class == 0 {
                text.extend(starter.replace(c));
                text += &marks;
                marks.clear();
            } else {
                marks.push(c);
                last_class = class;
            }
        }
        text.extend(starter);
        text + &marks
    }

    /// The character that two make.
    fn whole(&self, left: char, right: char) -> Option<char> {
        let place = self.composed.binary_search_by_key(&(left, right), |(parts, _)| *parts).ok();
        place.and_then(|place| self.composed.get(place)).map(|(_, whole)| *whole).or_else(|| hangul::whole(left, right))
    }
}

/// Marks behind one character in the order of their classes; those of one class stay as they are.
fn in_order(mut parts: Vec<(char, u8)>) -> Vec<(char, u8)> {
    parts
        .chunk_by_mut(|(_, left), (_, right)| (*left == 0) == (*right == 0))
        .for_each(|marks| sort(marks, |(_, left), (_, right)| left.cmp(right)));
    parts
}

/// Korean syllables are made of letters by reckoning, not by a table.
mod hangul {
    const SYLLABLE: u32 = 0xac00;
    const LEAD: u32 = 0x1100;
    const VOWEL: u32 = 0x1161;
    /// One before the first: a syllable without a tail has number 0.
    const TAIL: u32 = 0x11a7;
    const LEADS: u32 = 19;
    const VOWELS: u32 = 21;
    const TAILS: u32 = 28;

    /// The number of a character among so many from the first on.
    fn number(c: char, first: u32, count: u32) -> Option<u32> {
        u32::from(c).checked_sub(first).filter(|number| *number < count)
    }

    /// A syllable without its tail and the tail or, if it has none, lead and vowel.
    pub(super) fn parts(c: char) -> Option<(char, char)> {
        let number = number(c, SYLLABLE, LEADS * VOWELS * TAILS)?;
        let (left, right) = match number % TAILS {
            0 => (LEAD + number / TAILS / VOWELS, VOWEL + number / TAILS % VOWELS),
            tail => (u32::from(c) - tail, TAIL + tail),
        };
        Some((char::from_u32(left)?, char::from_u32(right)?))
    }

    /// The syllable of lead and vowel, or of one without a tail and the tail.
    pub(super) fn whole(left: char, right: char) -> Option<char> {
        let begun = || Some(SYLLABLE + (number(left, LEAD, LEADS)? * VOWELS + number(right, VOWEL, VOWELS)?) * TAILS);
        let ended = || {
            let tail = number(right, TAIL, TAILS).filter(|tail| *tail > 0)?;
            number(left, SYLLABLE, LEADS * VOWELS * TAILS).filter(|number| number % TAILS == 0).map(|number| SYLLABLE + number + tail)
        };
        begun().or_else(ended).and_then(char::from_u32)
    }
}

#[cfg(test)]
mod tests;
