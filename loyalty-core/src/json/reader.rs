//! Reads values from a tree and knows the path of what does not fit.
//!
//! One reader for all types, small on purpose: what a reader does in line stands in the code once for each type, and browsers load it. So a
//! type's code has no way out half-way. What does not fit is told to the reader, some value takes its place, and the whole is refused at the
//! end: nobody sees that value.

use std::fmt::{self, Display, Write as _};
use std::slice::Iter;

use super::FromJson;
use super::tree::Tree;
use crate::error::{Error, Problem};

/// One step of the way to a value.
#[derive(Clone, Copy)]
enum Step<'t> {
    /// Into a field.
    Field(&'t str),
    /// Into an item of a list.
    Item(usize),
}

/// Where the value stands that is being read, and the first mistake.
#[derive(Default)]
pub struct Reader<'t> {
    /// The way to the value; after a mistake, the way to that.
    trail: Vec<Step<'t>>,
    mistake: Option<String>,
    /// A field of the next object that was looked at already.
    seen: Option<&'static str>,
}

/// What stands where nothing does.
static NOTHING: Tree = Tree::Null;

impl<'t> Reader<'t> {
    /// The first mistake, if there was one: then what was read is not to be used.
    pub(super) fn problem(self) -> Option<Problem> {
        let problem = self.mistake?;
        let mut path = String::new();
        for step in &self.trail {
            // Writing to a text does not fail.
            let _ = match step {
                Step::Field(name) if path.is_empty() => write!(path, "{name}"),
                Step::Field(name) => write!(path, ".{name}"),
                Step::Item(index) => write!(path, "[{index}]"),
            };
        }
        Some(Problem { path, problem })
    }

    /// The first mistake in a line; what was wrong before the reading comes first.
    #[inline(never)]
    pub(super) fn damage(self, before: Option<String>) -> Option<String> {
        before.or_else(|| self.problem().map(|Problem { path, problem }| format!("{path}: {problem}")))
    }

    /// The first mistake as a refusal, its path below `base`.
    #[inline(never)]
    pub(crate) fn refusal(self, base: &str) -> Option<Error> {
        let Problem { path, problem } = self.problem()?;
        let joint = if base.is_empty() || path.is_empty() || path.starts_with('[') { "" } else { "." };
        Some(Error::invalid(format_args!("{base}{joint}{path}"), problem))
    }

    /// Says that the value here does not fit, and why. The first mistake counts.
    #[cold]
    #[inline(never)]
    pub fn refuse(&mut self, why: &dyn Display) {
        if self.mistake.is_none() {
            self.mistake = Some(why.to_string());
        }
    }

    /// Refuses a value of another kind, by its kind alone: it may be a secret.
    #[cold]
    #[inline(never)]
    pub fn refuse_kind(&mut self, found: &Tree, expected: &str) {
        let (found, hint) = match found {
            Tree::Null => ("null", ""),
            Tree::Bool(_) => ("true or false", ""),
            Tree::Count(_) | Tree::Negative(_) => ("integer", "; write it in quotes"),
            Tree::Fraction => ("fraction", "; write it in quotes"),
            Tree::Text(_) => ("string", ""),
            Tree::List(_) => ("list", ""),
            Tree::Object(_) => ("object", ""),
        };
        let hint = if expected == "a string" { hint } else { "" };
        self.refuse(&format_args!("invalid type: {found}, expected {expected}{hint}"));
    }

    #[cold]
    #[inline(never)]
    fn refuse_field(&mut self, name: &'t str, why: &dyn Display) {
        self.enter(Step::Field(name));
        self.refuse(why);
    }

    /// Goes one step on, unless there was a mistake: then the way stays that to it.
    fn enter(&mut self, step: Step<'t>) {
        if self.mistake.is_none() {
            self.trail.push(step);
        }
    }

    fn back_to(&mut self, depth: usize) {
        if self.mistake.is_none() {
            self.trail.truncate(depth);
        }
    }

