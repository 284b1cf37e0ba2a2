//! One story of a loyalty account, told in Rust. See examples/README.md.
//!
//! `cargo run -p loyalty-sql --example story -- sqlite:story.db`

use std::error::Error;
use std::sync::Arc;

use loyalty_core::context::Context;
use loyalty_core::id::{CustomerId, Id, Slug};
use loyalty_core::loyalty::{Loyalty, Options};
use loyalty_core::memory::Memory;
use loyalty_core::order::{Line, Payment, PaymentStatus, Record};
use loyalty_core::points::{Adjust, Capture, History, Hold};
use loyalty_core::repository::Repository;
use loyalty_core::{customer, membership, schema};
use loyalty_sql::{Config, Sqlite};

/// Maria, so many minutes past ten. A real shop takes the time from its clock, and its entropy from a source of randomness.
fn maria(minute: u32) -> Result<Context, Box<dyn Error>> {
    let roles = vec![Slug::new("shop")?, Slug::new("support")?];
    let at = format!("2026-11-22T10:{minute:02}:00Z").parse()?;
    Ok(Context::agent(Id::new("maria")?, roles, at, format!("entropy of minute {minute:02}")))
}

/// An order of 250 dollars, paid.
fn order(customer: &CustomerId) -> Result<Record, Box<dyn Error>> {
    let price = "250.00".parse()?;
    let line =
        Line { id: None, sku: None, category: None, quantity: "1".parse()?, unit_price: price, discount: "0".parse()?, gift_card: false };
    let payment = Payment { id: Id::new("p-1")?, method: None, amount: price, status: PaymentStatus::Paid, points: None };
    Ok(Record {
        customer: customer.clone(),
        number: Id::new("o-1")?,
        placed_at: "2026-11-22T10:01:00Z".parse()?,
        currency: "USD".to_owned(),
        lines: vec![line],
        discount: "0".parse()?,
        shipping: "0".parse()?,
        tax: "0".parse()?,
        payments: vec![payment],
        fulfilled: false,
        master_number: None,
        channel: None,
        link: None,
    })
}

fn tell(shop: &Loyalty<Arc<dyn Repository>>) -> Result<(), Box<dyn Error>> {
    let anna = CustomerId::new("c-42")?;
    shop.run(&customer::Create::new(anna.clone()), &maria(0)?)?;
    shop.run(&membership::Enroll::new(anna.clone()), &maria(0)?)?;

    let recorded = shop.run(&order(&anna)?, &maria(1)?)?.result;
    println!("order o-1 earned {}", recorded.earned.first().map_or_else(String::new, |earned| earned.amount.to_string()));

    let points = Slug::new("points")?;
    let hold = Hold::new(anna.clone(), points, "100".parse()?);
    let held = shop.run(&hold, &maria(2)?)?;
    println!("100 on hold, {} left", held.balances.first().map_or_else(String::new, |balance| balance.active.to_string()));
    let capture = Capture::new(anna.clone(), held.result.first.id);
    shop.run(&capture, &maria(3)?)?;

    let adjust = Adjust::new(anna.clone(), "points", "25", "goodwill")?;
    let preview = shop.submit(&adjust, &Options { preview: true, ..Options::default() }, &maria(4)?)?;
    println!("25 more would make {}", preview.balances.first().map_or_else(String::new, |balance| balance.active.to_string()));
    shop.submit(&adjust, &Options { plan: preview.plan, ..Options::default() }, &maria(5)?)?;

    for entry in shop.run(&History::new(anna), &maria(6)?)?.result.entries {
        let day: String = entry.effective_at.to_string().chars().take(10).collect();
        println!("{day}  {:<7}  {:>4}  balance {}", entry.kind.name(), entry.amount.to_string(), entry.balance);
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let config = std::env::args().nth(1).unwrap_or_else(|| "memory:".to_owned());
    let repository: Arc<dyn Repository> = match config.strip_prefix("sqlite:") {
        Some(path) => Arc::new(Sqlite::open(Config::new(path), schema::TABLES)?),
        None => Arc::new(Memory::new()),
    };
    tell(&Loyalty::new(repository))
}
