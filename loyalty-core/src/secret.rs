//! Secrets of the host, under which codes are hashed: whoever reads the database alone cannot tell whether a code is one (rule R7).

use std::fmt;

use crate::digest::Digest;
use crate::error::Error;
use crate::gather::Gather;
use crate::hex::hex;
use crate::id::Slug;
use crate::json::Json;
use crate::limits::{SECRET_BYTES_MAX, SECRET_BYTES_MIN, SECRETS_MAX};

/// A secret with the id under which hashes remember it. Of several the first hashes, and all of them find what was hashed before.
#[derive(Clone, PartialEq, Eq, Json)]
#[serde(deny_unknown_fields)]
pub struct Secret {
    id: Slug,
    key: String,
}

/// Nothing that is logged may show the key.
impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Secret({})", self.id)
    }
}

impl Secret {
    /// A secret.
    ///
    /// # Errors
    /// Those of [`Secret::check`].
    pub fn new(id: Slug, key: impl Into<String>) -> Result<Self, Error> {
        let secret = Secret { id, key: key.into() };
        Self::check(std::slice::from_ref(&secret)).map(|()| secret)
    }

    /// Refuses keys that are too short, and ids that stand twice.
    ///
    /// # Errors
    /// `invalid_request`, naming the place and never the key.
    pub fn check(secrets: &[Secret]) -> Result<(), Error> {
        if secrets.len() > SECRETS_MAX {
            return Err(Error::invalid("config.secrets", format_args!("has more than {SECRETS_MAX} items; leave out the oldest")));
        }
        for (number, secret) in secrets.iter().enumerate() {
            if !(SECRET_BYTES_MIN..=SECRET_BYTES_MAX).contains(&secret.key.len()) {
                let problem = format_args!("must be {SECRET_BYTES_MIN} to {SECRET_BYTES_MAX} bytes of text that nobody can guess");
                return Err(Error::invalid(format_args!("config.secrets[{number}].key"), problem));
            }
            if secrets.iter().take(number).any(|other| other.id == secret.id) {
                return Err(Error::invalid(format_args!("config.secrets[{number}].id"), "stands there twice; give every secret its own"));
            }
        }
        Ok(())
    }

    /// The hash of a text, with the id of the secret in front: what is stored and looked up.
    pub fn hash(&self, text: &str) -> String {
        format!("{}:{}", self.id, hex(&hmac(self.key.as_bytes(), text.as_bytes())))
    }
}

/// The block of SHA-256.
const BLOCK: usize = 64;

/// HMAC-SHA256 (RFC 2104). It is four lines over the digest that is there anyway, which weigh less in a browser than a crate for it.
fn hmac(key: &[u8], text: &[u8]) -> [u8; 32] {
    let long = (key.len() > BLOCK).then(|| digest(&[key]));
    let key = long.as_ref().map_or(key, <[u8; 32]>::as_slice);
    let padded = |pad: u8| -> Vec<u8> { key.iter().copied().chain(std::iter::repeat(0)).take(BLOCK).map(|byte| byte ^ pad).gather() };
    digest(&[&padded(0x5c), &digest(&[&padded(0x36), text])])
}

fn digest(parts: &[&[u8]]) -> [u8; 32] {
    let mut digest = Digest::new();
    parts.iter().for_each(|part| digest.take(part));
    digest.end()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hex::unhex;

    // rule R7
    #[test]
    fn the_vectors_of_rfc_4231_come_out() {
        let long = [0xaa; 131];
        for (key, text, wanted) in [
            (&[0x0b; 20][..], &b"Hi There"[..], "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
            (b"Jefe", b"what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
            (&[0xaa; 20], &[0xdd; 50], "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
            (
                &unhex("0102030405060708090a0b0c0d0e0f10111213141516171819").unwrap(),
                &[0xcd; 50],
                "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b",
            ),
            (
                &long,
                b"Test Using Larger Than Block-Size Key - Hash Key First",
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
            ),
            (
                &long,
                b"This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.",
                "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
            ),
        ] {
            assert_eq!(hex(&hmac(key, text)), wanted);
        }
    }

    // rule R7
    #[test]
    fn a_secret_is_long_has_an_id_of_its_own_and_is_not_shown() {
        let secret = |id: &str, key: &str| Secret { id: Slug::new(id).unwrap(), key: key.to_owned() };
        let long = "a key of more than thirty-two bytes";
        let path = |secrets: &[Secret]| Secret::check(secrets).unwrap_err().to_string();
        assert!(Secret::check(&[secret("new", long), secret("old", long)]).is_ok());
        assert!(path(&[secret("new", long), secret("new", long)]).starts_with("config.secrets[1].id"));
        let refused = path(&[secret("new", "hunter2")]);
        assert!(refused.starts_with("config.secrets[0].key") && !refused.contains("hunter2"), "{refused}");
        assert_eq!(format!("{:?}", secret("new", long)), "Secret(new)");
        assert_ne!(secret("new", long).hash("text"), secret("old", long).hash("text"));
    }
}
