//! Random files of customers, with rows that are wrong and customers who are there already, cut anywhere, over storage that dies anywhere: whenever it
//! dies, what stands is what the first rows of the file make, each whole; sent again until they are through, every row is done once; the dry run says what
//! the real run does (rules K8, K3, B2). `LOYALTY_CASES` sets the number of files (a fortieth of it in memory, a tenth of that on SQLite).

use std::collections::BTreeMap;
use std::fmt::Write as _;

use loyalty_core::address::ADDRESS;
use loyalty_core::log::IDEMPOTENCY;
use loyalty_core::memory::Memory;
use loyalty_core::repository::{CLAIM, Repository, Table, Value as Column};
use loyalty_core::schema::TABLES;
use loyalty_sql::Sqlite;
use loyalty_tests::dice::Dice;
use serde_json::{Value, json};

use crate::dying::{Shop, equal, is_trouble, send};
use crate::number;

/// Ids and emails of one number belong together, in most files.
const PEOPLE: u64 = 6;
const CHOICES: [&str; 3] = ["refuse", "skip", "update"];
const WORDS: [&str; 3] = ["", "Ada", "Bé"];
const FLAGS: [&str; 3] = ["", "yes", "no"];

#[derive(Clone, Default, PartialEq)]
struct Person {
    email: String,
    first_name: &'static str,
    city: &'static str,
    member: bool,
    newsletter: Option<bool>,
}

type People = BTreeMap<String, Person>;

/// What a row says; a cell that is empty says nothing.
struct Row {
    id: String,
    person: Person,
    /// A last sign-in that has not come yet, which is seen only when the customer has been looked up.
    is_ahead: bool,
}

/// Customers as an export writes them.
fn written(people: &People) -> String {
    let line = |(id, person): (&String, &Person)| {
        let (member, news) = (person.member, person.newsletter == Some(true));
        format!("{id},{},{},{},{member},{news}\n", person.email, person.first_name, person.city)
    };
    people.iter().map(line).collect()
}

/// Puts a cell into a field, unless it is empty; whether that changes anything.
fn fill<T: Clone + PartialEq>(field: &mut T, cell: &T, empty: &T) -> bool {
    let changes = cell != empty && cell != field;
    if changes {
        field.clone_from(cell);
    }
    changes
}

/// What becomes of a row, and of the customers by it.
fn take(people: &mut People, row: &Row, existing: &str) -> &'static str {
    let says = &row.person;
    let has_email = |person: &Person| !says.email.is_empty() && person.email.eq_ignore_ascii_case(&says.email);
    let holder = people.iter().find(|(_, person)| has_email(person)).map(|(id, _)| id.clone());
    let id = if people.contains_key(&row.id) { Some(row.id.clone()) } else { holder.clone() };
    let is_held = holder.is_some() && holder != id;
    match (id, existing) {
        (Some(_), "refuse") => "refused",
        (Some(_), "skip") => "skipped",
        (Some(_), _) if is_held || row.is_ahead => "refused",
        (Some(id), _) => {
            let person = people.get_mut(&id).unwrap();
            let news = says.newsletter.filter(|wanted| !wanted || person.newsletter.is_none());
            let changes = [
                fill(&mut person.email, &says.email, &String::new()),
                fill(&mut person.first_name, &says.first_name, &""),
                fill(&mut person.city, &says.city, &""),
                fill(&mut person.member, &says.member, &false),
                fill(&mut person.newsletter, &news, &None),
            ];
            if changes.contains(&true) { "updated" } else { "unchanged" }
        }
        (None, _) if row.is_ahead => "refused",
        (None, _) => {
            people.insert(row.id.clone(), says.clone());
            "created"
        }
    }
}

/// A file: who is there before it and after each of its rows, what becomes of these, and which are refused.
struct File {
    csv: String,
    stages: Vec<People>,
    counts: BTreeMap<&'static str, u64>,
    refused: Vec<u64>,
}

