//! `loyalty-core/src/unicode/letters.txt`: what characters are made of, from the crate unicode-normalization, and small letters, from Rust. How it reads stands in `unicode.rs`.

use unicode_normalization::char::{canonical_combining_class, compose, decompose_canonical, decompose_compatible, is_combining_mark};
use unicode_normalization::{UNICODE_VERSION, UnicodeNormalization};

use super::COMMAND;

/// Korean syllables, which are made by reckoning.
const SYLLABLES: std::ops::RangeInclusive<char> = '\u{ac00}'..='\u{d7a3}';

/// The file.
pub fn table() -> String {
    let (major, minor, patch) = UNICODE_VERSION;
    let head = format!("# Made by `{COMMAND}` from unicode-normalization, Unicode {major}.{minor}.{patch}. Do not edit.\n");
    [head, forms(canonical), forms(compatible), marks(), capitals()].join("\n")
}

fn every() -> impl Iterator<Item = char> {
    ('\0'..=char::MAX).filter(|c| !SYLLABLES.contains(c))
}

fn whole(c: char) -> Vec<char> {
    let mut parts = Vec::new();
    decompose_canonical(c, |part| parts.push(part));
    parts
}

/// The parts of a character that is not its own canonical form, of one step, and whether they go together again.
fn canonical(c: char) -> Option<(Vec<char>, bool)> {
    let parts = whole(c);
    let (last, first) = parts.split_last()?;
    let mut first: Vec<char> = first.iter().copied().nfc().collect();
    first.push(*last);
    match first[..] {
        _ if parts == [c] => None,
        [left, right] if compose(left, right) == Some(c) => Some((first, true)),
        _ => Some((parts, false)),
    }
}

/// The parts of a character whose compatible form is another than its canonical one.
fn compatible(c: char) -> Option<(Vec<char>, bool)> {
    let mut parts = Vec::new();
    decompose_compatible(c, |part| parts.push(part));
    (parts != whole(c)).then_some((parts, true))
}

fn forms(of: fn(char) -> Option<(Vec<char>, bool)>) -> String {
    let (mut text, mut next, mut before) = (String::new(), None, Vec::new());
    for (c, (parts, go_together)) in every().filter_map(|c| of(c).map(|form| (c, form))) {
        if next != Some(u32::from(c)) {
            text += &format!("{}{:x}", if next.is_some() { "\n" } else { "" }, u32::from(c));
        }
        next = Some(u32::from(c) + 1);
        before.resize(before.len().max(parts.len()), 0);
        let further: Vec<String> =
            parts.iter().zip(&before).map(|(part, before)| (i64::from(u32::from(*part)) - before).to_string()).collect();
        before.iter_mut().zip(&parts).for_each(|(before, part)| *before = u32::from(*part).into());
        text += &format!(" {}{}", further.join(","), if parts.len() == 2 && !go_together { "!" } else { "" });
    }
    text + "\n"
}

fn marks() -> String {
    let mut runs: Vec<(u32, u32, u8)> = Vec::new();
    for c in every().filter(|c| is_combining_mark(*c)) {
        let class = canonical_combining_class(c);
        match runs.last_mut() {
            Some((first, count, last)) if *first + *count == u32::from(c) && *last == class => *count += 1,
            _ => runs.push((u32::from(c), 1, class)),
        }
    }
    runs.iter().map(|(first, count, class)| format!("{first:x} {count} {class}\n")).collect()
}

/// The capital letters, in runs of those as far apart as their small ones.
fn capitals() -> String {
    struct Run {
        first: u32,
        count: u32,
        apart: u32,
        further: i64,
    }
    let mut runs: Vec<Run> = Vec::new();
    for (c, small) in every().filter_map(|c| small(c).map(|small| (u32::from(c), u32::from(small)))) {
        let further = i64::from(small) - i64::from(c);
        match runs.last_mut().filter(|run| run.further == further) {
            Some(run) if run.count == 1 && c - run.first <= 2 => (run.count, run.apart) = (2, c - run.first),
            Some(run) if c == run.first + run.count * run.apart => run.count += 1,
            _ => runs.push(Run { first: c, count: 1, apart: 1, further }),
        }
    }
    runs.iter().map(|Run { first, count, apart, further }| format!("{first:x} {count} {apart} {further}\n")).collect()
}

/// The one other character that is the small form.
fn small(c: char) -> Option<char> {
    let mut small = c.to_lowercase();
    small.next().filter(|small| *small != c).filter(|_| small.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_of_one_step_where_they_go_together() {
        assert_eq!(canonical('\u{1ea4}'), Some((vec!['\u{c2}', '\u{301}'], true)));
        assert_eq!(canonical('\u{958}'), Some((vec!['\u{915}', '\u{93c}'], false)));
        assert_eq!(canonical('\u{212b}'), Some((vec!['A', '\u{30a}'], false)));
        assert_eq!(canonical('a'), None);
        assert_eq!(compatible('\u{fb01}'), Some((vec!['f', 'i'], true)));
        assert_eq!(compatible('\u{c0}'), None);
    }

    #[test]
    fn each_number_is_how_much_further_a_part_is() {
        assert!(forms(canonical).starts_with("c0 65,768 0,1 0,1 0,1 0,5 0,2\nc7 "));
        assert!(marks().starts_with("300 21 230\n"));
        assert!(capitals().starts_with("41 26 1 32\nc0 23 1 32\nd8 7 1 32\n100 24 2 1\n"));
    }
}
