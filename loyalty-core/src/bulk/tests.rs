//! Batches through the door: bad rows, batches sent again, merged customers, limits, all or nothing, reversals.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use serde_json::{Value, json};

use super::{BULK_ROW, StoredRow};
use crate::loyalty::Loyalty;
use crate::memory::Memory;
use crate::repository::{Changes, Read, Refusal, Repository, Scan, Search, StorageError, Write};
use crate::schema::TABLES;

struct Shop<R = Memory>(Loyalty<R>);

impl Shop {
    fn new() -> Self {
        let shop = Shop(Loyalty::new(Memory::new()));
        shop.open();
        shop
    }
}

impl<R: Repository> Shop<R> {
    /// A shop with the members a, b and c, who have a thousand points each, and an agent with limits.
    fn open(&self) {
        let shop = self;
        let program = json!({ "point_types": [{ "id": "points" }, { "id": "cents", "places": 2 }],
            "roles": [{ "id": "admin", "rights": ["customer.*", "membership.*", "points.*", "bulk.*", "merge.*", "program.*", "audit.*", "journal.*"] },
                { "id": "clerk", "rights": ["bulk.*"], "limits": [{ "type": "points", "per_operation": "100", "per_day": "150" }] },
                { "id": "adjuster", "rights": ["bulk.adjust", "bulk.get"] }] });
        shop.ok("program.set", &json!({ "program": program }));
        for id in ["a", "b", "c"] {
            shop.ok("customer.create", &json!({ "id": id, "email": format!("{id}@example.com") }));
            shop.ok("membership.enroll", &json!({ "customer": id }));
            shop.ok("points.adjust", &json!({ "customer": id, "type": "points", "amount": "1000", "reason": "start" }));
        }
    }

    fn ask(&self, role: &str, op: &str, args: &Value, preview: bool) -> Value {
        let request = json!({ "op": op, "args": args, "preview": preview });
        let context = json!({ "actor": { "id": role, "kind": "agent", "roles": [role] }, "at": "2026-01-02T10:00:00Z", "entropy": "sixteen bytes or more" });
        serde_json::from_str(&self.0.execute(&request.to_string(), &context.to_string())).unwrap()
    }

    fn ok(&self, op: &str, args: &Value) -> Value {
        let answer = self.ask("admin", op, args, false);
        assert!(answer["ok"].is_object(), "{op} {args}: {answer}");
        answer["ok"].clone()
    }

    fn refused(&self, op: &str, args: &Value) -> (String, String) {
        let error = self.ask("admin", op, args, false)["error"].clone();
        (error["code"].as_str().unwrap().to_owned(), error["message"].as_str().unwrap().to_owned())
    }

    fn dry(&self, args: &Value) -> Value {
        let answer = self.ask("admin", "bulk.adjust", args, true);
        assert!(answer["ok"].is_object(), "{args}: {answer}");
        answer["ok"].clone()
    }

    /// Both runs of a file that is one piece.
    fn adjust(&self, args: &Value) -> (Value, Value) {
        let dry = self.dry(args);
        let mut real = args.clone();
        real["file_plan"] = dry["file_plan"].clone();
        (dry, self.ok("bulk.adjust", &real))
    }

    fn points(&self, customer: &str) -> String {
        let balances = self.ok("points.balance", &json!({ "customer": customer }));
        let points = balances["balances"].as_array().unwrap().iter().find(|balance| balance["type"] == "points");
        points.map_or("0".to_owned(), |points| points["total"].as_str().unwrap().to_owned())
    }

    fn sound(&self) {
        for id in ["a", "b", "c"] {
            let verified = self.ok("journal.verify", &json!({ "customer": id }));
            assert_eq!(verified["sound"], true, "{verified}");
        }
    }
}

fn whole(batch: &str, csv: &str) -> Value {
    json!({ "batch": batch, "csv": csv, "last": true, "type": "points", "reason": "because" })
}

