//! Point types: units of value, each with its own ledger and policies.

use schemars::JsonSchema;

use super::Expiry;
use crate::amount::Quantity;
use crate::error::Error;
use crate::id::{Line, Slug};
use crate::json::Json;

/// A unit of value with its own ledger.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PointType {
    /// The id, such as `points`. It can never change its kind, places or currency, nor go away.
    pub id: Slug,
    /// The name that people see; the id when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Line>,
    /// What it is; decides which membership states may use it (rule M2).
    #[serde(default)]
    pub kind: PointKind,
    /// Decimal places, 0 to 8. Money has those of its currency.
    #[serde(default)]
    pub places: u32,
    /// The currency of a money type (rule R8).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// How long a credit lasts.
    #[serde(default)]
    pub expiry: Expiry,
    /// Days until what is earned becomes active; 0 at once (rule L4).
    #[serde(default)]
    pub activation_days: u32,
    /// How far an adjustment may take the balance below zero: "0", or a negative decimal (rule L7). What is taken back of a credit that is spent
    /// already is not bound by it: there `reversal_shortfall` says what happens.
    #[serde(default = "zero")]
    pub debt_floor: Quantity,
    /// Days that a lot put back after its expiry lives on; 0 none (rule L9).
    #[serde(default)]
    pub reversal_grace_days: u32,
    /// What happens when a reversed credit is spent already (rule L9).
    #[serde(default)]
    pub reversal_shortfall: Shortfall,
    /// Days within which what has lapsed can be brought back (`points.reinstate`); 0 not at all (rule L5).
    #[serde(default, skip_serializing_if = "is_zero")]
    pub reinstatement_days: u32,
    /// Whether a customer's can be given to another customer; not stamps, which stand on their owner's card (rule L13).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub transferable: bool,
}

impl PointType {
    /// Refuses where it cannot be given to another customer.
    ///
    /// # Errors
    /// `not_eligible`.
    pub fn require_transferable(&self) -> Result<(), Error> {
        if self.transferable {
            return Ok(());
        }
        let problem = "is not for customers to give to each other; the program allows it by `transferable` of the point type";
        Err(Error::not_eligible(format_args!("'{}' {problem}", self.id)))
    }

    /// Refuses where nothing that has lapsed can be brought back.
    ///
    /// # Errors
    /// `not_eligible`.
    pub fn require_reinstatement(&self) -> Result<(), Error> {
        if self.reinstatement_days > 0 {
            return Ok(());
        }
        let problem = "has no reinstatement window; the program sets `reinstatement_days` of the point type";
        Err(Error::not_eligible(format_args!("'{}' {problem}", self.id)))
    }
}

/// What a point type is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PointKind {
    /// Points: follow membership.
    #[default]
    Points,
    /// Stamps: follow membership.
    Stamps,
    /// Money of one currency: follows the account.
    Money,
}

/// What happens when a reversed credit is spent already.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Shortfall {
    /// The reversal is refused; but a refund of an order has happened, and owes what is missing.
    #[default]
    Refuse,
    /// What is missing becomes debt, even beyond the floor.
    Debt,
    /// What is missing is forgiven.
    Forgive,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_zero(days: &u32) -> bool {
    *days == 0
}

fn zero() -> Quantity {
    Quantity::from(0)
}