/// A file of random rows. One that is `steady` is refused for the same rows whenever it is sent again.
fn file(dice: &mut Dice, before: People, existing: &str, ids_of_emails: &[String], steady: bool) -> File {
    let mut csv = String::from("\u{feff}id;email;note;first_name;address_city;member;newsletter;last_login_at;birth_date\n");
    let mut file = File { csv: String::new(), stages: vec![before], counts: BTreeMap::new(), refused: Vec::new() };
    let mut number = 1;
    for _ in 0..dice.below(40) {
        number += 1;
        let who = dice.below(PEOPLE);
        let of_email = if steady { who } else { dice.below(PEOPLE) };
        let way = dice.below(3);
        let (id, email) =
            (format!("c{who}"), dice.one_of(&[format!("c{of_email}@example.com"), format!("C{of_email}@Example.com")].each_ref()).clone());
        let (id, email) = match way {
            0 => (String::new(), email),
            1 => (id, String::new()),
            _ => (id, email),
        };
        let (first_name, city, member, news) = (dice.one_of(&WORDS), dice.one_of(&WORDS), dice.one_of(&FLAGS), dice.one_of(&FLAGS));
        // With another choice, a customer who comes later makes that the row is refused for something else, or not at all.
        let is_ahead = dice.below(12) == 0 && (!steady || existing == "update");
        let login = if is_ahead { "2030-01-01T00:00:00Z" } else { "" };
        let note = format!("\"two\nlines; é {number}\"");
        let rest = format!("{note};{first_name};{city};{member};{news};{login}");
        let bad = match dice.below(16) {
            0 => Some(format!("{id};nowhere;{rest};")),
            1 => Some(format!(";;{rest};")),
            2 => Some(format!("x {who};{email};{rest};")),
            3 => Some(format!("{id};{email};{rest};1990-02-30")),
            4 => Some(format!("{id};{email};{rest}")),
            _ => None,
        };
        let end = dice.one_of(&["\n", "\r\n", "\n;;;;;;;;\n", "\n\n"]);
        let line = bad.clone().unwrap_or_else(|| format!("{id};{email};{rest};"));
        write!(csv, "{line}{end}").unwrap();
        let newsletter = if news.is_empty() { None } else { Some(news == "yes") };
        let id = if id.is_empty() { ids_of_emails[usize::try_from(of_email).unwrap()].clone() } else { id };
        let row = Row { id, person: Person { email, first_name, city, member: member == "yes", newsletter }, is_ahead };
        let mut people = file.stages.last().unwrap().clone();
        let outcome = if bad.is_some() { "refused" } else { take(&mut people, &row, existing) };
        *file.counts.entry(outcome).or_default() += 1;
        if outcome == "refused" {
            file.refused.push(number);
        }
        file.stages.push(people);
        number += u64::from(!["\n", "\r\n"].contains(&end));
    }
    File { csv, ..file }
}

impl<R: Repository> Shop<R> {
    /// Who is there, as an export writes it.
    fn exported(&mut self) -> Result<String, String> {
        let columns = ["id", "email", "first_name", "address_city", "member", "newsletter"];
        let page = self.done("customer.export_csv", &json!({ "columns": columns, "sort": "id" }))?;
        let csv = page["csv"].as_str().unwrap_or_default().replace("\r\n", "\n");
        Ok(csv.split_once('\n').map(|(_, rows)| rows.to_owned()).unwrap_or_default())
    }

    /// Nobody has the email of a row that was refused.
    fn has_claims_of(&self, people: &People) -> Result<(), String> {
        let claims = self.rows(&CLAIM).iter().filter(|claim| *claim.value(0) == Column::from("email")).count();
        equal("emails taken", &claims, &people.values().filter(|person| !person.email.is_empty()).count())
    }
}

