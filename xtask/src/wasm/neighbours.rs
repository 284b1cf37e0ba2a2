//! Names by which alike functions come to stand side by side when they are sorted by name, which is what brotli packs best: all that read, all that
//! write, all that drop, whatever their types.

use wasmparser::{BinaryReader, BinaryReaderError, Name, NameSectionReader};

use super::weight::{plain, unreadable};

/// What a module begins with: its magic number and version.
const PREAMBLE: usize = 8;
/// The section with the names, as it says at its beginning.
const NAMES: &[u8] = b"\x04name";

/// The same module, the name of each function behind the last word of it.
pub(super) fn named(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let (preamble, sections) = bytes.split_at_checked(PREAMBLE).ok_or("the WebAssembly is too short")?;
    let mut module = preamble.to_vec();
    let mut reader = BinaryReader::new(sections, 0);
    while !reader.eof() {
        let (id, content) = section(&mut reader).map_err(unreadable)?;
        match content.strip_prefix(NAMES) {
            Some(names) if id == 0 => push(&mut module, id, &[NAMES, &renamed(names).map_err(unreadable)?].concat()),
            _ => push(&mut module, id, content),
        }
    }
    Ok(module)
}

fn section<'b>(reader: &mut BinaryReader<'b>) -> Result<(u8, &'b [u8]), BinaryReaderError> {
    let id = reader.read_u8()?;
    let length = reader.read_var_u32()?;
    Ok((id, reader.read_bytes(length as usize)?))
}

/// The names of functions; those of locals and the like are not kept.
fn renamed(names: &[u8]) -> Result<Vec<u8>, BinaryReaderError> {
    let mut functions = Vec::new();
    for section in NameSectionReader::new(BinaryReader::new(names, 0)) {
        if let Name::Function(map) = section? {
            number(&mut functions, map.clone().count() as u64);
            for naming in map {
                let naming = naming?;
                let name = format!("{}|{}", last_word(naming.name), naming.name);
                number(&mut functions, naming.index.into());
                number(&mut functions, name.len() as u64);
                functions.extend(name.into_bytes());
            }
        }
    }
    let mut section = Vec::new();
    push(&mut section, 1, &functions);
    Ok(section)
}

/// What a function is called without its path and types.
fn last_word(name: &str) -> String {
    let plain = plain(name);
    plain.rsplit("::").find(|word| !word.is_empty() && !word.starts_with('{')).unwrap_or_default().to_owned()
}

fn push(into: &mut Vec<u8>, id: u8, content: &[u8]) {
    into.push(id);
    number(into, content.len() as u64);
    into.extend(content);
}

/// A number in as many bytes as it needs, seven bits in each.
fn number(into: &mut Vec<u8>, mut number: u64) {
    while number > 127 {
        into.push(number as u8 & 127 | 128);
        number >>= 7;
    }
    into.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_says_what_a_function_does() {
        for (name, word) in [
            ("<a[0123456789abcdef]::Id as b[0123456789abcdef]::Record>::to_row", "to_row"),
            ("a::json::text::<a::Vec<b::Id>>", "text"),
            ("<a::Id as b::Operation>::run::{closure#0}", "run"),
            ("store_execute", "store_execute"),
        ] {
            assert_eq!(last_word(name), word, "{name}");
        }
    }

    #[test]
    fn all_but_the_names_stays() {
        let module = |names: &[u8]| {
            let mut module = b"\0asm\x01\0\0\0".to_vec();
            push(&mut module, 1, &[0; 200]);
            push(&mut module, 0, &[NAMES, names].concat());
            module
        };
        assert_eq!(named(&module(b"\x01\x07\x01\x03\x04a::b")), Ok(module(b"\x01\x09\x01\x03\x06b|a::b")));
        assert!(named(b"\0asm").is_err() && named(b"\0asm\x01\0\0\0\x01\x09").is_err());
    }
}
