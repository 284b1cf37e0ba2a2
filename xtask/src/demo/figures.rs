//! What a merchant would ask, in plain SQL over the documented views (docs/views.md).
//!
//! Orders happen at noon in New York and lapses at midnight, so that the date in UTC is the date there.

use std::path::Path;

use rusqlite::{Connection, OpenFlags, Row};
use serde_json::{Map, Value, json};

/// The figures of the whole program.
pub struct Figures {
    /// Customers enrolled.
    pub members: i64,
    /// How often members redeemed.
    pub redemptions: i64,
    /// How many orders came back.
    pub refunds: i64,
    /// What members have.
    pub outstanding: i64,
    /// How many have something.
    pub members_with_balance: i64,
    /// Stamps given, what came back not taken off.
    pub stamps: i64,
    /// Stamps taken back with what came back.
    pub stamps_taken_back: i64,
    /// Full cards, each a free CD.
    pub free_cds: i64,
    /// By quarter, the first first.
    pub quarters: Vec<Period>,
    /// By month.
    pub months: Vec<Period>,
    /// What was outstanding at the end of each day on which it changed.
    pub days: Vec<(String, i64)>,
    /// What lapses in each month to come, if nobody redeems until then.
    pub calendar: Vec<(String, i64)>,
}

/// What happened in a quarter or month, and what was outstanding at its end.
#[derive(Default)]
pub struct Period {
    /// Such as `1997-Q1` or `1997-01`.
    pub name: String,
    pub orders: i64,
    pub new_members: i64,
    pub earned: i64,
    pub redeemed: i64,
    pub returned: i64,
    pub lapsed: i64,
    pub outstanding_at_end: i64,
    /// How many members stood on each of [`TIERS`] at its end.
    pub tiers: [i64; 3],
}

/// The statuses of the program, from the lowest.
pub const TIERS: [&str; 3] = ["silver", "gold", "platinum"];

/// The name of the period in which a time lies.
const MONTH: &str = "substr({}, 1, 7)";
const QUARTER: &str = "substr({}, 1, 4) || '-Q' || ((substr({}, 6, 2) + 2) / 3)";

impl Figures {
    /// Asks the database of a settled shop.
    pub fn read(path: &Path) -> Result<Self, String> {
        Self::ask(path).map_err(|error| format!("cannot ask the database: {error}"))
    }

    fn ask(path: &Path) -> Result<Self, rusqlite::Error> {
        let database = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        let one = |select: &str| database.query_row(select, (), |row| row.get::<_, i64>(0));
        let days = "SELECT day, sum(change) OVER (ORDER BY day) FROM (
            SELECT substr(effective_at, 1, 10) AS day, sum(amount_units) AS change FROM loyalty_entries
            WHERE point_type = 'points' GROUP BY day) ORDER BY day";
        let calendar = "SELECT substr(expires_at, 1, 7) AS month, sum(amount_units) FROM loyalty_lots
            WHERE state = 'active' AND point_type = 'points' GROUP BY month ORDER BY month";
        Ok(Figures {
            members: one("SELECT count(*) FROM loyalty_customers WHERE state = 'enrolled'")?,
            redemptions: one("SELECT count(*) FROM loyalty_entries WHERE kind = 'spend' AND point_type = 'points'")?,
            refunds: one("SELECT count(*) FROM loyalty_orders WHERE returned = 1")?,
            outstanding: one("SELECT sum(balance_units) FROM loyalty_balances WHERE point_type = 'points'")?,
            members_with_balance: one("SELECT count(*) FROM loyalty_balances WHERE balance_units > 0 AND point_type = 'points'")?,
            stamps: one("SELECT sum(amount_units) FROM loyalty_entries WHERE point_type = 'stamps' AND kind = 'earn'")?,
            stamps_taken_back: one("SELECT -sum(amount_units) FROM loyalty_entries WHERE point_type = 'stamps' AND kind = 'reverse'")?,
            free_cds: one("SELECT count(*) FROM loyalty_rewards WHERE reward = 'free-cd'")?,
            quarters: periods(&database, QUARTER)?,
            months: periods(&database, MONTH)?,
            days: pairs(&database, days)?,
            calendar: pairs(&database, calendar)?,
        })
    }

    /// The sum of one figure over all quarters.
    pub fn total(&self, figure: impl Fn(&Period) -> i64) -> i64 {
        self.quarters.iter().map(figure).sum()
    }

    /// In the form that tests/recount/recount.py checks.
    pub fn json(&self) -> Value {
        let tiers = |period: &Period| {
            TIERS.iter().zip(period.tiers).map(|(tier, members)| ((*tier).to_owned(), json!(members))).collect::<Map<_, _>>()
        };
        let quarters = self.quarters.iter().map(|quarter| {
            json!({
                "quarter": quarter.name, "orders": quarter.orders, "earned": quarter.earned, "redeemed": quarter.redeemed,
                "returned": quarter.returned, "new_members": quarter.new_members, "lapsed": quarter.lapsed,
                "outstanding_at_end": quarter.outstanding_at_end, "tiers": tiers(quarter),
            })
        });
        json!({
            "members": self.members,
            "orders": self.total(|quarter| quarter.orders),
            "earned": self.total(|quarter| quarter.earned),
            "redeemed": self.total(|quarter| quarter.redeemed),
            "redemptions": self.redemptions,
            "returned": self.total(|quarter| quarter.returned),
            "refunds": self.refunds,
            "lapsed": self.total(|quarter| quarter.lapsed),
            "outstanding": self.outstanding,
            "members_with_balance": self.members_with_balance,
            "stamps": self.stamps,
            "stamps_taken_back": self.stamps_taken_back,
            "free_cds": self.free_cds,
            "quarters": quarters.collect::<Vec<_>>(),
        })
    }
}