fn problems(answer: &Value) -> Vec<(u64, String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    answer["errors"].as_array().map_or(Vec::new(), |errors| {
        errors.iter().map(|error| (error["row"].as_u64().unwrap(), text(&error["column"]), text(&error["code"]))).collect()
    })
}

// rules B1, L2, L11
#[test]
fn what_is_no_plain_amount_is_refused_and_not_guessed() {
    let shop = Shop::new();
    let amounts = ["\"1,000\"", "1e3", "１００", "\" 5 \"", "+5", "5.", "0x10", "=5", "1.5", "", "0", "1 000", "NaN"];
    let rows: String = amounts.iter().map(|amount| format!("a,{amount},x\n")).collect();
    let (dry, real) = shop.adjust(&whole("b-1", &format!("customer,amount,comment\n{rows}a,-24,x\n")));
    let wrong = problems(&real);
    assert_eq!(wrong.len(), amounts.len(), "{real}");
    assert!(wrong.iter().all(|(_, column, code)| column == "amount" && code == "invalid_request"), "{real}");
    assert_eq!((dry["errors"].clone(), dry["refused"].clone()), (real["errors"].clone(), json!(13)));
    assert_eq!((real["done"].clone(), shop.points("a")), (json!(1), "976".to_owned()));
}

// rules B1, L10
#[test]
fn a_file_sent_again_does_no_row_twice_and_another_is_another_batch() {
    let shop = Shop::new();
    let args = whole("b-1", "email,amount\nA@Example.com,5\nb@example.com,-7\na@example.com,1\nnobody@example.com,1\n");
    let (dry, real) = shop.adjust(&args);
    assert_eq!(problems(&real), [(5, "email".to_owned(), "not_found".to_owned())]);
    assert_eq!(real["totals"], json!([{ "type": "points", "given": "6", "taken": "7" }]));
    assert_eq!(dry["totals"], real["totals"]);
    let mut again = args.clone();
    again["file_plan"] = dry["file_plan"].clone();
    let replayed = shop.ok("bulk.adjust", &again);
    assert_eq!(replayed, real);
    assert_eq!([shop.points("a"), shop.points("b")], ["1006", "993"]);
    // The same id with another file.
    let other = whole("b-1", "email,amount\na@example.com,50\n");
    let mut other = {
        let plan = shop.dry(&other)["file_plan"].clone();
        let mut other = other;
        other["file_plan"] = plan;
        other
    };
    assert_eq!(shop.refused("bulk.adjust", &other).0, "idempotency_conflict");
    other["file_plan"] = dry["file_plan"].clone();
    assert!(shop.refused("bulk.adjust", &other).1.contains("args.file_plan: is of another file"));
    assert!(shop.refused("bulk.adjust", &args).1.contains("make a dry run of the whole file first"));
    // Who was unknown exists by now: that row alone is done.
    shop.ok("customer.create", &json!({ "id": "n", "email": "nobody@example.com" }));
    shop.ok("membership.enroll", &json!({ "customer": "n" }));
    assert_eq!(shop.ok("bulk.adjust", &again)["done"], 4);
    assert_eq!([shop.points("a"), shop.points("n")], ["1006", "1"]);
    // Another id is another batch.
    let mut second = args.clone();
    second["batch"] = json!("b-2");
    shop.adjust(&second);
    assert_eq!(shop.points("a"), "1012");
    let view = shop.ok("bulk.get", &json!({ "batch": "b-1" }));
    assert_eq!((view["done"].clone(), view["refused"].clone(), view["state"].clone()), (json!(4), json!(0), json!("done")));
    assert_eq!((view["started_by"].clone(), view["totals"][0]["given"].clone()), (json!("admin"), json!("7")));
    let history = shop.ok("points.history", &json!({ "customer": "a" }));
    assert!(
        history["entries"].as_array().unwrap().iter().any(|entry| entry["batch"] == "b-1" && entry["reason"] == "because"),
        "{history}"
    );
    let audit = shop.ok("audit.list", &json!({})).to_string();
    assert!(audit.contains(r#""batch":"b-1""#), "{audit}");
    shop.sound();
}

// rules B1, B2
#[test]
fn a_file_may_be_cut_anywhere() {
    let csv = "customer;amount;comment\r\na;5;\"one; two\r\nthree\"\r\n\r\nb;-7;é\r\nz;1;x\r\nc;3;\"\"\"\"";
    let expected = Shop::new().dry(&whole("b-1", csv));
    for size in 1..csv.len() {
        let shop = Shop::new();
        let mut plan = Value::Null;
        for preview in [true, false] {
            let (mut args, mut rest, mut answer, mut refused) = (whole("b-1", ""), csv, Value::Null, 0);
            args["file_plan"] = plan.clone();
            while !rest.is_empty() {
                let mut end = size.min(rest.len());
                while !rest.is_char_boundary(end) {
                    end += 1;
                }
                (args["csv"], args["last"]) = (json!(rest[..end]), json!(end == rest.len()));
                answer = shop.ask("admin", "bulk.adjust", &args, preview)["ok"].clone();
                assert!(answer.is_object(), "{size} {args}");
                refused += problems(&answer).len();
                (rest, args["after"]) = (&rest[end..], answer["next"].clone());
            }
            for name in ["digest", "done", "refused", "totals", "row"] {
                assert_eq!(answer[name], expected[name], "{name} in pieces of {size}");
            }
            assert_eq!(refused, 1, "in pieces of {size}");
            if preview {
                assert_eq!(answer["file_plan"], expected["file_plan"]);
                plan = answer["file_plan"].clone();
            }
        }
        assert_eq!([shop.points("a"), shop.points("b"), shop.points("c")], ["1005", "993", "1003"]);
    }
}

// rule B1
#[test]
fn rows_under_another_header_are_another_file() {
    let shop = Shop::new();
    let mut args = whole("b-1", "customer,amount,expires_after_days\na,30,365\n");
    let dry = shop.dry(&args);
    args["file_plan"] = dry["file_plan"].clone();
    let other = |header: &str| {
        let mut other = args.clone();
        other["csv"] = json!(format!("{header}\na,30,365\n"));
        other
    };
    for header in ["customer,expires_after_days,amount", "customer,amount,\"expires_after_days\""] {
        assert!(shop.refused("bulk.adjust", &other(header)).1.starts_with("args.file_plan: is of another file"), "{header}");
        let mut stated = other(header);
        stated["digest"] = dry["digest"].clone();
        assert!(shop.refused("bulk.adjust", &stated).1.starts_with("args.digest: is of another file"), "{header}");
    }
    assert_eq!(shop.ok("bulk.adjust", &args)["totals"][0]["given"], "30");
}

// rules B1, B2
#[test]
fn broken_off_it_tells_of_no_row_behind_the_last_one_done() {
    let shop = Shop::new();
    let row = |row: usize| if row % 100 == 50 { "a,1e3\n" } else { "b,1\n" };
    let mut args = whole("b-1", &format!("customer,amount\n{}", (0..450).map(row).collect::<String>()));
    args["file_plan"] = shop.dry(&args)["file_plan"].clone();
    let request = json!({ "op": "bulk.adjust", "args": args }).to_string();
    let context = json!({ "actor": { "id": "admin", "kind": "agent", "roles": ["admin"] }, "at": "2026-01-02T10:00:00Z", "entropy": "sixteen bytes or more" });
    let broken_off = shop.0.execute_watched(&request, &context.to_string(), &mut |_| ControlFlow::Break(()));
    let broken_off = serde_json::from_str::<Value>(&broken_off).unwrap()["ok"].clone();
    let rows = |answer: &Value| problems(answer).into_iter().map(|(row, _, _)| row).collect::<Vec<_>>();
    assert_eq!((rows(&broken_off), &broken_off["row"], &broken_off["refused"]), (vec![52, 152], &json!(203), &json!(2)));
    assert_eq!(shop.ok("bulk.get", &json!({ "batch": "b-1" }))["refused"], 2);
    let again = shop.ok("bulk.adjust", &args);
    assert_eq!((rows(&again), &again["done"], &again["refused"]), (vec![52, 152, 252, 352], &json!(446), &json!(4)));
    args["batch"] = json!("b-2");
    args.as_object_mut().unwrap().remove("file_plan");
    let request = json!({ "op": "bulk.adjust", "args": args, "preview": true }).to_string();
    let dry = shop.0.execute_watched(&request, &context.to_string(), &mut |_| ControlFlow::Break(()));
    assert!(serde_json::from_str::<Value>(&dry).unwrap()["ok"]["file_plan"].is_null(), "it has not looked at all of the file: {dry}");
}

// rule B1
#[test]
fn a_balance_is_set_where_it_is_what_was_expected() {
    let shop = Shop::new();
    let mut args = whole("b-1", "customer,amount,expected\na,700,1000\nb,1200,1000\nc,5,999\na,800,700\nb,1200,1200\nb,1,1000\n");
    args["mode"] = json!("set");
    let (dry, real) = shop.adjust(&args);
    assert_eq!(
        problems(&real),
        [(4, "expected".to_owned(), "invalid_request".to_owned()), (7, "expected".to_owned(), "invalid_request".to_owned())]
    );
    assert_eq!((dry["totals"].clone(), dry["errors"].clone()), (real["totals"].clone(), real["errors"].clone()));
    assert_eq!([shop.points("a"), shop.points("b"), shop.points("c")], ["800", "1200", "1000"]);
    let reversed = shop.ok("bulk.reverse", &json!({ "batch": "b-1" }));
    assert_eq!((reversed["reversed"].clone(), reversed["state"].clone()), (json!(4), json!("reversed")));
    assert_eq!([shop.points("a"), shop.points("b")], ["1000", "1000"]);
    args["csv"] = json!("customer,amount\na,1\n");
    args["batch"] = json!("b-2");
    assert_eq!(problems(&shop.dry(&args)), [(2, String::new(), "invalid_request".to_owned())]);
    args["expected"] = json!("1000");
    assert_eq!(shop.adjust(&args).1["totals"][0]["taken"], "999");
    shop.sound();
}

// rules B1, T12
#[test]
fn a_batch_is_reversed_in_pieces_and_what_is_spent_stays() {
    let shop = Shop::new();
    let (_, real) = shop.adjust(&whole("b-1", "customer,amount\na,5\nb,-7\nc,500\na,6\na,-11\n"));
    assert_eq!(real["done"], 5);
    shop.ok("points.reverse", &json!({ "customer": "a", "entry": "a/points/2" }));
    shop.ok("points.adjust", &json!({ "customer": "c", "type": "points", "amount": "-1400", "reason": "spent" }));
    let (mut after, mut refused, mut calls) = (Value::Null, Vec::new(), 0);
    let reversed;
    loop {
        let answer = shop.ok("bulk.reverse", &json!({ "batch": "b-1", "limit": 2, "after": after, "reason": "wrong file" }));
        refused.extend(problems(&answer));
        (after, calls) = (answer["next"].clone(), calls + 1);
        if after.is_null() {
            reversed = answer["reversed"].as_u64().unwrap();
            break;
        }
    }
    assert_eq!((calls, reversed, refused), (3, 4, vec![(4, String::new(), "insufficient_balance".to_owned())]));
    assert_eq!([shop.points("a"), shop.points("b"), shop.points("c")], ["1000", "1000", "100"]);
    assert_eq!(shop.ok("bulk.get", &json!({ "batch": "b-1" }))["state"], "reversing");
    shop.ok("points.adjust", &json!({ "customer": "c", "type": "points", "amount": "900", "reason": "back" }));
    let last = shop.ok("bulk.reverse", &json!({ "batch": "b-1" }));
    assert_eq!((last["reversed"].clone(), last["state"].clone()), (json!(5), json!("reversed")));
    assert_eq!(shop.points("c"), "500");
    let nothing = shop.ok("bulk.reverse", &json!({ "batch": "b-1" }));
    assert_eq!(nothing, last);
    // Nothing more is done in it.
    let (dry, mut args) = (
        shop.dry(&whole("b-1", "customer,amount\na,5\nb,-7\nc,500\na,6\na,-11\n")),
        whole("b-1", "customer,amount\na,5\nb,-7\nc,500\na,6\na,-11\n"),
    );
    args["file_plan"] = dry["file_plan"].clone();
    assert!(shop.refused("bulk.adjust", &args).1.contains("is 'b-1', which is reversed"));
    assert_eq!(shop.refused("bulk.reverse", &json!({ "batch": "b-3" })).0, "not_found");
    shop.sound();
}

// rules B1, T12
#[test]
fn all_or_nothing_leaves_nothing_when_a_row_is_refused_after_all() {
    let shop = Shop::new();
    let mut args = whole("b-1", "customer,amount\na,5\nb,-7\nc,-1000\n");
    args["policy"] = json!("all_or_nothing");
    let plan = shop.dry(&args)["file_plan"].clone();
    shop.ok("points.adjust", &json!({ "customer": "c", "type": "points", "amount": "-1", "reason": "meanwhile" }));
    args["file_plan"] = plan;
    let failed = shop.ok("bulk.adjust", &args);
    assert_eq!(problems(&failed), [(4, "amount".to_owned(), "insufficient_balance".to_owned())]);
    assert_eq!(failed["state"], "reversed", "{failed}");
    assert_eq!([shop.points("a"), shop.points("b"), shop.points("c")], ["1000", "1000", "999"]);
    // With errors there is no plan.
    args["file_plan"] = Value::Null;
    args["batch"] = json!("b-2");
    let dry = shop.dry(&args);
    assert_eq!((dry["file_plan"].clone(), dry["refused"].clone()), (Value::Null, json!(1)));
    args["policy"] = json!("best_effort");
    assert_eq!(shop.adjust(&args).1["done"], 2);
    shop.sound();
}

// rules B1, G8
#[test]
fn a_merged_id_reaches_the_survivor_before_and_after() {
    let shop = Shop::new();
    shop.adjust(&whole("b-1", "customer,amount\nb,50\n"));
    shop.ok("merge.apply", &json!({ "survivor": "a", "source": "b" }));
    assert_eq!(shop.points("a"), "2050");
    let mut args = whole("b-1", "customer,amount\nb,50\n");
    args["file_plan"] = shop.dry(&args)["file_plan"].clone();
    assert_eq!(shop.ok("bulk.adjust", &args)["done"], 1);
    shop.adjust(&whole("b-2", "customer,amount\nb,7\na,1\n"));
    assert_eq!(shop.points("a"), "2058");
    for batch in ["b-1", "b-2"] {
        assert_eq!(shop.ok("bulk.reverse", &json!({ "batch": batch }))["state"], "reversed", "{batch}");
    }
    assert_eq!(shop.points("a"), "2000");
    shop.sound();
}

// rule P1
#[test]
fn limits_count_the_rows_of_a_file() {
    let shop = Shop::new();
    let args = whole("b-1", "customer,amount\na,101\na,100\nb,-40\nc,20\n");
    let clerk = |args: &Value, preview| shop.ask("clerk", "bulk.adjust", args, preview)["ok"].clone();
    let dry = clerk(&args, true);
    let mut real = args.clone();
    real["file_plan"] = dry["file_plan"].clone();
    let done = clerk(&real, false);
    let limits = [2, 5].map(|row| (row, "amount".to_owned(), "limit_exceeded".to_owned()));
    assert_eq!((problems(&done), dry["errors"].clone()), (limits.to_vec(), done["errors"].clone()));
    let denied = shop.ask("nobody", "bulk.adjust", &real, false);
    assert_eq!(denied["error"]["code"], "forbidden");
}

// rule B1
#[test]
fn files_of_other_programs_are_read_by_their_columns() {
    let read = |format: &str, mode: Option<&str>, csv: &str| {
        let shop = Shop::new();
        let mut args = whole("b-1", csv);
        args["format"] = json!(format);
        if let Some(mode) = mode {
            args["mode"] = json!(mode);
        }
        if mode == Some("set") || format == "yotpo" {
            args["expected"] = json!("1000");
        }
        let (dry, real) = shop.adjust(&args);
        assert_eq!((&dry["errors"], &dry["totals"]), (&real["errors"], &real["totals"]));
        (shop.points("a"), problems(&real).into_iter().map(|(row, column, _)| (row, column)).collect::<Vec<_>>())
    };
    let talon = "customerprofileid,amount,startdate,expirydate,subledgerid,reason\na,100,2025-11-10T23:00:00Z,2027-11-11T23:00:00Z,points,appeasement\na,1,tomorrow,,,\n";
    assert_eq!(read("talon_one", None, talon), ("1100".to_owned(), vec![(3, "startdate".to_owned())]));
    assert_eq!(read("smile", Some("add"), "email,points\na@example.com,5\n"), ("1005".to_owned(), vec![]));
    assert_eq!(read("smile", Some("set"), "email,points\na@example.com,5\n"), ("5".to_owned(), vec![]));
    let lion = "customer id,emails,points,enrolled\na,a@example.com,5,true\n,a@example.com,6,true\n,,7,false\n";
    assert_eq!(read("loyalty_lion", Some("add"), lion), ("1011".to_owned(), vec![(4, String::new())]));
    let stamped = "first_name,email,points,add_points\nAda,a@example.com,,7\nAda,a@example.com,9,7\n";
    assert_eq!(read("stamped", Some("add"), stamped), ("1007".to_owned(), vec![(3, "points".to_owned())]));
    assert_eq!(
        read("yotpo", None, "Full Name,Email,Points Balance\nAda,a@example.com,40\nAda,a@example.com,40\n"),
        ("40".to_owned(), vec![(3, String::new())])
    );
    assert_eq!(read("fan_maker", None, "Email,Identifier,Points,Explanation\na@example.com,x1,9,Game\n"), ("1009".to_owned(), vec![]));
    let shop = Shop::new();
    for (format, mode, csv, wanted) in [
        ("smile", Value::Null, "email,points\n", "does not say whether its points add or set"),
        ("yotpo", json!("add"), "Email,Points Balance\n", "is 'set' in this format"),
        ("smile", json!("add"), "Email,points\n", "has no column 'email'"),
        ("loyalty", Value::Null, "customer,amuont\n", "has no column 'amount'"),
        ("loyalty", Value::Null, "customer,amount,coment\n", "has a column 'coment' that is not known"),
    ] {
        let mut args = whole("b-1", csv);
        (args["format"], args["mode"]) = (json!(format), mode);
        let error = shop.ask("admin", "bulk.adjust", &args, true)["error"]["message"].to_string();
        assert!(error.contains(wanted), "{error}");
    }
}

// rule B1
#[test]
fn a_batch_goes_on_only_where_it_has_begun() {
    let shop = Shop::new();
    let mut args = whole("b-1", "customer,amount\na,5\n");
    args["last"] = json!(false);
    let next = shop.dry(&args)["next"].clone();
    let mut second = whole("b-1", "a,6\n");
    (second["after"], second["file_plan"]) = (next, json!("x"));
    assert!(shop.refused("bulk.adjust", &second).1.contains("args.file_plan"));
    second["last"] = json!(false);
    assert!(shop.refused("bulk.adjust", &second).1.contains("has not begun"));
    second["after"]["digest"] = json!("x");
    assert!(shop.refused("bulk.adjust", &second).1.contains("is not the `digest` of an answer"));
    let many = "a,1\n".repeat(10_001);
    assert_eq!(shop.refused("bulk.adjust", &whole("b-1", &format!("customer,amount\n{many}"))).0, "limit_exceeded");
    assert_eq!([shop.points("a"), shop.points("b")], ["1000", "1000"]);
}

/// The same batch, given to the real run with its plan.
fn planned<R: Repository>(shop: &Shop<R>, args: &Value) -> Value {
    let mut real = args.clone();
    real["file_plan"] = shop.dry(args)["file_plan"].clone();
    real
}

// rules B1, P1
#[test]
fn who_may_adjust_takes_nothing_back_that_others_have_done() {
    let shop = Shop::new();
    let (whole_file, foreign) = ("customer,amount\na,5\nb,-7\n", "customer,amount\na,?\n");
    let foreign = |batch: &str, plan: &Value, policy: &str| json!({ "batch": batch, "csv": foreign, "type": "points", "reason": "because", "policy": policy, "file_plan": plan });
    let clerk = |args: &Value| shop.ask("adjuster", "bulk.adjust", args, false)["error"]["message"].as_str().unwrap_or_default().to_owned();
    let state = |batch: &str| shop.ok("bulk.get", &json!({ "batch": batch }))["state"].clone();
    // A batch that is done, and did as much as works.
    let done = planned(&shop, &whole("b-1", whole_file));
    shop.ok("bulk.adjust", &done);
    assert!(clerk(&foreign("b-1", &done["file_plan"], "all_or_nothing")).contains("args.policy: is another than"));
    assert_eq!(state("b-1"), "done");
    // One that is done, and did all.
    let mut all = whole("b-2", whole_file);
    all["policy"] = json!("all_or_nothing");
    let all = planned(&shop, &all);
    shop.ok("bulk.adjust", &all);
    assert!(clerk(&foreign("b-2", &all["file_plan"], "all_or_nothing")).contains("'bulk.reverse'"));
    assert!(shop.refused("bulk.adjust", &foreign("b-2", &all["file_plan"], "all_or_nothing")).1.contains("is of another file"));
    assert_eq!(shop.ok("bulk.adjust", &all)["state"], "done", "its own file is none");
    let longer = json!({ "batch": "b-1", "csv": "customer,amount\na,5\nb,-7\nb,1\n", "type": "points", "reason": "because", "file_plan": done["file_plan"] });
    assert!(shop.refused("bulk.adjust", &longer).1.contains("is of another file"));
    assert_eq!([state("b-1"), state("b-2")], ["done", "done"]);
    // One that is running.
    let mut first = whole("b-3", whole_file);
    first["policy"] = json!("all_or_nothing");
    let mut first = planned(&shop, &first);
    (first["csv"], first["last"]) = (json!("customer,amount\na,5\n"), json!(false));
    shop.ok("bulk.adjust", &first);
    assert!(clerk(&foreign("b-3", &first["file_plan"], "all_or_nothing")).contains("'bulk.reverse'"));
    assert_eq!(state("b-3"), "running");
    assert_eq!([shop.points("a"), shop.points("b")], ["1015", "986"]);
}

// rules B1, T12
#[test]
fn a_batch_that_failed_goes_on_taking_itself_back() {
    let shop = Shop::new();
    let mut args = whole("b-1", "customer,amount\na,500\nb,5\nc,-1000\n");
    args["policy"] = json!("all_or_nothing");
    let mut args = planned(&shop, &args);
    (args["csv"], args["last"]) = (json!("customer,amount\na,500\nb,5\n"), json!(false));
    let next = shop.ok("bulk.adjust", &args)["next"].clone();
    // What a has got is spent, and c has too little.
    for (id, amount) in [("a", "-1400"), ("c", "-1")] {
        shop.ok("points.adjust", &json!({ "customer": id, "type": "points", "amount": amount, "reason": "meanwhile" }));
    }
    (args["csv"], args["last"], args["after"]) = (json!("c,-1000\n"), json!(true), next);
    let failed = shop.ok("bulk.adjust", &args);
    assert_eq!(failed["state"], "failed", "{failed}");
    let code = "insufficient_balance".to_owned();
    assert_eq!(problems(&failed), [(2, String::new(), code.clone()), (4, "amount".to_owned(), code.clone())]);
    assert!(failed["errors"][0]["problem"].as_str().unwrap().contains("'bulk.reverse'"), "{failed}");
    assert_eq!([shop.points("a"), shop.points("b")], ["100", "1000"]);
    let again = shop.ok("bulk.adjust", &args);
    assert_eq!((again["state"].clone(), problems(&again)), (json!("failed"), vec![(2, String::new(), code)]));
    shop.ok("points.adjust", &json!({ "customer": "a", "type": "points", "amount": "400", "reason": "back" }));
    let gone = shop.ok("bulk.adjust", &args);
    assert_eq!((gone["state"].clone(), problems(&gone)), (json!("reversed"), vec![]), "{gone}");
    assert_eq!([shop.points("a"), shop.points("b"), shop.points("c")], ["0", "1000", "999"]);
    assert_eq!(shop.ok("bulk.get", &json!({ "batch": "b-1" }))["reversed"], 2);
    shop.sound();
}

/// Storage in which a batch is reversed by somebody else right before a commit that writes rows of it.
struct Meddled(Arc<Memory>, AtomicI64);

impl Repository for Meddled {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<StoredRow>>, StorageError> {
        self.0.read(reads)
    }

    fn search(&self, search: &Search) -> Result<Vec<StoredRow>, StorageError> {
        self.0.search(search)
    }

    fn commit(&self, changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        let is_row = |write: &Write| matches!(write, Write::Insert(row) if *row.table == BULK_ROW);
        if changes.iter().any(|changes| changes.writes.iter().any(is_row)) && self.1.fetch_sub(1, Ordering::Relaxed) == 1 {
            let other = Shop(Loyalty::new(Arc::clone(&self.0)));
            assert_eq!(other.ok("bulk.reverse", &json!({ "batch": "b-1" }))["state"], "reversed");
        }
        self.0.commit(changes)
    }
}

// rules B1, L1
#[test]
fn no_row_is_done_once_a_batch_is_being_reversed() {
    let memory = Arc::new(Memory::new());
    let csv = format!("customer,amount\n{}", "a,1\nb,1\n".repeat(150));
    let meddled = Shop(Loyalty::new(Meddled(Arc::clone(&memory), AtomicI64::new(0))));
    meddled.open();
    let args = planned(&meddled, &whole("b-1", &csv));
    // Before its second two hundred rows, which are prepared by then.
    let meddled = Shop(Loyalty::new(Meddled(memory, AtomicI64::new(2))));
    let (code, message) = meddled.refused("bulk.adjust", &args);
    assert_eq!(code, "invalid_request");
    assert!(message.contains("is 'b-1', which is reversed"), "{message}");
    assert_eq!([meddled.points("a"), meddled.points("b")], ["1000", "1000"]);
    let view = meddled.ok("bulk.get", &json!({ "batch": "b-1" }));
    assert_eq!([view["done"].clone(), view["reversed"].clone(), view["state"].clone()], [json!(200), json!(200), json!("reversed")]);
    meddled.sound();
}

// rules B1, M2
#[test]
fn a_reversal_reaches_the_ledger_of_who_was_deleted() {
    let shop = Shop::new();
    shop.adjust(&whole("b-1", "customer,amount\na,5\nb,-7\n"));
    shop.ok("customer.delete", &json!({ "customer": "a" }));
    let reversed = shop.ok("bulk.reverse", &json!({ "batch": "b-1" }));
    assert_eq!((problems(&reversed), reversed["state"].clone()), (vec![], json!("reversed")), "{reversed}");
    assert_eq!([shop.points("a"), shop.points("b")], ["1000", "1000"]);
    shop.sound();
}

// rules B1, P7
#[test]
fn a_dry_run_writes_nothing() {
    let shop = Shop::new();
    let before = |shop: &Shop| {
        TABLES.iter().map(|table| shop.0.repository().read(&[Read::Scan(Scan::prefix(table, Vec::new()))]).unwrap()).collect::<Vec<_>>()
    };
    let stored = before(&shop);
    shop.dry(&whole("b-1", "customer,amount\na,-5000\nnobody,1\nb,?\n"));
    assert!(shop.ask("admin", "bulk.adjust", &whole("b-1", "customer,sum\n"), true)["error"].is_object());
    assert_eq!(stored, before(&shop));
}
