//! The shop: an engine over a fresh SQLite file, and what a shop's software asks of it.

use std::path::Path;

use loyalty_core::context::{Actor, ActorKind, Context};
use loyalty_core::id::{CustomerId, Id, Slug};
use loyalty_core::loyalty::Loyalty;
use loyalty_core::time::{Date, Timestamp, Zone};
use loyalty_core::{maintenance, points, program};
use loyalty_sql::Sqlite;
use serde_json::{Value, json};

use super::purchases::{Purchase, dollars};

/// The merchant's program.
const PROGRAM: &str = include_str!("program.json");

/// A shop that uses the library.
pub struct Shop {
    /// The engine.
    pub loyalty: Loyalty<Sqlite>,
    /// The zone of its calendar.
    pub zone: Zone,
    /// Commands done so far.
    pub commands: usize,
    /// Customers settled by the sweep so far.
    pub settled: usize,
    /// Random bytes of the operating system, as text; with the number of the command behind it fresh for each.
    seed: String,
}

/// A request and its context, as a host in any language sends them.
pub struct Request(String, String);

/// Whatever the library refused, as a message for the terminal.
pub fn refused(error: impl std::fmt::Display) -> String {
    format!("the library refused: {error}")
}

impl Shop {
    /// Opens a shop in a file that does not exist yet, and sets its program on its first day.
    pub fn open(path: &Path, first: Date) -> Result<Self, String> {
        let program: Value = serde_json::from_str(PROGRAM).map_err(|error| error.to_string())?;
        let zone = program["time_zone"].as_str().unwrap_or_default().to_owned();
        let mut bytes = [0_u8; 16];
        getrandom::fill(&mut bytes).map_err(|error| format!("the system has no random bytes: {error}"))?;
        let mut shop = Shop {
            loyalty: Loyalty::new(Sqlite::for_loyalty(path).map_err(refused)?),
            zone: Zone::try_from(zone).map_err(refused)?,
            commands: 0,
            settled: 0,
            seed: bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
        };
        let context = shop.owner(shop.zone.first_instant(first))?;
        shop.loyalty.run(&program::Set { program: program.into() }, &context).map_err(refused)?;
        Ok(shop)
    }

    /// The context of the merchant, who may do everything.
    pub fn owner(&mut self, at: Timestamp) -> Result<Context, String> {
        self.context("owner", ActorKind::Agent, "admin", at)
    }

    fn context(&mut self, id: &str, kind: ActorKind, role: &str, at: Timestamp) -> Result<Context, String> {
        self.commands += 1;
        let roles = vec![Slug::new(role).map_err(refused)?];
        let actor = Actor { id: Id::new(id).map_err(refused)?, kind, roles, through: None };
        Ok(Context { actor, at, entropy: Some(format!("{}-{}", self.seed, self.commands)) })
    }

    /// The answer to a request of an agent at the desk.
    pub fn agent(&mut self, name: &str, request: &Value, at: Timestamp) -> Result<Value, String> {
        let context = self.context(name, ActorKind::Agent, "admin", at)?;
        let answer = self.loyalty.execute(&request.to_string(), &loyalty_core::json::text(&context));
        serde_json::from_str(&answer).map_err(|error| error.to_string())
    }

    /// A request of the shop's own software.
    fn request(&mut self, op: &str, args: &Value, key: Option<String>, at: Timestamp) -> Result<Request, String> {
        let context = self.context("shop", ActorKind::System, "shop", at)?;
        let mut request = json!({ "op": op, "args": args });
        if let Some(key) = key {
            request["idempotency_key"] = key.into();
        }
        Ok(Request(request.to_string(), loyalty_core::json::text(&context)))
    }

    /// Creates the customer and enrolls them in the program.
    pub fn join(&mut self, customer: &str, at: Timestamp) -> Result<[Request; 2], String> {
        let create = self.request("customer.create", &json!({ "id": customer }), None, at)?;
        Ok([create, self.request("membership.enroll", &json!({ "customer": customer }), None, at)?])
    }

    /// Records a paid order of one line. The log knows what all CDs came to: what their price is more than that, if it is rounded up, is a discount.
    pub fn record(&mut self, purchase: &Purchase, at: Timestamp) -> Result<Request, String> {
        let Purchase { cds, cents, .. } = purchase;
        let price = (cents + cds - 1) / cds;
        let args = json!({
            "customer": purchase.customer, "number": purchase.order, "placed_at": at.to_string(), "currency": "USD",
            "lines": [{ "quantity": cds.to_string(), "unit_price": dollars(price), "discount": dollars(price * cds - cents) }],
            "payments": [{ "id": "1", "amount": dollars(*cents), "status": "paid" }],
        });
        self.request("order.record", &args, None, at)
    }

    /// Takes an order back as a whole.
    pub fn take_back(&mut self, purchase: &Purchase, at: Timestamp) -> Result<Request, String> {
        self.request("order.cancel", &json!({ "customer": purchase.customer, "number": purchase.order }), None, at)
    }

    /// Spends points on an order, once however often it is sent.
    pub fn spend(&mut self, purchase: &Purchase, points: i64, at: Timestamp) -> Result<Request, String> {
        let args = json!({
            "customer": purchase.customer, "type": "points", "amount": points.to_string(), "order": purchase.order,
        });
        self.request("points.spend", &args, Some(format!("redeem-{}", purchase.order)), at)
    }

    /// Sends requests that become durable together; their receipts, or the first refusal.
    pub fn send(&self, requests: &[Request]) -> Result<Vec<Value>, String> {
        let texts: Vec<(&str, &str)> = requests.iter().map(|Request(request, context)| (request.as_str(), context.as_str())).collect();
        let answers = self.loyalty.execute_batch(&texts);
        let mut receipts = Vec::with_capacity(answers.len());
        for (answer, Request(request, _)) in answers.iter().zip(requests) {
            let mut answer: Value = serde_json::from_str(answer).map_err(|error| error.to_string())?;
            match answer.get_mut("ok") {
                Some(receipt) => receipts.push(receipt.take()),
                None => return Err(refused(format!("{request}: {answer}"))),
            }
        }
        Ok(receipts)
    }

    /// What a customer can spend.
    pub fn active(&mut self, customer: &str, at: Timestamp) -> Result<i64, String> {
        let context = self.context("shop", ActorKind::System, "shop", at)?;
        let query = points::Balance {
            customer: CustomerId::new(customer).map_err(refused)?,
            point_type: Some(Slug::new("points").map_err(refused)?),
            as_of: None,
            as_recorded_at: None,
        };
        let balances = self.loyalty.run(&query, &context).map_err(refused)?.result.balances;
        balances.first().map_or(Ok(0), |balance| balance.active.to_string().parse().map_err(refused))
    }

    /// Does all that is due by time.
    pub fn sweep(&mut self, at: Timestamp) -> Result<(), String> {
        loop {
            let context = self.context("shop", ActorKind::System, "shop", at)?;
            let swept = self.loyalty.run_batch(&maintenance::Run::default(), &context).map_err(refused)?;
            self.settled += swept.customers;
            if swept.refused > 0 {
                return Err(refused(format!("the sweep left {} customers as they were", swept.refused)));
            }
            if !swept.more {
                return Ok(());
            }
        }
    }
}
