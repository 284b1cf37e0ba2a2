//! A support session on the real data, as a desk lives through it: two accounts of one person, found, looked at, adjusted, merged and parted again.
//!
//! Every request is the JSON that a desk in any language would send, and every figure printed is read from an answer.

use std::path::Path;

use loyalty_core::time::Timestamp;
use rusqlite::{Connection, OpenFlags};
use serde_json::{Value, json};

use super::audit;
use super::progress::Progress;
use super::shop::{Shop, refused};

/// Two members with enough points to tell a story with.
const MEMBERS: &str = "SELECT customer FROM loyalty_lots WHERE point_type = 'points' AND state = 'active'
    GROUP BY customer HAVING sum(amount_units) BETWEEN 60 AND 200 AND count(*) > 1 ORDER BY customer LIMIT 2";

/// The desk: who sits there, when, and what was said so far.
struct Desk<'s> {
    shop: &'s mut Shop,
    at: Timestamp,
    told: String,
}

/// Lives through the session; what it said, and the customers whose books it moved.
pub fn session(shop: &mut Shop, path: &Path, at: Timestamp) -> Result<String, String> {
    let [keeps, other] = members(path)?;
    let mut desk = Desk { shop, at, told: String::new() };
    desk.say("At the desk: a letter says that two accounts are one person\n");
    desk.note(&keeps, "Rosa", "Lindqvist", "rosa@lindqvist.example")?;
    desk.note(&other, "R.", "Lindqvist", "rlindqvist@music.example")?;
    desk.find("LINDQ")?;
    desk.look(&keeps)?;
    desk.look(&other)?;
    desk.adjust(&keeps, "25", "a parcel came late")?;
    desk.merge(&keeps, &other)?;
    desk.spend(&keeps)?;
    desk.part(&keeps, &other)?;
    desk.adjust_many(&keeps, &other)?;
    desk.export("LINDQ")?;
    let told = desk.told;
    // A figure that no answer has would be told as this.
    if let Some(line) = told.lines().find(|line| line.contains("null")) {
        return Err(format!("the session tells of something that was not answered: {line}"));
    }
    verify(shop, at, &[keeps, other])?;
    Ok(told)
}

fn members(path: &Path) -> Result<[String; 2], String> {
    let ask = || -> Result<Vec<String>, rusqlite::Error> {
        let database = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        database.prepare(MEMBERS)?.query_map((), |row| row.get(0))?.collect()
    };
    let found = ask().map_err(|error| format!("cannot ask the database: {error}"))?;
    found.try_into().map_err(|_| "the purchase log has no two members with points".to_owned())
}

