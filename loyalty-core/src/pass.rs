//! Passes: what lets somebody in once, and not for long. A generated password or the token of a link (rule P3), or an agent's token to sign in as a
//! customer (rule P4).
//!
//! The symbols of a pass are those of a [`Code`]: 128 random bits. They are kept as a keyed hash, by which a claim leads to the customer.

use crate::code::Code;
use crate::customer::Customer;
use crate::error::{Error, Reason};
use crate::id::{Email, Id, Line};
use crate::json::{self, Json};
use crate::program::ResetStyle;
use crate::record::{Columns, Record, Root};
use crate::repository::{Column, Erasure, Row, Scan, Table, Value};
use crate::time::Timestamp;
use crate::unit::Unit;

/// The passes: of each kind one for a customer and whoever got it.
pub static PASS: Table = Table {
    name: "pass",
    columns: &[Column::bytes("root", 260), Column::bytes("kind", 16), Column::bytes("holder", 260)],
    key: 3,
    indexes: &[],
    search: None,
    erasure: Erasure::Cleared(Pass::erase),
};

/// What a pass is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassKind {
    /// To choose a new password.
    Password,
    /// To sign in as the customer.
    Impersonation,
}

/// A pass, which a new one of the same kind and holder takes the place of.
#[derive(Debug, Clone, PartialEq)]
pub struct Pass {
    /// The customer's root.
    pub root: Root,
    /// What it is for.
    pub kind: PassKind,
    /// Who got it: an agent, or the customer.
    pub holder: Id,
    /// Everything else.
    pub facts: PassFacts,
}

/// What of a pass is not in columns.
#[derive(Debug, Clone, PartialEq, Json)]
pub struct PassFacts {
    /// The keyed hash of its symbols, with the id of the secret.
    pub hash: String,
    /// From when on it no longer works.
    pub valid_until: Timestamp,
    /// When it was used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub used_at: Option<Timestamp>,
    /// Where it was sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
    /// Of a reset: what was sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub style: Option<ResetStyle>,
    /// Why an agent asked for it; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
}

/// Symbols that nobody has yet, with their hash.
pub struct Drawn {
    /// The symbols, for the one who gets them.
    pub code: Code,
    /// Their hash, for the books.
    pub hash: String,
}

impl PassKind {
    /// The word in storage; also the scope of the claims by which a pass is found.
    pub const fn name(self) -> &'static str {
        match self {
            PassKind::Password => "password",
            PassKind::Impersonation => "impersonation",
        }
    }

    /// Draws symbols from the host's entropy.
    ///
    /// # Errors
    /// `invalid_request` where the context has too little entropy, or the host has configured no secret.
    pub fn draw(self, unit: &Unit<'_>, subject: &[u8]) -> Result<Drawn, Error> {
        let secret = unit.secrets()?.0;
        let code = Code::of(&unit.context().random(self.name(), subject)?);
        let hash = secret.hash(code.symbols());
        Ok(Drawn { code, hash })
    }

    /// The root to which typed symbols lead, with their hash; nothing for symbols that nobody has.
    ///
    /// # Errors
    /// `invalid_request` for what is no pass or has a typing error, and where the host has no secret.
    fn find(self, unit: &mut Unit<'_>, typed: &Line) -> Result<Option<(Root, String)>, Error> {
        let code = Code::read(typed.as_str(), "args.token")?;
        for secret in unit.secrets()?.1 {
            let hash = secret.hash(code.symbols());
            if let Some(root) = unit.holder(self.name(), &hash)? {
                return Ok(Some((root, hash)));
            }
        }
        Ok(None)
    }

    /// The root of the customer to whom typed symbols lead.
    ///
    /// # Errors
    /// Those of [`Pass::open`], but for unknown symbols.
    pub fn find_root(self, unit: &mut Unit<'_>, typed: &Line) -> Result<Option<Root>, Error> {
        Ok(self.find(unit, typed)?.map(|(root, _)| root))
    }
}

impl Pass {
    /// Gives a customer a pass, which ends the one before it.
    ///
    /// # Errors
    /// `invalid_request` when the host gave the same entropy twice; when the storage fails.
    pub fn issue(self, unit: &mut Unit<'_>) -> Result<(), Error> {
        let scope = self.kind.name();
        // 128 random bits do not come twice: the host gave the same entropy again.
        if unit.holder(scope, &self.facts.hash)?.is_some() {
            return Err(Error::invalid("context.entropy", "was used before; give fresh random bytes with every command"));
        }
        if let Some(before) = unit.get::<Pass>(self.key())? {
            unit.release(scope, &before.facts.hash, &before.root);
        }
        unit.claim(scope, &self.facts.hash, &self.root);
        unit.put(&self);
        Ok(())
    }

    /// The pass with typed symbols, and the customer it is for: it works now, and has not been used.
    ///
    /// # Errors
    /// `invalid_request` for what is no pass or has a typing error; `not_found` for one that nobody has, or that a later one has ended; `already_used`, with
    /// when; `expired`.
    pub fn open(unit: &mut Unit<'_>, kind: PassKind, typed: &Line) -> Result<(Self, Customer), Error> {
        let found = kind.find(unit, typed)?;
        let (root, hash) = found.ok_or_else(Self::unknown)?;
        let all = unit.scan::<Pass>(&Scan::prefix(&PASS, vec![Value::from(&root), Value::from(kind.name())]))?;
        let pass = all.into_iter().find(|pass| pass.facts.hash == hash).ok_or_else(Self::unknown)?;
        if let Some(used_at) = pass.facts.used_at {
            return Err(Error::already_used(format_args!("the token, used at {used_at},"), 0));
        }
        if pass.facts.valid_until <= unit.now() {
            return Err(Reason::Expired { what: "the token".into(), at: pass.facts.valid_until.to_string() }.into());
        }
        let customer = Customer::load(unit, &root.customer_id().ok_or_else(Self::unknown)?)?;
        Ok((pass, customer))
    }

    /// Takes a pass away when the customer is erased (rule K11).
    ///
    /// # Errors
    /// Whatever the storage says.
    pub fn erase(unit: &mut Unit<'_>, row: Row) -> Result<(), Error> {
        let pass = Pass::from_row(row)?;
        unit.release(pass.kind.name(), &pass.facts.hash, &pass.root);
        unit.delete(&pass);
        Ok(())
    }

    /// Marks it as used.
    pub fn spend(mut self, unit: &mut Unit<'_>) {
        self.facts.used_at = Some(unit.now());
        unit.put(&self);
    }

    /// The refusal of symbols that lead nowhere. They are not repeated: they may have been somebody's.
    pub fn unknown() -> Error {
        Error::not_found("token", "…")
    }

    fn key(&self) -> Vec<Value> {
        vec![Value::from(&self.root), Value::from(self.kind.name()), Value::from(self.holder.as_str())]
    }
}

impl Record for Pass {
    const TABLE: &'static Table = &PASS;

    fn to_row(&self) -> Row {
        Row { table: &PASS, values: self.key(), body: json::text(&self.facts) }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let (root, kind, holder) = (columns.root(), columns.word(), columns.word());
        let kind = match kind.as_str() {
            "password" => PassKind::Password,
            "impersonation" => PassKind::Impersonation,
            other => return Err(Error::internal(format_args!("a pass of the unknown kind '{other}'"))),
        };
        let record = Pass { root, kind, holder: Id::new(holder).map_err(Error::internal)?, facts: columns.body() };
        columns.end(record)
    }
}
