//! The starter program, and the defaults of a program that leaves something out.

use super::{Program, Right, Role};
use crate::gather::Gather;
use crate::id::Line;
use crate::pairs::Pairs;
use crate::time::Zone;

/// The starter program as a document.
const DOCUMENT: &str = include_str!("starter.json");

#[expect(clippy::expect_used, reason = "the document is part of the source; a test reads it")]
pub(super) fn program() -> Program {
    Program::parse(DOCUMENT).expect("the committed starter program is valid")
}

#[expect(clippy::expect_used, reason = "a constant; a test reads it")]
pub(super) fn name() -> Line {
    Line::new("Loyalty program").expect("a line of text")
}

pub(super) fn zone() -> Zone {
    Zone::UTC
}

pub(super) fn currencies() -> Pairs<String, u32> {
    let mut currencies = Pairs::new();
    currencies.insert("USD".to_owned(), 2);
    currencies
}

pub(super) fn yes() -> bool {
    true
}

pub(super) fn hold_seconds() -> u32 {
    3_600
}

pub(super) fn impersonation_seconds() -> u32 {
    60
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
pub(super) fn is_usual_impersonation(seconds: &u32) -> bool {
    *seconds == impersonation_seconds()
}

fn rights(texts: &[&str]) -> Vec<Right> {
    texts.iter().filter_map(|text| Right::try_from((*text).to_owned()).ok()).gather()
}

#[expect(clippy::expect_used, reason = "constants; a test reads them")]
fn role(id: &str, texts: &[&str]) -> Role {
    Role { id: crate::id::Slug::new(id).expect("a slug"), rights: rights(texts), limits: Vec::new() }
}

/// Nouns of which support agents may see everything.
const VIEWS: &[&str] = &[
    // Not what takes the data of all customers, or all of one, out of the house.
    "customer.get",
    "customer.details",
    "customer.actions",
    "customer.list",
    "customer.bundle",
    "points.view",
    "membership.view",
    "order.view",
    "subscription.view",
    "reward.view",
    "stamp_card.view",
    "status.view",
    "gift_card.view",
    "blacklist.view",
    "merge.view",
    "bulk.view",
    "ticket.view",
    "approval.view",
];

/// The rights of who may do everything.
const ADMIN: &[&str] = &[
    "customer.*",
    "address.*",
    "payment_method.*",
    "email.*",
    "blacklist.*",
    "membership.*",
    "merge.*",
    "points.*",
    "bulk.*",
    "order.*",
    "payment.*",
    "subscription.*",
    "wishlist.*",
    "reward.*",
    "stamp_card.*",
    "status.*",
    "gift_card.*",
    "ticket.*",
    "password.*",
    "impersonation.*",
    "approval.*",
    "maintenance.*",
    "outbox.*",
    "audit.*",
    "journal.*",
    "report.*",
    "program.*",
];

/// What support agents may do besides seeing.
const SUPPORT: &[&str] = &[
    "customer.create",
    "customer.edit",
    "customer.record_login",
    "customer.assign_group",
    "address.*",
    "email.*",
    "membership.*",
    "merge.apply",
    "merge.undo",
    "points.adjust",
    "points.redate",
    "points.reinstate",
    "points.reverse",
    "points.transfer",
    "reward.grant",
    "reward.remove",
    "gift_card.issue",
    "gift_card.recharge",
    "gift_card.redeem",
    "gift_card.refund",
    "gift_card.block",
    "gift_card.unblock",
    "ticket.*",
    "password.reset",
    "impersonation.start",
];

/// What the shop's own software does.
const SHOP: &[&str] = &[
    "customer.create",
    "customer.edit",
    "customer.record_login",
    "membership.register",
    "membership.enroll",
    "points.earn",
    "points.spend",
    "points.hold",
    "points.capture",
    "points.release",
    "order.record",
    "order.refund",
    "order.cancel",
    "order.claim",
    "payment.update",
    "subscription.record",
    "wishlist.set",
    "reward.redeem",
    "reward.consume",
    "stamp_card.complete",
    "gift_card.issue",
    "gift_card.activate",
    "gift_card.recharge",
    "gift_card.redeem",
    "gift_card.charge",
    "gift_card.refund",
    "ticket.create",
    "ticket.receive",
    "password.*",
    "impersonation.verify",
    "maintenance.run",
    "outbox.*",
    "blacklist.check",
];

pub(super) fn roles() -> Vec<Role> {
    vec![role("admin", ADMIN), role("support", &[SUPPORT, VIEWS].concat()), role("shop", &[SHOP, VIEWS].concat())]
}

pub(super) fn customer_rights() -> Vec<Right> {
    rights(&[
        "customer.get",
        "customer.details",
        "customer.actions",
        "customer.edit",
        "customer.export_data",
        "address.*",
        "email.*",
        "membership.capabilities",
        "points.balance",
        "points.history",
        "points.expiring",
        "order.get",
        "order.list",
        "order.quote",
        "subscription.list",
        "wishlist.set",
        "reward.options",
        "reward.redeem",
        "reward.list",
        "stamp_card.progress",
        "stamp_card.complete",
        "status.list",
        "gift_card.get",
        "gift_card.list",
        "ticket.create",
        "ticket.reply",
        "ticket.close",
        "ticket.reopen",
        "ticket.get",
        "ticket.list",
    ])
}

pub(super) fn events() -> Vec<Right> {
    rights(&["membership.*"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_starter_program_is_valid() {
        assert_eq!(program().point_types.len(), 1);
        assert_eq!(name().as_str(), "Loyalty program");
        assert!(roles().iter().all(|role| role.rights.len() > 5));
        assert_eq!(customer_rights().len(), 30);
    }
}
