//! What is asked of the list: in JSON, as a browser would, and as a condition that a good engineer would write for that one question.

use serde_json::{Value, json};

/// A question, both ways.
pub struct Question {
    pub name: String,
    /// The arguments of `customer.list` without cursor.
    pub args: Value,
    /// The condition on rows, without who is left out.
    pub condition: String,
    /// The column of the order.
    pub sort: &'static str,
    pub nullable: bool,
    pub descending: bool,
    /// The index that whoever knows the data would name.
    pub by: &'static str,
    /// Whether `state` is part of the filter, which then decides alone.
    pub names_state: bool,
}

/// Bytes as SQL writes them.
fn bytes(text: &str) -> String {
    let hex: String = text.bytes().map(|byte| format!("{byte:02x}")).collect();
    format!("x'{hex}'")
}

impl Question {
    fn filter(name: &str, field: &str, op: &str, value: Value, condition: String, by: &'static str) -> Question {
        Question {
            name: format!("{field} {name}"),
            args: json!({ "filter": { "field": field, "op": op, "value": value } }),
            condition,
            sort: "created_at",
            nullable: false,
            descending: true,
            by,
            names_state: field == "state",
        }
    }

    /// Who is in the answer.
    pub fn conditions(&self) -> String {
        let left_out = format!("state NOT IN ({}, {}, {})", bytes("merged"), bytes("deleted"), bytes("guest"));
        let parts = [(!self.names_state).then_some(left_out), (!self.condition.is_empty()).then(|| self.condition.clone())];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if parts.is_empty() { "1".to_owned() } else { parts.join(" AND ") }
    }

    /// Where its rows are.
    pub fn from(&self) -> String {
        match self.by {
            "" => "loyalty_customer".to_owned(),
            "key" => "loyalty_customer INDEXED BY sqlite_autoindex_loyalty_customer_1".to_owned(),
            by => format!("loyalty_customer INDEXED BY loyalty_customer_{by}"),
        }
    }
}