/// The orders and points of a database that may be half-way: how many, and how many are outstanding.
pub fn standing(path: &Path) -> Result<(i64, i64), String> {
    let select = "SELECT (SELECT count(*) FROM loyalty_orders), (SELECT coalesce(sum(balance_units), 0) FROM loyalty_balances WHERE point_type = 'points')";
    Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)
        .and_then(|database| database.query_row(select, (), |row| Ok((row.get(0)?, row.get(1)?))))
        .map_err(|error| format!("cannot ask the database: {error}"))
}

/// What happened in each period of that name.
fn periods(database: &Connection, name: &str) -> Result<Vec<Period>, rusqlite::Error> {
    let name = |column: &str| name.replace("{}", column);
    let tiers = TIERS.map(|tier| format!("sum(sum({tier})) OVER (ORDER BY name)")).join(", ");
    let moves = TIERS.map(|tier| format!("(to_status IS '{tier}') - (from_status IS '{tier}') AS {tier}")).join(", ");
    let select = format!(
        "SELECT name, sum(orders), sum(members), sum(earned), sum(redeemed), sum(returned), sum(lapsed),
            sum(sum(earned) - sum(redeemed) - sum(returned) - sum(lapsed)) OVER (ORDER BY name), {tiers}
        FROM (
            SELECT {placed} AS name, 1 AS orders, 0 AS members, 0 AS earned, 0 AS redeemed, 0 AS returned, 0 AS lapsed,
                0 AS silver, 0 AS gold, 0 AS platinum FROM loyalty_orders
            UNION ALL SELECT {enrolled}, 0, 1, 0, 0, 0, 0, 0, 0, 0 FROM loyalty_customers
            UNION ALL SELECT {effective}, 0, 0, iif(kind = 'earn', amount_units, 0), iif(kind = 'spend', -amount_units, 0),
                iif(kind = 'reverse', -amount_units, 0), iif(kind = 'expire', -amount_units, 0), 0, 0, 0 FROM loyalty_entries
                WHERE point_type = 'points'
            UNION ALL SELECT {changed}, 0, 0, 0, 0, 0, 0, {moves} FROM loyalty_status_changes
        ) GROUP BY name ORDER BY name",
        placed = name("placed_at"),
        enrolled = name("enrolled_at"),
        effective = name("effective_at"),
        changed = name("changed_at"),
    );
    let read = |row: &Row<'_>| {
        Ok(Period {
            name: row.get(0)?,
            orders: row.get(1)?,
            new_members: row.get(2)?,
            earned: row.get(3)?,
            redeemed: row.get(4)?,
            returned: row.get(5)?,
            lapsed: row.get(6)?,
            outstanding_at_end: row.get(7)?,
            tiers: [row.get(8)?, row.get(9)?, row.get(10)?],
        })
    };
    database.prepare(&select)?.query_map((), read)?.collect()
}

fn pairs(database: &Connection, select: &str) -> Result<Vec<(String, i64)>, rusqlite::Error> {
    database.prepare(select)?.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}