    /// The fields of an object, to be asked for in the order of `names`. Where it is `closed`, it has no others.
    pub fn object<'r>(&'r mut self, tree: &'t Tree, names: &'static [&'static str], closed: bool) -> Fields<'r, 't> {
        let entries: &'t [(String, Tree)] = match tree {
            Tree::Object(entries) => entries,
            // A list would be read as an object's fields in their order, and whoever looks at names would see nothing.
            _ => {
                self.refuse_kind(tree, "an object");
                &[]
            }
        };
        let seen = self.seen.take();
        if closed {
            self.keep_to(entries, names, seen);
        }
        Fields { depth: self.trail.len(), reader: self, names: names.iter(), name: "", all: names, tree, entries, place: 0 }
    }

    /// Refuses fields that the type does not have, and those that stand twice.
    fn keep_to(&mut self, entries: &'t [(String, Tree)], names: &[&str], seen: Option<&str>) {
        let mut rest = names;
        for (place, (name, _)) in entries.iter().enumerate() {
            // Fields mostly come in their order.
            if let Some(at) = rest.iter().position(|known| known == name) {
                rest = rest.get(at + 1..).unwrap_or_default();
            } else if !names.contains(&name.as_str()) && seen != Some(name) {
                self.refuse_field(name, &format_args!("unknown field `{name}`, {}", OneOf(names)));
            } else if entries.iter().take(place).any(|(other, _)| other == name) {
                self.refuse_field(name, &format_args!("duplicate field `{name}`"));
            }
        }
    }

    /// The place in `words` of the text that stands here.
    pub fn word(&mut self, tree: &'t Tree, words: &[&str]) -> usize {
        let text = self.text(tree);
        words.iter().position(|word| *word == text).unwrap_or_else(|| {
            self.refuse(&format_args!("unknown variant `{text}`, {}", OneOf(words)));
            0
        })
    }

    /// The place in `words` of the text in a field of the object that is read next: it says what the object is.
    pub fn tag(&mut self, tree: &'t Tree, name: &'static str, words: &'static [&'static str]) -> usize {
        let depth = self.trail.len();
        let place = match tree.get(name) {
            Some(tag) => {
                self.enter(Step::Field(name));
                self.word(tag, words)
            }
            None => {
                self.refuse_field(name, &format_args!("missing field `{name}`"));
                0
            }
        };
        self.back_to(depth);
        self.seen = Some(name);
        place
    }

    /// The text that stands here.
    pub fn text(&mut self, tree: &'t Tree) -> &'t str {
        if let Tree::Text(text) = tree {
            return text;
        }
        self.refuse_kind(tree, "a string");
        ""
    }

    /// The text that stands here, checked by its type.
    pub fn checked<T: TryFrom<String, Error: Display>>(&mut self, tree: &'t Tree) -> Option<T> {
        match T::try_from(self.text(tree).to_owned()) {
            Ok(value) => Some(value),
            Err(malformed) => {
                self.refuse(&malformed);
                None
            }
        }
    }

    /// The whole number from 0 to `max` that stands here.
    pub(super) fn count(&mut self, tree: &Tree, max: u64, kind: &str) -> u64 {
        match tree {
            Tree::Count(number) if *number <= max => return *number,
            Tree::Count(_) | Tree::Negative(_) => self.refuse(&format_args!("invalid value: integer, expected {kind}")),
            _ => self.refuse_kind(tree, kind),
        }
        0
    }

    /// The items of the list that stands here, each read.
    pub(super) fn list<T: FromJson>(&mut self, tree: &'t Tree) -> Vec<T> {
        let mut values = Vec::new();
        let mut walk = self.items(tree);
        while let Some(item) = walk.next(self) {
            values.push(T::read(item, self));
        }
        values
    }

    pub(super) fn items(&mut self, tree: &'t Tree) -> Items<'t> {
        let rest: &'t [Tree] = match tree {
            Tree::List(items) => items,
            _ => {
                self.refuse_kind(tree, "a list");
                &[]
            }
        };
        Items { rest: rest.iter(), index: 0, depth: self.trail.len() }
    }

    /// The entries of the object that stands here, as they are.
    pub(super) fn entries(&mut self, tree: &'t Tree) -> Entries<'t> {
        let rest: &'t [(String, Tree)] = match tree {
            Tree::Object(entries) => entries,
            _ => {
                self.refuse_kind(tree, "an object");
                &[]
            }
        };
        Entries { rest: rest.iter(), depth: self.trail.len() }
    }
}