/// The ids that are made from emails, told by an import into a shop of their own.
fn ids_of_emails() -> Vec<String> {
    let mut shop = Shop::over(Memory::new(), None);
    let emails: String = (0..PEOPLE).map(|who| format!("c{who}@example.com\n")).collect();
    let args = json!({ "batch": "ids", "csv": format!("email\n{emails}"), "last": true, "preset": "loyalty" });
    shop.done("customer.import_csv", &args).unwrap();
    let list = shop.done("customer.list", &json!({ "sort": "email" })).unwrap();
    list["rows"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
}

/// The row of each error.
fn rows(errors: &[Value]) -> Vec<u64> {
    errors.iter().map(|error| error["row"].as_u64().unwrap()).collect()
}

/// Who is there before the file comes.
fn settle<R: Repository>(shop: &mut Shop<R>, dice: &mut Dice) -> Result<People, String> {
    let mut people = People::new();
    for who in 0..dice.below(4) {
        let (id, email) = (format!("c{who}"), format!("c{who}@example.com"));
        shop.done("customer.create", &json!({ "id": id, "email": email, "first_name": "Old" }))?;
        let member = dice.below(2) == 0;
        if member {
            shop.done("membership.enroll", &json!({ "customer": id }))?;
        }
        people.insert(id, Person { email, first_name: "Old", member, ..Person::default() });
    }
    Ok(people)
}

/// One file's life.
fn live<R: Repository>(seed: u64, storage: R, ids_of_emails: &[String], forgets: Option<&'static Table>) -> Result<(), String> {
    let mut dice = Dice(seed);
    let mut shop = Shop::over(storage, forgets);
    let before = settle(&mut shop, &mut dice)?;
    let (dies, existing) = (dice.below(4) > 0, dice.one_of(&CHOICES));
    let file = file(&mut dice, before, existing, ids_of_emails, dies);
    let mut args = json!({ "batch": "b-1", "preset": "loyalty", "existing": existing });
    // The dry run as one piece: then it sees every row behind those before it.
    args["csv"] = json!(file.csv);
    args["last"] = json!(true);
    let dry = shop.ask("customer.import_csv", &args, true)["ok"].clone();
    let dry_errors = dry["errors"].as_array().cloned().unwrap_or_default();
    equal("refused in the dry run", &rows(&dry_errors), &file.refused)?;
    for name in ["created", "updated", "unchanged", "skipped", "refused"] {
        equal(name, &dry["counts"][name], &json!(file.counts.get(name).unwrap_or(&0)))?;
    }
    equal("after the dry run", &shop.exported()?, &written(&file.stages[0]))?;
    let (mut deaths, mut stage) = (0, 0);
    let (answer, errors) = loop {
        shop.dies_after(if dies && deaths < 6 { i64::try_from(dice.below(30)).unwrap() } else { i64::MAX });
        let sent = send(&mut shop, &mut dice, "customer.import_csv", &args, &file.csv);
        shop.dies_after(i64::MAX);
        match sent {
            Ok(done) => break done,
            Err(error) if is_trouble(&error) => deaths += 1,
            Err(error) => return Err(error.to_string()),
        }
        let stands = shop.exported()?;
        let rows = file.stages[stage..].iter().position(|people| written(people) == stands);
        stage += rows.ok_or_else(|| format!("no row of the file ends with\n{stands}"))?;
        shop.has_claims_of(&file.stages[stage])?;
    };
    for name in ["done", "refused", "row"] {
        equal(name, &answer[name], &dry[name])?;
    }
    if deaths == 0 {
        equal("counts", &answer["counts"], &dry["counts"])?;
        equal("errors", &errors, &dry_errors)?;
    }
    // What is refused again may be so for something else: rows behind it stand by now.
    equal("refused", &rows(&errors), &file.refused)?;
    let end = file.stages.last().unwrap();
    equal("in the end", &shop.exported()?, &written(end))?;
    if dies {
        let (again, errors) = send(&mut shop, &mut dice, "customer.import_csv", &args, &file.csv).map_err(|error| error.to_string())?;
        equal("repeated", &again["counts"]["repeated"], &dry["done"])?;
        equal("refused again", &rows(&errors), &file.refused)?;
        equal("after it was sent again", &shop.exported()?, &written(end))?;
    }
    shop.has_claims_of(end)?;
    for id in end.keys() {
        equal("sound", &shop.done("journal.verify", &json!({ "customer": id }))?["sound"], &json!(true))?;
    }
    Ok(())
}

fn lives<R: Repository>(cases: u64, forgets: Option<&'static Table>, storage: impl Fn() -> R) -> Result<(), String> {
    let (seed, ids) = (number("LOYALTY_SEED", 1), ids_of_emails());
    (0..cases).try_for_each(|case| {
        let seed = seed.wrapping_mul(1_000_003).wrapping_add(case);
        live(seed, storage(), &ids, forgets).map_err(|why| format!("seed {seed}: {why}"))
    })
}

// rules K8, K3, B2
#[test]
fn every_row_of_customers_is_done_once_and_whole_whatever_dies() {
    lives(number("LOYALTY_CASES", 20_000) / 40, None, Memory::new).unwrap_or_else(|why| panic!("{why}"));
}

// rules K8, B2
#[test]
fn every_row_of_customers_is_done_once_and_whole_in_sqlite() {
    let storage = || Sqlite::in_memory(TABLES).unwrap();
    lives((number("LOYALTY_CASES", 20_000) / 400).min(60), None, storage).unwrap_or_else(|why| panic!("{why}"));
}

#[test]
fn imported_rows_that_are_not_noted_are_found() {
    assert!(lives(200, Some(&IDEMPOTENCY), Memory::new).is_err(), "rows were tried twice, and nobody saw it");
}

#[test]
fn imported_rows_that_are_half_done_are_found() {
    assert!(lives(200, Some(&ADDRESS), Memory::new).is_err(), "customers stand without their addresses, and nobody saw it");
}