/// Every column, both ways.
fn sorts() -> Vec<Question> {
    let columns = [
        ("id", "root", false, "key"),
        ("email", "email", true, "email"),
        ("name", "name", true, "name"),
        ("phone", "phone", true, "phone"),
        ("group", "group_id", true, ""),
        ("state", "state", false, ""),
        ("locale", "locale", true, ""),
        ("gender", "gender", true, ""),
        ("birth_date", "birth_date", true, ""),
        ("created_at", "created_at", false, "created"),
        ("last_login_at", "last_login_at", true, "login"),
        ("newsletter", "newsletter", false, ""),
        ("blacklisted", "blacklisted", false, ""),
    ];
    let both = columns.iter().flat_map(|column| [false, true].map(|descending| (column, descending)));
    let question = |(&(field, sort, nullable, by), descending): (&(&'static str, &'static str, bool, &'static str), bool)| Question {
        name: format!("by {field}, {}", if descending { "down" } else { "up" }),
        args: json!({ "sort": field, "descending": descending }),
        condition: String::new(),
        sort,
        nullable,
        descending,
        by,
        names_state: false,
    };
    both.map(question).collect()
}

/// Every field with every class of operators, newest first.
fn filters() -> Vec<Question> {
    let f = Question::filter;
    let is = |column: &str, value: &str| format!("{column} = {}", bytes(value));
    let at = |year: i64| 1_609_459_200_000_000 + (year - 2021) * 31_557_600_000_000;
    vec![
        f("eq", "id", "eq", json!("c-0123456"), is("root", "c:c-0123456"), "key"),
        f("range", "id", "lt", json!("c-0001000"), format!("root < {}", bytes("c:c-0001000")), "key"),
        f("prefix", "id", "prefix", json!("c-01234"), format!("root >= {} AND root < {}", bytes("c:c-01234"), bytes("c:c-01235")), "key"),
        f("eq", "email", "eq", json!("nobody@example.com"), is("email", "nobody@example.com"), "email"),
        f("null", "email", "eq", json!(null), "email IS NULL".into(), "created"),
        f("prefix", "email", "prefix", json!("ada.m"), format!("email >= {} AND email < {}", bytes("ada.m"), bytes("ada.n")), "email"),
        f("contains", "email", "contains", json!(".4242"), format!("{} AND instr(email, {}) > 0", trigrams(".4242"), bytes(".4242")), ""),
        f("contains much", "email", "contains", json!("example"), format!("instr(email, {}) > 0", bytes("example")), "created"),
        f("eq", "name", "eq", json!("miaweiler zofia"), is("name", "miaweiler zofia"), "name"),
        f("prefix", "name", "prefix", json!("müll"), format!("name >= {} AND name < {}", bytes("mull"), bytes("mulm")), "name"),
        f("range", "name", "ge", json!("zu"), format!("name >= {}", bytes("zu")), "created"),
        f(
            "contains",
            "name",
            "contains",
            json!("Žofia Müller"),
            format!("{} AND instr(name, {}) > 0 AND instr(name, {}) > 0", trigrams("zofia muller"), bytes("zofia"), bytes("muller")),
            "",
        ),
        f("contains 2", "name", "contains", json!("zk"), format!("instr(name, {}) > 0", bytes("zk")), "created"),
        f("eq", "phone", "eq", json!("+10 000 0000000"), is("phone", "100000000000"), "phone"),
        f("prefix", "phone", "prefix", json!("+49 123"), format!("phone >= {} AND phone < {}", bytes("49123"), bytes("49124")), "phone"),
        f(
            "contains",
            "phone",
            "contains",
            json!("424242"),
            format!("{} AND instr(phone, {}) > 0", trigrams("424242"), bytes("424242")),
            "",
        ),
        f("eq", "group", "eq", json!("vip"), is("group_id", "vip"), "group"),
        f("eq few", "group", "eq", json!("staff"), is("group_id", "staff"), "group"),
        f("in", "group", "in", json!(["vip", "staff"]), format!("group_id IN ({}, {})", bytes("vip"), bytes("staff")), "created"),
        f("ne", "group", "ne", json!("vip"), format!("group_id IS NOT {}", bytes("vip")), "created"),
        f("null", "group", "eq", json!(null), "group_id IS NULL".into(), "created"),
        f("eq", "state", "eq", json!("enrolled"), is("state", "enrolled"), "state"),
        f("eq few", "state", "eq", json!("on_hold"), is("state", "on_hold"), "state"),
        f("in", "state", "in", json!(["on_hold", "removed"]), format!("state IN ({}, {})", bytes("on_hold"), bytes("removed")), "state"),
        f("eq", "locale", "eq", json!("fr-FR"), is("locale", "fr-fr"), "created"),
        f("eq none", "locale", "eq", json!("it-IT"), is("locale", "it-it"), ""),
        f("eq", "gender", "eq", json!("männlich"), is("gender", "mannlich"), "created"),
        f("eq none", "gender", "eq", json!("other"), is("gender", "other"), ""),
        f("eq", "birth_date", "eq", json!("1980-02-28"), is("birth_date", "1980-02-28"), ""),
        f("range", "birth_date", "ge", json!("2004-12-01"), format!("birth_date >= {}", bytes("2004-12-01")), "created"),
        f("range", "created_at", "lt", json!("2022-01-01T00:00:00Z"), format!("created_at < {}", at(2022) - 21_600_000_000), "created"),
        f(
            "range",
            "last_login_at",
            "ge",
            json!("2026-06-01T00:00:00Z"),
            format!("last_login_at >= {}", 1_780_272_000_000_000_i64),
            "login",
        ),
        f("null", "last_login_at", "eq", json!(null), "last_login_at IS NULL".into(), "created"),
        f("true", "newsletter", "eq", json!(true), "newsletter = 1".into(), "created"),
        f("true", "blacklisted", "eq", json!(true), "blacklisted = 1".into(), ""),
    ]
}

/// Rows whose text has the trigrams of all words, which is asked of the text index.
fn trigrams(words: &str) -> String {
    let words: Vec<Vec<char>> = words.split(' ').map(|word| word.chars().collect()).collect();
    let threes = words.iter().flat_map(|word| word.windows(3)).map(|three| format!("\"{}\"", three.iter().collect::<String>()));
    let threes: Vec<String> = threes.collect();
    format!("text_row IN (SELECT rowid FROM loyalty_customer_text WHERE loyalty_customer_text MATCH '{}')", threes.join(" AND "))
}

/// The search box: words as typed, as folded, and whether few rows have them.
fn searches() -> Vec<Question> {
    let search = |name: &str, typed: &str, folded: &str, is_rare: bool| {
        let has: Vec<String> = folded.split(' ').map(|word| format!("instr(search, '{word}') > 0")).collect();
        let all = has.join(" AND ");
        Question {
            name: format!("search {name}"),
            args: json!({ "search": typed }),
            condition: if is_rare { format!("{} AND {all}", trigrams(folded)) } else { all },
            sort: "created_at",
            nullable: false,
            descending: true,
            by: if is_rare { "" } else { "created" },
            names_state: false,
        }
    };
    vec![
        search("whole word", "zofia", "zofia", false),
        search("several words", "Zoë Müller", "zoe muller", true),
        search("prefix", "schau", "schau", false),
        search("inner part", "weil", "weil", false),
        search("accents", "SØREN Schülsen", "søren schulsen", true),
        search("two letters", "zk", "zk", false),
        search("two letters, none", "q9", "q9", false),
        search("phone digits", "424242", "424242", true),
        search("phone with marks", "42-42-42", "424242", true),
        search("email part", "krau.", "krau.", false),
        search("whole email", "ada.braumann.500000@example.com", "ada.braumann.500000@example.com", true),
        search("address", "rosenweg 42", "rosenweg 42", false),
        search("address, several", "Église 17 Málaga", "eglise 17 malaga", false),
        search("everybody", "example", "example", false),
        search("nobody", "xyzzy", "xyzzy", true),
    ]
}

/// Several conditions, and other orders than the newest first.
fn both() -> Vec<Question> {
    let vips = format!("group_id = {} AND newsletter = 1", bytes("vip"));
    let vip = json!({ "field": "group", "op": "eq", "value": "vip" });
    let wants = json!({ "field": "newsletter", "op": "eq", "value": true });
    let not_vip = format!("NOT (group_id IS {} OR blacklisted = 1)", bytes("vip"));
    let blacklisted = json!({ "field": "blacklisted", "op": "eq", "value": true });
    let one = |name: &str, args: Value, condition: String, sort: &'static str, descending: bool, by: &'static str| Question {
        name: name.to_owned(),
        args,
        condition,
        sort,
        nullable: sort == "name" || sort == "last_login_at",
        descending,
        by,
        names_state: false,
    };
    let vip_by_name = json!({ "filter": vip, "sort": "name" });
    let member = bytes("enrolled");
    let mut lapsed = one(
        "members by last login",
        json!({ "filter": { "field": "state", "op": "eq", "value": "enrolled" }, "sort": "last_login_at" }),
        format!("state = {member}"),
        "last_login_at",
        false,
        "login",
    );
    lapsed.names_state = true;
    vec![
        one("vip and newsletter", json!({ "filter": { "and": [vip, wants] } }), vips, "created_at", true, "group"),
        one(
            "neither vip nor blacklisted",
            json!({ "filter": { "not": { "or": [vip, blacklisted] } } }),
            not_vip,
            "created_at",
            true,
            "created",
        ),
        one("vips by name", vip_by_name, format!("group_id = {}", bytes("vip")), "name", false, "name"),
        one("search by name", json!({ "search": "graz", "sort": "name" }), "instr(search, 'graz') > 0".into(), "name", false, "name"),
        lapsed,
    ]
}

/// Every question.
pub fn all() -> Vec<Question> {
    [sorts(), filters(), searches(), both()].into_iter().flatten().collect()
}
