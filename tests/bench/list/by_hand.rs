//! The list as a good engineer writes it by hand: one statement for each question, pages by key, over the same rows and indexes.

use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, params_from_iter};
use serde::{Deserialize, Serialize};

use super::question::Question;

/// Rows of a page, and the one behind it.
const PAGE: usize = 51;

/// A row of the table, read by hand.
#[derive(Deserialize)]
struct Body {
    id: String,
    created_at: String,
    profile: Profile,
    membership: Membership,
}

#[derive(Deserialize)]
struct Membership {
    state: String,
}

#[derive(Deserialize)]
struct Profile {
    first_name: Option<String>,
    last_name: Option<String>,
    email: Option<String>,
    group: Option<String>,
}

/// A row of the answer.
#[derive(Serialize, Deserialize)]
pub struct Shown {
    pub id: String,
    name: Option<String>,
    email: Option<String>,
    group: Option<String>,
    state: String,
    created_at: String,
}

/// Where a page begins: behind this value and key.
pub type Position = (Value, Value);

/// A connection that reads.
pub struct ByHand(Connection);

impl ByHand {
    pub fn open(path: &Path) -> rusqlite::Result<Self> {
        let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        connection.set_prepared_statement_cache_capacity(512);
        connection.pragma_update(None, "temp_store", "MEMORY")?;
        connection.pragma_update(None, "cache_size", -(16 << 10))?;
        Ok(ByHand(connection))
    }

    /// Every row that answers a question, in the order of the answer. Without an index: half a million rows are sorted sooner than looked up.
    pub fn positions(&self, question: &Question) -> rusqlite::Result<Vec<Position>> {
        let direction = if question.descending { "DESC" } else { "ASC" };
        let (sort, conditions) = (question.sort, question.conditions());
        let text = format!(
            "SELECT {sort}, root FROM loyalty_customer NOT INDEXED WHERE {conditions} ORDER BY +{sort} {direction}, +root {direction}"
        );
        self.0.prepare(&text)?.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
    }

    /// A page as JSON.
    pub fn page(&self, question: &Question, after: Option<&Position>) -> rusqlite::Result<String> {
        let mut bodies = Vec::with_capacity(PAGE);
        for (range, values) in ranges(question, after) {
            if bodies.len() < PAGE {
                self.ask(question, range, &values, &mut bodies)?;
            }
        }
        bodies.truncate(PAGE - 1);
        let rows: Vec<Shown> = bodies.iter().map(|body| shown(body)).collect();
        Ok(serde_json::to_string(&rows).expect("rows"))
    }

    fn ask(&self, question: &Question, range: &str, values: &[&Value], bodies: &mut Vec<String>) -> rusqlite::Result<()> {
        let direction = if question.descending { "DESC" } else { "ASC" };
        let sort = question.sort;
        let order = if range.starts_with('=') || range == "IS NULL" {
            format!("root {direction}")
        } else {
            format!("{sort} {direction}, root {direction}")
        };
        let range = match range {
            "" => String::new(),
            "= ? AND root" | "IS NULL AND root" => format!("{sort} {range} {} ? AND ", if question.descending { "<" } else { ">" }),
            range => format!("{sort} {range} AND "),
        };
        let left = PAGE - bodies.len();
        let text = format!("SELECT body FROM {} WHERE {range}{} ORDER BY {order} LIMIT {left}", question.from(), question.conditions());
        let mut statement = self.0.prepare_cached(&text)?;
        let mut rows = statement.query(params_from_iter(values))?;
        while let Some(row) = rows.next()? {
            bodies.push(row.get(0)?);
        }
        Ok(())
    }
}

/// What lies behind a position, range after range: the same value and a later key, then other values, and nulls where they come.
fn ranges<'v>(question: &Question, after: Option<&'v Position>) -> Vec<(&'static str, Vec<&'v Value>)> {
    let Some((value, root)) = after else { return vec![("", Vec::new())] };
    if question.sort == "root" {
        return vec![(if question.descending { "< ?" } else { "> ?" }, vec![root])];
    }
    match (value, question.descending) {
        (Value::Null, false) => vec![("IS NULL AND root", vec![root]), ("IS NOT NULL", Vec::new())],
        (Value::Null, true) => vec![("IS NULL AND root", vec![root])],
        (value, false) => vec![("= ? AND root", vec![value, root]), ("> ?", vec![value])],
        (value, true) => {
            let nulls = question.nullable.then(|| ("IS NULL", Vec::new()));
            [("= ? AND root", vec![value, root]), ("< ?", vec![value])].into_iter().chain(nulls).collect()
        }
    }
}

fn shown(body: &str) -> Shown {
    let body: Body = serde_json::from_str(body).expect("a body");
    let names = [body.profile.first_name, body.profile.last_name];
    let name = names.into_iter().flatten().collect::<Vec<_>>().join(" ");
    Shown {
        id: body.id,
        name: (!name.is_empty()).then_some(name),
        email: body.profile.email,
        group: body.profile.group,
        state: body.membership.state,
        created_at: body.created_at,
    }
}
