//! The engine as every binding has it: opened from a configuration, fed with JSON.

use std::ops::ControlFlow;
use std::sync::Arc;

use loyalty_core::error::Error;
use loyalty_core::id::{CustomerId, Email, Malformed};
use loyalty_core::limits::{BATCH_BYTES_MAX, BATCH_MAX};
use loyalty_core::loyalty::{Loyalty, Progress};
use loyalty_core::memory::Memory;
use loyalty_core::repository::Repository;
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::clock;
use crate::config::{Config, Storage};

/// An open store. Use one from many threads at once.
pub struct Engine {
    loyalty: Loyalty<Arc<dyn Repository>>,
}

/// One call of a batch.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Call {
    request: Box<RawValue>,
    context: Box<RawValue>,
}

impl Engine {
    /// Opens a store: `config` is a JSON object with `storage`, and `program`, `prefix`, `timeout_ms` and
    /// `secrets` where wanted; or the storage alone.
    ///
    /// # Errors
    /// `invalid_request` for a mistake in the configuration, `invalid_program` for one in the program, `storage_failed`.
    pub fn open(config: &str) -> Result<Engine, Error> {
        let mut config = Config::read(config)?;
        let repository: Arc<dyn Repository> = match config.storage()? {
            Storage::Memory => Arc::new(Memory::new()),
            Storage::Sql(url) => sql(url, &config)?,
        };
        Engine::with(repository, &mut config)
    }

    /// Opens a store over a repository of the host's own; `config` as in [`Engine::open`], without `storage`.
    ///
    /// # Errors
    /// Those of [`Engine::open`].
    pub fn open_over(repository: Arc<dyn Repository>, config: &str) -> Result<Engine, Error> {
        let mut config = Config::read(config)?;
        if config.storage.is_some() || config.prefix.is_some() || config.timeout_ms.is_some() {
            return Err(Error::invalid("config", "has storage, prefix or timeout_ms, which are the repository's own; leave them out"));
        }
        Engine::with(repository, &mut config)
    }

    fn with(repository: Arc<dyn Repository>, config: &mut Config) -> Result<Engine, Error> {
        let engine = Engine { loyalty: Loyalty::new(repository).with_secrets(std::mem::take(&mut config.secrets))? };
        if let Some(program) = &config.program {
            let entropy = clock::entropy().ok_or_else(|| Error::internal("this machine gives no random bytes"))?;
            engine.loyalty.adopt(program, clock::now(), &entropy)?;
        }
        Ok(engine)
    }

    /// Executes one request in a context; the answer, or the refusal, in JSON. `at` and `entropy` of the context are filled in when absent.
    pub fn execute(&self, request: &str, context: &str) -> String {
        self.loyalty.execute(request, &clock::fill(context))
    }

    /// The same, telling `watch` how far a batch has come.
    pub fn execute_watched(&self, request: &str, context: &str, watch: &mut dyn FnMut(Progress) -> ControlFlow<()>) -> String {
        self.loyalty.execute_watched(request, &clock::fill(context), watch)
    }

    /// Executes many requests with one durable commit: `calls` is `[{"request": …, "context": …}, …]`, the answer `[answer, …]` in the same
    /// order.
    ///
    /// # Errors
    /// `invalid_request` when `calls` is no such list, with the place of the mistake, or longer than 64 MiB; then none was executed.
    pub fn execute_batch(&self, calls: &str) -> Result<String, Error> {
        if calls.len() > BATCH_BYTES_MAX {
            return Err(Error::invalid("calls", format_args!("are longer than {BATCH_BYTES_MAX} bytes; send several batches")));
        }
        let calls: Vec<&RawValue> = serde_json::from_str(calls).map_err(|error| Error::invalid("calls", error))?;
        if calls.len() > BATCH_MAX {
            return Err(Error::invalid("calls", format_args!("are {}; one batch takes at most {BATCH_MAX}, send several", calls.len())));
        }
        let read = |(number, call): (usize, &&RawValue)| {
            serde_json::from_str(call.get()).map_err(|error| Error::invalid(format_args!("calls[{number}]"), error))
        };
        let calls: Vec<Call> = calls.iter().enumerate().map(read).collect::<Result<_, _>>()?;
        let contexts: Vec<_> = calls.iter().map(|call| clock::fill(call.context.get())).collect();
        let requests: Vec<(&str, &str)> = calls.iter().zip(&contexts).map(|(call, context)| (call.request.get(), &**context)).collect();
        Ok(format!("[{}]", self.loyalty.execute_batch(&requests).join(",")))
    }

    /// Whether someone with this email may buy: not when it is blacklisted, nor when its customer is on hold (rules E2, M2).
    ///
    /// # Errors
    /// `invalid_request` when it is no email; when the storage fails.
    pub fn may_purchase(&self, email: &str) -> Result<bool, Error> {
        let email = Email::new(email).map_err(|malformed| named("email", &malformed))?;
        self.loyalty.may_purchase(&email, clock::now())
    }

    /// Whether a customer may sign in (rule M2); an unknown one may not.
    ///
    /// # Errors
    /// `invalid_request` when it is no customer's id; when the storage fails.
    pub fn may_sign_in(&self, customer: &str) -> Result<bool, Error> {
        self.loyalty.may_sign_in(&customer_id(customer)?, clock::now())
    }

    /// Whether a customer may earn points and stamps (rule M2); an unknown one may not.
    ///
    /// # Errors
    /// `invalid_request` when it is no customer's id; when the storage fails.
    pub fn may_earn(&self, customer: &str) -> Result<bool, Error> {
        self.loyalty.may_earn(&customer_id(customer)?, clock::now())
    }
}

fn customer_id(text: &str) -> Result<CustomerId, Error> {
    CustomerId::new(text).map_err(|malformed| named("customer", &malformed))
}

fn named(path: &str, malformed: &Malformed) -> Error {
    Error::invalid(path, malformed)
}

/// A database, as far as this library was built with its driver.
fn sql(url: &str, config: &Config) -> Result<Arc<dyn Repository>, Error> {
    let mut sql = loyalty_sql::StorageConfig::new(url);
    if let Some(prefix) = &config.prefix {
        sql.prefix.clone_from(prefix);
    }
    if let Some(timeout_ms) = config.timeout_ms {
        sql.timeout_ms = timeout_ms;
    }
    if !loyalty_sql::knows(url) {
        return Err(Error::invalid("config.storage", "is of a kind that this library was built without"));
    }
    Ok(loyalty_sql::open(&sql, loyalty_core::schema::TABLES)?)
}
