//! The engine through UniFFI, for Python, Ruby, Kotlin and Swift. Their typed clients stand on it.

use std::sync::{Arc, PoisonError, RwLock};

use loyalty_core::error::Error;

use crate::engine;

/// Why opening or a question was refused.
#[derive(Debug, uniffi::Error)]
pub enum Failure {
    /// `{"error": {"code", "message", "retry", "details"}}`, like the answer to a refused request.
    Refused {
        /// The text in JSON.
        answer: String,
    },
}

impl std::fmt::Display for Failure {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Failure::Refused { answer } = self;
        out.write_str(answer)
    }
}

impl std::error::Error for Failure {}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure::Refused { answer: error.to_json().to_string() }
    }
}

/// An open store. Use one from many threads at once.
#[derive(uniffi::Object)]
pub struct Engine(RwLock<Option<Arc<engine::Engine>>>);

#[uniffi::export]
impl Engine {
    /// Opens a store: a JSON object with `storage`, and `program`, `prefix`, `timeout_ms` and `secrets` where wanted; or the
    /// storage alone, as in `sqlite:shop.db`.
    #[uniffi::constructor]
    pub fn open(config: &str) -> Result<Arc<Self>, Failure> {
        let engine = engine::Engine::open(config)?;
        Ok(Arc::new(Engine(RwLock::new(Some(Arc::new(engine))))))
    }

    /// Executes one request in a context; `{"ok": …}` or `{"error": …}`.
    pub fn execute(&self, request: &str, context: &str) -> String {
        match self.engine() {
            Ok(engine) => engine.execute(request, context),
            Err(Failure::Refused { answer }) => answer,
        }
    }

    /// Executes many requests with one durable commit: `[{"request": …, "context": …}, …]` to `[answer, …]`.
    pub fn execute_batch(&self, calls: &str) -> Result<String, Failure> {
        Ok(self.engine()?.execute_batch(calls)?)
    }

    /// Whether someone with this email may buy.
    pub fn may_purchase(&self, email: &str) -> Result<bool, Failure> {
        Ok(self.engine()?.may_purchase(email)?)
    }

    /// Whether a customer may sign in; an unknown one may not.
    pub fn may_sign_in(&self, customer: &str) -> Result<bool, Failure> {
        Ok(self.engine()?.may_sign_in(customer)?)
    }

    /// Whether a customer may earn points and stamps; an unknown one may not.
    pub fn may_earn(&self, customer: &str) -> Result<bool, Failure> {
        Ok(self.engine()?.may_earn(customer)?)
    }

    /// Closes the store; calls that have begun come to their end. Later calls are refused. Kotlin has a `close` of its own for what UniFFI holds.
    pub fn shut(&self) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

impl Engine {
    fn engine(&self) -> Result<Arc<engine::Engine>, Failure> {
        let open = self.0.read().unwrap_or_else(PoisonError::into_inner).clone();
        open.ok_or_else(|| Failure::from(Error::invalid("engine", "was closed; open another")))
    }
}

/// The version of the library.
#[uniffi::export]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
