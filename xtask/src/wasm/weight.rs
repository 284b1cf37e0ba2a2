//! What a WebAssembly file weighs: as it is sent, and what each crate has in it.

use std::collections::BTreeMap;
use std::fmt;
use std::io::Write as _;

use wasmparser::{KnownCustom, Name, Parser, Payload};

/// So many of the functions that are there most often are shown.
const REPEATED: usize = 20;
/// A run of so many printable characters is taken for text.
const TEXT_MIN: usize = 4;

/// The bytes of a file as it is, and as servers send it.
#[derive(Clone, Copy)]
pub struct Download {
    raw: u64,
    gzip: u64,
    /// What counts.
    pub brotli: u64,
}

impl Download {
    /// Packs a file as servers pack what does not change: as small as it becomes.
    pub fn of(bytes: &[u8]) -> Result<Self, String> {
        let cannot = |e: std::io::Error| format!("cannot pack the WebAssembly: {e}");
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        gzip.write_all(bytes).map_err(cannot)?;
        let gzip = gzip.finish().map_err(cannot)?.len() as u64;
        let best = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
        let mut packed = Vec::new();
        brotli::BrotliCompress(&mut &bytes[..], &mut packed, &best).map_err(cannot)?;
        Ok(Self { raw: bytes.len() as u64, gzip, brotli: packed.len() as u64 })
    }
}

impl fmt::Display for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:>10} bytes\n{:>10} gzip\n{:>10} brotli", self.raw, self.gzip, self.brotli)
    }
}

/// What each crate has in a file.
#[derive(Default)]
pub struct Crates {
    code: BTreeMap<String, Share>,
    functions: BTreeMap<String, Share>,
    /// Texts in the data, and all else in it: tables of time zones and of letters, and what points into them.
    texts: u64,
    tables: u64,
    /// Types, imports, exports and what else is neither code nor data nor a name.
    rest: u64,
}

/// How many functions, and their bytes.
#[derive(Clone, Copy, Default)]
struct Share {
    count: u64,
    bytes: u64,
}