/// The items of a list, one after the other, until one does not fit.
pub(super) struct Items<'t> {
    rest: Iter<'t, Tree>,
    index: usize,
    depth: usize,
}

impl<'t> Items<'t> {
    pub(super) fn next(&mut self, reader: &mut Reader<'t>) -> Option<&'t Tree> {
        reader.back_to(self.depth);
        let item = self.rest.next().filter(|_| reader.mistake.is_none())?;
        reader.enter(Step::Item(self.index));
        self.index += 1;
        Some(item)
    }
}

/// The entries of an object, one after the other, until one does not fit.
pub(super) struct Entries<'t> {
    rest: Iter<'t, (String, Tree)>,
    depth: usize,
}

impl<'t> Entries<'t> {
    pub(super) fn next(&mut self, reader: &mut Reader<'t>) -> Option<(&'t str, &'t Tree)> {
        reader.back_to(self.depth);
        let (name, value) = self.rest.next().filter(|_| reader.mistake.is_none())?;
        reader.enter(Step::Field(name));
        Some((name, value))
    }
}

/// The fields of an object: each question is for the next of its names.
pub struct Fields<'r, 't> {
    reader: &'r mut Reader<'t>,
    names: Iter<'static, &'static str>,
    /// The field that was asked for last.
    name: &'static str,
    all: &'static [&'static str],
    tree: &'t Tree,
    entries: &'t [(String, Tree)],
    /// Behind the entry that was found last: fields mostly come in their order.
    place: usize,
    depth: usize,
}

impl<'t> Fields<'_, 't> {
    /// A field that must be there, unless its type says what it is without.
    pub fn must<T: FromJson>(&mut self) -> T {
        match self.next() {
            Some(tree) => T::read(tree, self.reader),
            None => T::absent().unwrap_or_else(|| {
                self.missing();
                T::read(&NOTHING, self.reader)
            }),
        }
    }

    /// A field that may be missing, or be null.
    pub fn may<T: FromJson>(&mut self) -> Option<T> {
        let tree = self.next().filter(|tree| **tree != Tree::Null)?;
        Some(T::read(tree, self.reader))
    }

    /// A field that is something else when it is missing.
    pub fn or<T: FromJson>(&mut self, absent: fn() -> T) -> T {
        match self.next() {
            Some(tree) => T::read(tree, self.reader),
            None => absent(),
        }
    }

    /// What stands among these fields and has none of the names.
    pub fn rest<T: FromJson>(&mut self) -> T {
        self.reader.back_to(self.depth);
        T::read_rest(self.tree, self.all, self.reader)
    }

    fn next(&mut self) -> Option<&'t Tree> {
        self.reader.back_to(self.depth);
        self.name = self.names.next()?;
        let found = match self.entries.get(self.place) {
            Some((name, _)) if name == self.name => self.place,
            _ => self.entries.iter().position(|(name, _)| name == self.name)?,
        };
        self.place = found + 1;
        self.reader.enter(Step::Field(self.name));
        self.entries.get(found).map(|(_, value)| value)
    }

    #[cold]
    #[inline(never)]
    fn missing(&mut self) {
        self.reader.refuse_field(self.name, &format_args!("missing field `{}`", self.name));
    }
}

/// Names as a mistake lists them.
struct OneOf<'n>(&'n [&'n str]);

impl Display for OneOf<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            [] => out.write_str("there are no fields"),
            [one] => write!(out, "expected `{one}`"),
            [one, other] => write!(out, "expected `{one}` or `{other}`"),
            [first, rest @ ..] => {
                write!(out, "expected one of `{first}`")?;
                rest.iter().try_for_each(|name| write!(out, ", `{name}`"))
            }
        }
    }
}
