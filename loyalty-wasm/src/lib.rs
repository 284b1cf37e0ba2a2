//! The engine for browsers, Node and workers: a thin layer over the core and its memory, under the npm package in `packages/js`.
//!
//! JavaScript is asynchronous and the engine is not. So the engine runs over memory here, [`Store::execute`] says at once what it did, and
//! [`Store::take_written`] gives the rows that changed, for JavaScript to keep before it passes the answer on.

mod kept;
mod near;

use std::sync::Arc;

use loyalty_core::json;
use loyalty_core::loyalty::Loyalty;
use wasm_bindgen::prelude::wasm_bindgen;

use kept::Kept;
pub use near::Near;

/// The form in which rows are kept: a store written by a later release with another form is refused by name.
const FORMAT: u32 = 1;

/// A shop in memory.
#[wasm_bindgen]
pub struct Store {
    kept: Arc<Kept>,
    loyalty: Loyalty<Arc<Kept>>,
}

#[wasm_bindgen]
impl Store {
    /// A shop with the rows that were kept of it, as [`Store::take_written`] gave them, in any order: `[row, …]`; `[]` for a new one. With it
    /// the secrets under which codes are hashed, `[{"id": …, "key": …}, …]`; `[]` for none.
    ///
    /// # Errors
    /// What is wrong with a row or a secret.
    #[wasm_bindgen(constructor)]
    pub fn new(rows: &str, secrets: &str) -> Result<Store, String> {
        let kept = Arc::new(Kept::parse(rows)?);
        let secrets = json::read_text(secrets, "config.secrets").map_err(|error| error.to_string())?;
        let loyalty = Loyalty::new(Arc::clone(&kept)).with_secrets(secrets).map_err(|error| error.to_string())?;
        Ok(Store { loyalty, kept })
    }

    /// Executes one request in a context: `{"ok": …}` or `{"error": …}`. The context must have `at`, and for commands `entropy`.
    pub fn execute(&self, request: &str, context: &str) -> String {
        self.loyalty.execute(request, context)
    }

    /// The rows that were written since this was asked last: `[{"key": …, "row": …}, …]`, a text each, the row null when it is gone.
    #[wasm_bindgen(js_name = takeWritten)]
    pub fn take_written(&self) -> String {
        self.kept.take_written()
    }

    /// Lets go of what [`Store::take_written`] would give: for a store that nobody keeps.
    pub fn forget(&self) {
        self.kept.drain();
    }

    /// Takes in rows that another tab has written, in the form of [`Store::take_written`]. They are not given out again.
    ///
    /// # Errors
    /// What is wrong with a row; then none was taken in.
    pub fn absorb(&self, written: &str) -> Result<(), String> {
        self.kept.absorb(written)
    }

    /// Every row there is: `[{"key": …, "row": …}, …]`, for a file.
    pub fn rows(&self) -> Result<String, String> {
        self.kept.rows()
    }
}

/// The form in which rows are kept.
#[wasm_bindgen]
pub fn format() -> u32 {
    FORMAT
}

/// The version of the library.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
