//! Codes that people type: of gift cards and of rewards. 128 random bits and two symbols that tell a typing error (rules R5, R7).

use std::fmt;

use crate::error::Error;
use crate::gather::Gather;

/// The symbols, each of five bits. Those that are read for one another are not among them.
const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The symbols that hold the random bits: the first holds three, the others five.
const OF_BITS: usize = 26;

/// The symbols of a code: those of the bits, and two to check them.
const LENGTH: usize = OF_BITS + 2;

/// The largest prime below 32²: two symbols hold what is left of a division by it. One wrong symbol, or two neighbours that changed places,
/// always leave something else.
const PRIME: u32 = 1_021;

/// Symbols between two hyphens.
const GROUP: usize = 4;

/// A code: `7ZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZM5`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code(String);

impl Code {
    /// The code of 16 random bytes; more than that are not looked at.
    pub fn of(random: &[u8; 32]) -> Self {
        let bits = random.iter().take(16).fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
        let mut digits: Vec<u32> = (0..OF_BITS).rev().map(|place| u32::try_from(bits >> (5 * place) & 31).unwrap_or_default()).gather();
        let check = rest(&digits);
        digits.extend([check / 32, check % 32]);
        let symbol = |digit: &u32| usize::try_from(*digit).ok().and_then(|digit| SYMBOLS.get(digit)).copied().map_or('0', char::from);
        Code(digits.iter().map(symbol).gather())
    }

    /// Reads a code as people type it: small letters, spaces and hyphens do not matter, O is zero, I and L are one.
    ///
    /// # Errors
    /// `invalid_request` with the path when it is no code; a typing error is told.
    pub fn read(typed: &str, path: &str) -> Result<Self, Error> {
        let symbols: String = typed.chars().filter(|symbol| !matches!(symbol, ' ' | '-')).map(plain).gather();
        let digits: Option<Vec<u32>> = symbols.chars().map(digit).gather();
        let Some(digits) = digits.filter(|digits| digits.len() == LENGTH) else {
            return Err(Error::invalid(path, format_args!("is not a code of {LENGTH} letters and digits; type it as it was given")));
        };
        let (bits, check) = digits.split_at(OF_BITS);
        if check.iter().fold(0, |value, digit| value * 32 + digit) != rest(bits) {
            return Err(Error::invalid(path, "has a typing error; compare it with the code as it was given"));
        }
        Ok(Code(symbols))
    }

    /// The symbols without hyphens: what is hashed or looked up.
    pub fn symbols(&self) -> &str {
        &self.0
    }

    /// Symbols as they are given to people, in groups.
    pub fn grouped(symbols: &str) -> String {
        Code(symbols.to_owned()).to_string()
    }

    /// The last four symbols, by which people tell codes apart.
    pub fn last_four(&self) -> &str {
        self.0.get(LENGTH - GROUP..).unwrap_or_default()
    }
}

/// As it is given to people, in groups.
impl fmt::Display for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, symbol) in self.0.char_indices() {
            let between = if place > 0 && place.is_multiple_of(GROUP) { "-" } else { "" };
            write!(out, "{between}{symbol}")?;
        }
        Ok(())
    }
}

/// A symbol as it is meant.
fn plain(symbol: char) -> char {
    match symbol.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    }
}

fn digit(symbol: char) -> Option<u32> {
    SYMBOLS.iter().position(|other| char::from(*other) == symbol).and_then(|digit| u32::try_from(digit).ok())
}

fn rest(digits: &[u32]) -> u32 {
    digits.iter().fold(0, |rest, digit| (rest * 32 + digit) % PRIME)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code() -> Code {
        let mut random = [0; 32];
        random.iter_mut().zip(1_u8..).for_each(|(byte, number)| *byte = number.wrapping_mul(37));
        Code::of(&random)
    }

    // rule R7
    #[test]
    fn a_code_is_read_as_people_type_it() {
        let code = code();
        let given = code.to_string();
        assert_eq!((given.len(), given.matches('-').count(), code.symbols().len()), (34, 6, 28));
        for typed in [given.clone(), given.to_lowercase(), given.replace('-', " "), given.replace('0', "o").replace('1', "l")] {
            assert_eq!(Code::read(&typed, "args.code").unwrap(), code, "{typed}");
        }
        assert!(given.ends_with(code.last_four()));
        assert_eq!(Code::of(&[255; 32]).to_string(), "7ZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZM5");
    }

    // rule R7
    #[test]
    fn every_wrong_symbol_and_every_pair_of_neighbours_in_the_wrong_order_is_noticed() {
        let code = code();
        let symbols: Vec<char> = code.symbols().chars().collect();
        let refused = |typed: &[char]| Code::read(&typed.iter().collect::<String>(), "args.code").is_err();
        for place in 0..LENGTH {
            for symbol in SYMBOLS.iter().map(|symbol| char::from(*symbol)).filter(|symbol| *symbol != symbols[place]) {
                let mut typed = symbols.clone();
                typed[place] = symbol;
                assert!(refused(&typed), "{typed:?}");
            }
            let mut typed = symbols.clone();
            if place + 1 < LENGTH && typed[place] != typed[place + 1] {
                typed.swap(place, place + 1);
                assert!(refused(&typed), "{typed:?}");
            }
        }
        assert!(!refused(&symbols) && refused(&symbols[1..]));
    }
}
