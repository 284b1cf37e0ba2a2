//! SHA-256, with which the log is chained and requests are told apart.

use sha2::Digest as _;
use sha2::Sha256;

/// A digest as it is taken, part by part. One copy of the way in for all who take one.
pub struct Digest(Sha256);

impl Digest {
    /// Of nothing yet.
    pub fn new() -> Self {
        Digest(Sha256::new())
    }

    /// Takes in a part.
    #[inline(never)]
    pub fn take(&mut self, part: &[u8]) {
        self.0.update(part);
    }

    /// Takes in a part behind its length, so that no two lists of parts give the same digest.
    pub fn take_counted(&mut self, part: &[u8]) {
        self.take(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        self.take(part);
    }

    /// The digest.
    pub fn end(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

impl Default for Digest {
    fn default() -> Self {
        Digest::new()
    }
}
