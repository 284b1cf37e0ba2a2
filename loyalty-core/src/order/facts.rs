//! What is stored of an order: lines, payments, what it earned and what was given back (rules O1, O3, O4).

use schemars::JsonSchema;

use super::{GivenBack, PartName, Refunded, Returned};
use crate::amount::Quantity;
use crate::id::{CustomerId, Id, Line as LineOfText, Ref, Slug};
use crate::json::Json;
use crate::time::Date;

/// What the host recorded of an order, and what it earned.
#[derive(Debug, Clone, Default, PartialEq, Json, JsonSchema)]
pub struct OrderFacts {
    /// The number of the order to which several belong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub master_number: Option<Id>,
    /// The currency, three capital letters.
    pub currency: String,
    /// The lines.
    pub lines: Vec<OrderLine>,
    /// Discount on the whole.
    pub discount: Quantity,
    /// Shipping.
    pub shipping: Quantity,
    /// Tax.
    pub tax: Quantity,
    /// The payments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub payments: Vec<Payment>,
    /// Whether it is fulfilled.
    #[serde(default)]
    pub fulfilled: bool,
    /// Where it was placed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<LineOfText>,
    /// A link into the host's own page; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<LineOfText>,
    /// What it earned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earned: Vec<Earned>,
    /// The refunds, in the order in which they came.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refunds: Vec<Refunded>,
    /// What of each part was given back, by all refunds together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub returned: Vec<Returned>,
    /// Whether everything was given back.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub returned_all: bool,
    /// What refunds made of the points and gift cards that paid for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub given_back: Vec<GivenBack>,
    /// The customer whose it was before a merge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub came_from: Option<CustomerId>,
    /// The decimal places of the currency when it was recorded, where the program listed it: what is shared out later is shared in these.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub places: Option<u32>,
}

/// A line of an order.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderLine {
    /// The host's id of the line, unique in the order; its position from 1 when absent.
    pub id: Id,
    /// The article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sku: Option<Id>,
    /// The category of the article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<LineOfText>,
    /// How many, more than zero.
    pub quantity: Quantity,
    /// The price of one, not negative.
    pub unit_price: Quantity,
    /// Discount on the line, not negative.
    pub discount: Quantity,
    /// Whether it sells gift cards.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub gift_card: bool,
}

/// A payment of an order.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Payment {
    /// The host's id of the payment, unique in the order.
    pub id: Id,
    /// How it was paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<LineOfText>,
    /// How much.
    pub amount: Quantity,
    /// Where it stands.
    pub status: PaymentStatus,
    /// Paid with points or a gift card: the entry that spent them, or the hold from which they were captured. It pays for no other order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<Ref>,
}

/// Where a payment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PaymentStatus {
    /// Not yet paid.
    Pending,
    /// Promised by the payment service.
    Authorized,
    /// Paid.
    Paid,
    /// Failed.
    Failed,
    /// Paid back.
    Refunded,
}

/// What an order earned by one rule.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Earned {
    /// The point type.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// The rule.
    pub rule: Slug,
    /// How much.
    pub amount: Quantity,
    /// The entry.
    pub entry: Ref,
    /// Who got it, where that is not the order's owner: who has referred them. Staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// What each part of the order has of it; together exactly the amount (rule O3).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<Share>,
    /// What refunds have taken back of it.
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub taken: Quantity,
    /// Whether it stays when the order is refunded.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub kept_on_refund: bool,
    /// The local day on which it counts for the rule's cap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted_on: Option<Date>,
}

/// What a part of an order has of what the order earned.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Share {
    /// How much.
    pub amount: Quantity,
    /// The part.
    #[serde(flatten)]
    pub part: PartName,
}

pub(super) fn is_nothing(quantity: &Quantity) -> bool {
    quantity.decimal().is_zero()
}