impl Crates {
    /// Reads a file that has the names of its functions.
    pub fn of(bytes: &[u8]) -> Result<Self, String> {
        let mut crates = Self::default();
        let mut names = BTreeMap::new();
        let mut bodies = Vec::new();
        let mut imported = 0;
        for payload in Parser::new(0).parse_all(bytes) {
            match payload.map_err(unreadable)? {
                Payload::ImportSection(section) => {
                    crates.rest += length(&section.range());
                    for import in section.into_imports() {
                        imported += u32::from(matches!(import.map_err(unreadable)?.ty, wasmparser::TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionEntry(body) => bodies.push(length(&body.range())),
                Payload::CodeSectionStart { .. } => {}
                Payload::DataSection(section) => {
                    for data in section {
                        let data = data.map_err(unreadable)?.data;
                        let texts = texts(data);
                        crates.texts += texts;
                        crates.tables += data.len() as u64 - texts;
                    }
                }
                Payload::CustomSection(section) => {
                    if let KnownCustom::Name(sections) = section.as_known() {
                        names.extend(function_names(sections)?);
                    }
                }
                other => crates.rest += other.as_section().map_or(0, |(_, range)| length(&range)),
            }
        }
        if names.is_empty() {
            return Err("the WebAssembly has lost the names of its functions".to_owned());
        }
        for (index, bytes) in (imported..).zip(bodies) {
            let name = names.get(&index).map_or("", String::as_str);
            crates.add(name, bytes);
        }
        Ok(crates)
    }

    fn add(&mut self, name: &str, bytes: u64) {
        for (shares, key) in [(&mut self.code, crate_of(name).to_owned()), (&mut self.functions, plain(name))] {
            let share = shares.entry(key).or_default();
            share.count += 1;
            share.bytes += bytes;
        }
    }
}

impl fmt::Display for Crates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:>10} {:>9}  code of", "bytes", "functions")?;
        let mut code: Vec<_> = self.code.iter().collect();
        code.sort_by_key(|(_, share)| std::cmp::Reverse(share.bytes));
        for (name, Share { count, bytes }) in code {
            writeln!(f, "{bytes:>10} {count:>9}  {name}")?;
        }
        writeln!(f, "{:>10} {:>9}  texts in the data", self.texts, "")?;
        writeln!(f, "{:>10} {:>9}  other data", self.tables, "")?;
        writeln!(f, "{:>10} {:>9}  all else", self.rest, "")?;
        writeln!(f, "\n{:>10} {:>9}  made most often anew for other types", "bytes", "functions")?;
        let mut often: Vec<_> = self.functions.iter().filter(|(_, share)| share.count > 1).collect();
        often.sort_by_key(|(_, share)| std::cmp::Reverse(share.bytes));
        let lines: Vec<_> =
            often.iter().take(REPEATED).map(|(name, Share { count, bytes })| format!("{bytes:>10} {count:>9}  {name}")).collect();
        write!(f, "{}", lines.join("\n"))
    }
}

fn function_names(sections: wasmparser::NameSectionReader<'_>) -> Result<BTreeMap<u32, String>, String> {
    let mut names = BTreeMap::new();
    for section in sections {
        if let Name::Function(map) = section.map_err(unreadable)? {
            for naming in map {
                let naming = naming.map_err(unreadable)?;
                names.insert(naming.index, naming.name.to_owned());
            }
        }
    }
    Ok(names)
}

/// The crate in which a function is written: of `<a::B as c::D>::e` it is the one of `a`, and of `<T as c::D>::e` that of `c`.
fn crate_of(name: &str) -> &str {
    let own = name.trim_start_matches(['<', '&', '*', '(', '[']);
    let own = ["dyn ", "mut ", "const "].iter().fold(own, |own, word| own.strip_prefix(word).unwrap_or(own));
    let end = own.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(own.len());
    let (first, after) = own.split_at(end);
    match own.split_once(" as ") {
        _ if after.starts_with("::") || after.starts_with("[") => first,
        Some((_, interface)) if name.starts_with('<') => crate_of(interface),
        _ => "without a crate",
    }
}

/// A name without what tells its copies apart: the digits of `a[0123456789abcdef]::b`, and the types of `<a<T>>::b::<U>`.
pub(super) fn plain(name: &str) -> String {
    let (mut plain, mut types, mut digits) = (String::new(), 0_u32, false);
    let mut last = ' ';
    for letter in name.chars() {
        // As in the type of a function.
        let arrow = std::mem::replace(&mut last, letter) == '-';
        match letter {
            '[' if plain.ends_with(char::is_alphanumeric) => digits = true,
            ']' if digits => digits = false,
            // What stands in front of a path is a type too, but says whose function it is.
            '<' if types > 0 || plain.ends_with(|before: char| before.is_alphanumeric() || before == ':') => types += 1,
            '>' if arrow => {}
            '>' if types > 0 => types -= 1,
            _ if types == 0 && !digits => plain.push(letter),
            _ => {}
        }
    }
    plain
}

/// How many bytes look like text.
fn texts(data: &[u8]) -> u64 {
    let printable = |byte: &u8| matches!(byte, b' '..=b'~');
    let runs = data.split(|byte| !printable(byte)).map(<[u8]>::len);
    runs.filter(|length| *length >= TEXT_MIN).sum::<usize>() as u64
}

fn length(range: &std::ops::Range<u64>) -> u64 {
    range.end - range.start
}

pub(super) fn unreadable(error: wasmparser::BinaryReaderError) -> String {
    format!("the WebAssembly cannot be read: {error}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_crate_that_wrote_it() {
        for (name, owner) in [
            ("loyalty_core::json::plain::he5d43a32cb58267b", "loyalty_core"),
            ("<loyalty_core::json::Reader as serde_core::de::Deserializer>::any", "loyalty_core"),
            ("<&mut serde_json::de::Deserializer<R> as serde_core::de::Deserializer>::any", "serde_json"),
            ("<T as alloc::string::ToString>::to_string", "alloc"),
            ("<core[c5930c85a12de822]::num::bignum::Big32x40>::mul_pow2", "core"),
            ("<[T] as alloc::slice::Join>::join", "alloc"),
            ("store_execute", "without a crate"),
        ] {
            assert_eq!(crate_of(name), owner, "{name}");
        }
    }

    #[test]
    fn copies_of_a_function_have_one_name() {
        assert_eq!(plain("<core[c5930c85a12de822]::num::Big>::pow"), "<core::num::Big>::pow");
        assert_eq!(plain("a[c5930c85a12de822]::text::<b[4a3bb77baccf8036]::Id>"), plain("a[c5930c85a12de822]::text::<u8>"));
        assert_eq!(plain("<a::Vec<fn(&b) -> c> as d::Drop>::drop"), plain("<a::Vec<u8> as d::Drop>::drop"));
        assert_ne!(plain("a::b::help"), plain("a::b::heap"));
    }

    #[test]
    fn what_cannot_be_packed_stays_large() {
        let download = Download::of(&[7; 100_000]).unwrap();
        assert_eq!(download.raw, 100_000);
        assert!(download.brotli < 100 && download.gzip < 1_000);
        let mut noise = vec![0; 100_000];
        getrandom::fill(&mut noise).unwrap();
        assert!(Download::of(&noise).unwrap().brotli > 99_000);
    }

    #[test]
    fn a_file_without_names_is_refused() {
        assert!(Crates::of(b"\0asm\x01\0\0\0").is_err_and(|why| why.contains("names")));
        assert!(Crates::of(b"no module").is_err_and(|why| why.contains("cannot be read")));
        assert_eq!(texts(b"\0points\0\x01abc\0"), 6);
    }
}