impl Desk<'_> {
    fn say(&mut self, line: &str) {
        self.told.push_str(line);
        self.told.push('\n');
    }

    /// Sends a request; what was answered, or the refusal as an error.
    fn ask(&mut self, request: &Value) -> Result<Value, String> {
        let answer = self.shop.agent("maria", request, self.at)?;
        match answer.get("ok") {
            Some(done) => Ok(done.clone()),
            None => Err(refused(format!("{request}: {answer}"))),
        }
    }

    /// What an agent does in two steps: sees what would happen, and confirms just that.
    fn confirm(&mut self, op: &str, args: &Value) -> Result<(Value, String), String> {
        let shown = self.ask(&json!({ "op": op, "args": args, "preview": true }))?;
        let plan = text(&shown["plan"]);
        let done = self.ask(&json!({ "op": op, "args": args, "plan": plan }))?;
        Ok((done, plan.get(..8).unwrap_or_default().to_owned()))
    }

    fn note(&mut self, customer: &str, first: &str, last: &str, email: &str) -> Result<(), String> {
        let args = json!({ "customer": customer, "first_name": first, "last_name": last, "email": email });
        self.ask(&json!({ "op": "customer.edit", "args": args })).map(drop)
    }

    fn find(&mut self, words: &str) -> Result<(), String> {
        let found = self.ask(&json!({ "op": "customer.list", "args": { "search": words, "columns": ["id", "name", "email"] } }))?;
        self.say(&format!("  search '{words}'"));
        for row in list(&found["rows"]) {
            self.say(&format!("    {}  {:<18}{}", text(&row["id"]), text(&row["name"]), text(&row["email"])));
        }
        Ok(())
    }

    fn look(&mut self, customer: &str) -> Result<(), String> {
        let args = json!({ "customer": customer, "tabs": ["membership", "balances", "statuses", "orders", "actions"], "limit": 100 });
        let details = self.ask(&json!({ "op": "customer.details", "args": args }))?;
        let balance = list(&details["balances"]).find(|balance| balance["type"] == "points").cloned().unwrap_or_default();
        let open = list(&details["actions"]).filter(|action| action["available"] == true).count();
        self.say(&format!(
            "  {customer}: {}, {} points to spend, {} orders, {open} actions open",
            text(&details["membership"]["state"]),
            text(&balance["active"]),
            list(&details["orders"]).count(),
        ));
        Ok(())
    }

    fn adjust(&mut self, customer: &str, amount: &str, reason: &str) -> Result<(), String> {
        let args = json!({ "customer": customer, "type": "points", "amount": amount, "reason": reason, "comment": "With our apologies" });
        let (done, plan) = self.confirm("points.adjust", &args)?;
        self.say(&format!("  adjust {customer} by {amount}: previewed, confirmed by plan {plan}…, balance {}", active(&done)));
        Ok(())
    }

    fn merge(&mut self, keeps: &str, other: &str) -> Result<(), String> {
        let args = json!({ "survivor": keeps, "source": other, "reason": "one person, says her letter" });
        let shown = self.ask(&json!({ "op": "merge.apply", "args": args, "preview": true }))?;
        self.say(&format!("  merge {other} into {keeps}: the plan"));
        for field in list(&shown["result"]["fields"]) {
            let side = |side: &str| if field[side].is_null() { "–".to_owned() } else { text(&field[side]) };
            self.say(&format!(
                "    {:<12}{:<26}{:<28}{} ({})",
                text(&field["field"]),
                side("survivor"),
                side("source"),
                text(&field["winner"]),
                text(&field["why"]).replace('_', " "),
            ));
        }
        for status in list(&shown["result"]["statuses"]) {
            let rung = |side: &str| match text(&status[side]["status"]) {
                none if none.is_empty() => text(&status[side]["counter"]),
                status_id => format!("{status_id}, {}", text(&status[side]["counter"])),
            };
            let (survivor, source, after) = (rung("survivor"), rung("source"), rung("after"));
            self.say(&format!("    {:<12}{survivor:<26}{source:<28}{after}", text(&status["system"])));
        }
        for entry in list(&shown["entries"]).filter(|entry| entry["kind"] == "merge_in") {
            self.say(&format!("    {} {} move, in {} lots", text(&entry["amount"]), text(&entry["type"]), list(&entry["lots"]).count()));
        }
        let done = self.ask(&json!({ "op": "merge.apply", "args": args, "plan": text(&shown["plan"]) }))?;
        self.say(&format!(
            "    confirmed: {} points to spend; {} orders and {} rewards came along",
            active(&done),
            moved(&done, "orders"),
            moved(&done, "rewards")
        ));
        let read = json!({ "op": "points.balance", "args": { "customer": other, "type": "points" } });
        let answer = self.shop.agent("maria", &read, self.at)?;
        self.say(&format!("    who asks for {other} is led to {}", text(&answer["redirected_to"])));
        Ok(())
    }

    fn spend(&mut self, customer: &str) -> Result<(), String> {
        let args = json!({ "customer": customer, "type": "points", "amount": "90", "comment": "A box set" });
        let done = self.ask(&json!({ "op": "points.spend", "args": args, "idempotency_key": "box-set" }))?;
        self.say(&format!("  she spends 90 points: balance {}", active(&done)));
        Ok(())
    }

    fn part(&mut self, keeps: &str, other: &str) -> Result<(), String> {
        let args = json!({ "survivor": keeps, "source": other, "reason": "mother and daughter after all" });
        let done = self.ask(&json!({ "op": "merge.undo", "args": args }))?;
        self.say("  a second letter: mother and daughter; the merge is undone");
        for back in list(&done["result"]["returned"]) {
            let (brought, returned) = (text(&back["brought"]), text(&back["returned"]));
            let rest = if brought == returned { "" } else { ": the rest was spent" };
            self.say(&format!("    {returned} of {brought} {} return{rest}", text(&back["type"])));
        }
        self.look(keeps)?;
        self.look(other)
    }

    /// A file of adjustments: looked at first, then done as it was shown.
    fn adjust_many(&mut self, keeps: &str, other: &str) -> Result<(), String> {
        let file = FILE.replace("KEEPS", keeps).replace("OTHER", other);
        let mut args = json!({ "batch": "survey-1998", "csv": file, "last": true });
        let shown = self.ask(&json!({ "op": "bulk.adjust", "args": args, "preview": true }))?;
        self.say(&format!("  adjust {} customers from a file: the dry run", file.lines().count() - 1));
        for error in list(&shown["errors"]) {
            let cell = error["value"].as_str().map_or_else(String::new, |value| format!(" '{value}'"));
            self.say(&format!("    row {} {}{cell}: {}", error["row"], text(&error["column"]), text(&error["problem"])));
        }
        args["file_plan"] = shown["file_plan"].clone();
        let done = self.ask(&json!({ "op": "bulk.adjust", "args": args }))?;
        self.say(&format!("    done: {} rows, {} refused", done["done"], done["refused"]));
        let again = self.ask(&json!({ "op": "bulk.adjust", "args": args }))?;
        self.say(&format!("    sent again: {} rows were done before, none is done twice", again["done"]));
        Ok(())
    }

    fn export(&mut self, words: &str) -> Result<(), String> {
        let args = json!({ "search": words, "columns": ["id", "name", "email", "state", "created_at"] });
        let page = self.ask(&json!({ "op": "customer.export_csv", "args": args }))?;
        self.say("  export what the search finds");
        text(&page["csv"]).lines().for_each(|line| self.say(&format!("    {line}")));
        Ok(())
    }
}

/// Two of these rows are wrong; the others are done.
const FILE: &str = "customer,email,type,amount,reason,comment
KEEPS,,points,15,survey,Thank you for answering
,RLindqvist@Music.example,points,15,survey,Thank you for answering
OTHER,,points,\"1,000\",survey,Thank you for answering
,nobody@music.example,points,15,survey,Thank you for answering
OTHER,,points,-2,counted twice,
";

/// Whether the books of those whom the session moved are sound.
fn verify(shop: &mut Shop, at: Timestamp, customers: &[String]) -> Result<(), String> {
    let context = shop.owner(at)?;
    let verdict = audit::verify(shop, &context, customers, &Progress::new("verifying", customers.len(), "customers", true))?;
    if verdict.unsound.is_empty() { Ok(()) } else { Err(verdict.unsound.join("\n")) }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// The points to spend that a receipt shows.
fn active(receipt: &Value) -> String {
    list(&receipt["balances"]).find(|balance| balance["type"] == "points").map_or_else(String::new, |balance| text(&balance["active"]))
}

/// How many records of a kind moved.
fn moved(receipt: &Value, kind: &str) -> usize {
    list(&receipt["result"]["records"][kind]).count()
}
