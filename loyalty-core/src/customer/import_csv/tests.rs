use std::ops::ControlFlow;

use serde_json::{Value, json};

use crate::context::Context;
use crate::id::{Id, Slug};
use crate::log::IDEMPOTENCY;
use crate::loyalty::{FileCall, Loyalty};
use crate::memory::Memory;
use crate::repository::conformance::LosesReply;
use crate::repository::{Read, Repository, Scan, Value as Stored};
use crate::schema::TABLES;
use crate::secret::Secret;

/// A shop with two groups, a mailing list, a bonus for new members, a status that all members reach and one above it, which both come with a reward.
struct Shop<R> {
    loyalty: Loyalty<R>,
    context: Context,
}

fn program() -> Value {
    json!({
        "time_zone": "Europe/Vienna",
        "point_types": [{ "id": "points" }],
        "groups": [{ "id": "vip" }, { "id": "trade" }],
        "mailing_lists": [{ "id": "offers", "name": "Offers" }],
        "rewards": [{ "id": "mug", "gives": { "kind": "custom" } }],
        "status_systems": [{ "id": "club", "name": "Club", "counts": { "source": "earned", "type": "points" }, "statuses": [
            { "id": "basic", "name": "Basic", "threshold": "0", "rewards": ["mug"] },
            { "id": "gold", "name": "Gold", "threshold": "1000", "rewards": ["mug"] }] }],
        "earning": { "rules": [], "bonuses": [{ "id": "welcome", "type": "points", "points": "50", "on": "enrolled", "to": "customer" }] },
        "roles": [
            { "id": "admin", "rights": ["customer.*", "membership.*", "blacklist.*", "points.*", "reward.*", "merge.*", "address.*", "program.*", "email.*", "status.*"] },
            { "id": "clerk", "rights": ["customer.import_csv", "customer.get"] },
        ],
    })
}

impl<R: Repository> Shop<R> {
    fn over(repository: R) -> Self {
        Shop::with(repository, program())
    }

    fn with(repository: R, program: Value) -> Self {
        let secret = Secret::new(Slug::new("shop").unwrap(), "thirty-two bytes that nobody can guess").unwrap();
        let loyalty = Loyalty::new(repository).with_secrets(vec![secret]).unwrap();
        let at = "2026-11-22T10:00:00Z".parse().unwrap();
        let context = Context::agent(Id::new("maria").unwrap(), vec![Slug::new("admin").unwrap()], at, "sixteen bytes or more");
        let shop = Shop { loyalty, context };
        shop.loyalty.adopt(&program.into(), shop.context.at, "sixteen bytes or more").unwrap();
        shop
    }

    fn ask(&self, op: &str, args: &Value, preview: bool) -> Value {
        let request = json!({ "op": op, "args": args, "preview": preview }).to_string();
        let answer: Value = serde_json::from_str(&self.loyalty.execute(&request, &crate::json::text(&self.context))).unwrap();
        answer
    }

    fn ok(&self, op: &str, args: &Value) -> Value {
        let answer = self.ask(op, args, false);
        assert!(answer.get("ok").is_some(), "{op} {args}: {answer}");
        answer["ok"].get("result").unwrap_or(&answer["ok"]).clone()
    }

    /// Imports a whole file at once.
    fn import(&self, csv: &str, more: &Value) -> Value {
        self.ok("customer.import_csv", &args(csv, more))
    }

    fn dry(&self, csv: &str, more: &Value) -> Value {
        self.ask("customer.import_csv", &args(csv, more), true)["ok"].clone()
    }

    fn customer(&self, id: &str) -> Value {
        self.ok("customer.get", &json!({ "customer": id }))
    }

    fn details(&self, id: &str, tab: &str) -> Value {
        self.ok("customer.details", &json!({ "customer": id, "tabs": [tab] }))
    }

    /// The status of a customer in the first system, and the end of its lock.
    fn status(&self, id: &str) -> [String; 2] {
        let status = &self.ok("status.list", &json!({ "customer": id }))["statuses"][0];
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        [text(&status["status"]["id"]), text(&status["lock"]["until"])]
    }

    fn count(&self) -> usize {
        self.ok("customer.list", &json!({ "guests": true, "limit": 500 }))["rows"].as_array().unwrap().len()
    }

    fn export(&self, columns: &Value) -> String {
        let (mut whole, mut cursor) = (String::new(), Value::Null);
        loop {
            let page =
                self.ok("customer.export_csv", &json!({ "columns": columns, "guests": true, "sort": "id", "limit": 3, "cursor": cursor }));
            whole.push_str(page["csv"].as_str().unwrap());
            match page.get("next") {
                Some(next) => cursor = next.clone(),
                None => return whole,
            }
        }
    }
}

fn shop() -> Shop<Memory> {
    Shop::over(Memory::new())
}

fn args(csv: &str, more: &Value) -> Value {
    let mut args = json!({ "batch": "b-1", "csv": csv, "last": true });
    args.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    args
}

/// Created, updated, unchanged, skipped, repeated, refused.
fn counts(answer: &Value) -> [u64; 6] {
    ["created", "updated", "unchanged", "skipped", "repeated", "refused"].map(|field| answer["counts"][field].as_u64().unwrap())
}

/// Each error as row, column and code.
fn errors(answer: &Value) -> Vec<String> {
    let one = |error: &Value| {
        let text = |field: &str| error.get(field).map_or(String::new(), |value| value.to_string().trim_matches('"').to_owned());
        format!("{} {} {}", text("row"), text("column"), text("code"))
    };
    answer.get("errors").map_or_else(Vec::new, |errors| errors.as_array().unwrap().iter().map(one).collect())
}

// rule K8
#[test]
fn a_file_of_shopify_is_read() {
    let shop = shop();
    let file = "\u{feff}First Name,Last Name,Email,Company,Address1,Address2,City,Province,Province Code,Country,Country Code,Zip,Phone,\
        Accepts Email Marketing,Accepts SMS Marketing,Total Spent,Total Orders,Tags,Note,Tax Exempt\r\n\
        Ada,Lovelace,Ada@Example.com,\"Engines, Ltd.\",12 St James's Square,,London,,ENG,United Kingdom,GB,SW1Y 4JH,'+44 20 7946 0000,yes,no,\"1,234.50\",7,vip,\"likes\n\"\"tea\"\"\",no\r\n\
        Bob,,bob@example.com,,,,,,,,,,,no,no,0.00,0,,,no\r\n";
    let answer = shop.import(file, &json!({ "preset": "shopify", "id_prefix": "s-" }));
    assert_eq!((counts(&answer), errors(&answer)), ([2, 0, 0, 0, 0, 0], vec![]));
    let ada = shop.customer("s-2");
    assert_eq!(ada["profile"]["email"], "Ada@Example.com");
    assert_eq!(ada["profile"]["phone"], "+44 20 7946 0000");
    assert_eq!(ada["membership"]["state"], "registered");
    assert_eq!(ada["preferences"]["newsletter"]["opted_in"], true);
    assert_eq!(ada["preferences"]["newsletter"]["through"], "import b-1");
    let address = &shop.details("s-2", "addresses")["addresses"][0];
    assert_eq!((&address["company"], &address["lines"]), (&json!("Engines, Ltd."), &json!(["12 St James's Square"])));
    assert_eq!((&address["city"], &address["country"], &address["default_shipping"]), (&json!("London"), &json!("GB"), &json!(true)));
    assert!(shop.details("s-3", "addresses")["addresses"].as_array().unwrap().is_empty());
    let left_out = answer["columns"].as_array().unwrap().iter().filter(|column| column["left_out"] == "ignored").count();
    assert_eq!(left_out, 8);
    let newer = "Customer ID,Email,Default Address City,Default Address Country Code,Accepts Email Marketing,Birthday\n'6543210987654,c@example.com,Graz,AT,yes,x\n";
    let answer = shop.import(newer, &json!({ "preset": "shopify", "batch": "b-2" }));
    assert_eq!(counts(&answer), [1, 0, 0, 0, 0, 0]);
    assert_eq!(answer["columns"][5], json!({ "name": "Birthday", "left_out": "not_known" }));
    assert_eq!(shop.customer("6543210987654")["profile"]["email"], "c@example.com");
}

// rules K8, P3
#[test]
fn a_file_of_magento_is_read_without_its_passwords() {
    let shop = shop();
    let file = "email,_website,_store,confirmation,created_at,created_in,disable_auto_group_change,dob,firstname,gender,group_id,lastname,\
        middlename,password_hash,prefix,rp_token,rp_token_created_at,store_id,suffix,taxvat,website_id,password\n\
        ada@example.com,base,default,,2019-03-04 10:11:12,Default,0,1985-12-10,Ada,Female,1,Lovelace,K.,9f2c:salt:1,Dr.,tok,2019-03-04,1,,,1,\n\
        gus@example.com,base,default,,2019-03-04 10:11:12,Default,0,,Gus,Unknown,1,Gray,,9f2c:salt:1,,,,1,,,1,hunter2\n";
    let answer = shop.import(file, &json!({ "preset": "magento" }));
    assert_eq!((counts(&answer), errors(&answer)), ([1, 0, 0, 0, 0, 1], vec!["3 gender invalid_request".to_owned()]));
    assert!(!answer.to_string().contains("hunter2") && !answer.to_string().contains("9f2c"), "{answer}");
    let rows = shop.ok("customer.list", &json!({ "columns": ["id", "name", "gender", "birth_date", "created_at"] }));
    let row = &rows["rows"][0];
    assert_eq!(row["name"], "Dr. Ada K. Lovelace");
    assert_eq!(
        (&row["gender"], &row["birth_date"], &row["created_at"]),
        (&json!("female"), &json!("1985-12-10"), &json!("2019-03-04T10:11:12Z"))
    );
    let group = json!({ "preset": "magento", "columns": { "group_id": "group", "password": null }, "values": { "group_id": { "1": "vip" }, "gender": { "Unknown": "" } },
        "batch": "b-2", "existing": "update" });
    let answer = shop.import(file, &group);
    assert_eq!(counts(&answer), [1, 1, 0, 0, 0, 0]);
    let refused =
        shop.ask("customer.import_csv", &args(file, &json!({ "preset": "magento", "columns": { "password_hash": "suffix" } })), false);
    assert_eq!(refused["error"]["details"]["path"], "args.columns.password_hash");
}

// rule K8
#[test]
fn a_file_of_tibco_is_read() {
    let shop = shop();
    let file = "FileId,RegistrationDate,CreationDate,ShopperStatus,LoyaltyMember,SourceOfChange,ShopperId,InStorecardShopperID,FirstName,\
        MiddleName,LastName,AddressLine1,AddressLine2,City,State,PostalCode,Email,EmailOptIn\n\
        7,2018-05-06,2026-11-01,A,1,POS,T1,,Ada,,Lovelace,1 Main St,Apt 2,Austin,TX,73301,ada@example.com,1\n\
        7,2018-05-06,2026-11-01,I,1,POS,T2,,Bob,,Byron,,,,,,bob@example.com,0\n\
        7,2018-05-06,2026-11-01,A,0,POS,T3,,Cid,,,,,,,,,\n\
        7,2018-05-06,2026-11-01,X,2,POS,T4,,Dan,,,,,,,,,\n";
    let answer = shop.import(file, &json!({ "preset": "tibco" }));
    assert_eq!(counts(&answer), [3, 0, 0, 0, 0, 1]);
    assert_eq!(errors(&answer), ["5 ShopperStatus invalid_request", "5 LoyaltyMember invalid_request"]);
    let states = ["T1", "T2", "T3"].map(|id| shop.customer(id)["membership"]["state"].clone());
    assert_eq!(states, [json!("enrolled"), json!("on_hold"), json!("registered")]);
    assert_eq!(shop.customer("T1")["created_at"], "2018-05-05T22:00:00Z", "the first instant of the day in the program's zone");
    assert_eq!(shop.details("T1", "addresses")["addresses"][0]["lines"], json!(["1 Main St", "Apt 2"]));
    assert_eq!(shop.customer("T2")["preferences"]["newsletter"]["opted_in"], false);
}

// rules K8, Y6
#[test]
fn files_of_loyalty_platforms_bring_members_and_neither_points_nor_tiers() {
    let shop = shop();
    for (batch, preset, file) in [
        (
            "b-1",
            "open_loyalty",
            "memberId,tenantId,active,channelId,firstName,email,levelId,manuallyAssignedLevelId,agreement1,agreement2,agreement3,transactionsCount\n\
            m-1,t,true,c,Ada,ada@example.com,gold,,true,true,false,12\nm-2,t,false,c,Bob,bob@example.com,base,,true,false,false,0\n",
        ),
        (
            "b-2",
            "stamped",
            "first_name,last_name,email,points,add_points,birthday,vip_tier,vip_tier_end_date\nCid,Clay,cid@example.com,\"1,000\",,1990-02-03,Gold,2027-01-01\n",
        ),
        ("b-3", "yotpo", "Full Name,First Name,Last Name,Email,Points Balance,Points Spent\nDan Dow,Dan,Dow,dan@example.com,500,20\n"),
        ("b-4", "yotpo", "Full Name,Email,Points Balance\nEva Maria von Ems,eva@example.com,500\n"),
        ("b-5", "loyalty_lion", "customer id,emails,points,enrolled\nl-1,flo@example.com,500,true\nl-2,gil@example.com,0,false\n"),
    ] {
        let answer = shop.import(file, &json!({ "preset": preset, "batch": batch }));
        assert_eq!(errors(&answer), Vec::<String>::new(), "{preset}");
    }
    let rows = shop.ok("customer.list", &json!({ "columns": ["name", "state", "newsletter"], "sort": "email" }));
    let rows: Vec<_> = rows["rows"].as_array().unwrap().iter().map(|row| format!("{} {}", row["name"], row["state"])).collect();
    assert_eq!(
        rows,
        [
            "\"Ada\" \"enrolled\"",
            "\"Bob\" \"on_hold\"",
            "\"Cid Clay\" \"enrolled\"",
            "\"Dan Dow\" \"enrolled\"",
            "\"Eva Maria von Ems\" \"enrolled\"",
            "null \"enrolled\"",
            "null \"registered\"",
        ]
    );
    let balance = shop.ok("points.balance", &json!({ "customer": "m-1" }));
    assert_eq!(balance["balances"][0]["total"], "0");
    assert!(shop.customer("m-1")["preferences"].get("newsletter").is_none(), "a consent is not guessed");
    assert_eq!(shop.status("m-1"), ["basic", ""], "nobody asked for what the file calls gold");
}

// rules K8, Y3, Y6
#[test]
fn a_row_sets_a_status_as_if_by_hand() {
    let shop = shop();
    let file = "subledgerid,customerprofileid,tiername,expirydate\n\
        ,t-1,Gold,2027-11-11T23:00:00Z\nclub,t-2,Gold,\n,t-3,Basic,\n,t-4,,2009-11-11T23:00:00Z\n\
        ,t-5,Gold,2009-11-11T23:00:00Z\n,t-6,Silver Club,\n,t-7,silver,\nother,t-8,Gold,\n,t-9,Gold,soon\n";
    let more = json!({ "preset": "talon_one_tiers", "values": { "tiername": { "Gold": "gold", "Basic": "basic" } } });
    let dry = shop.dry(file, &more);
    assert_eq!(shop.count(), 0);
    let answer = shop.import(file, &more);
    assert_eq!(dry, answer);
    assert_eq!(
        errors(&answer),
        [
            "6 expirydate invalid_request",
            "7 tiername invalid_request",
            "8 tiername not_found",
            "9 subledgerid not_found",
            "10 expirydate invalid_request"
        ]
    );
    assert_eq!(answer["errors"][0]["problem"], "has passed; give a later date");
    assert_eq!((counts(&answer), shop.count()), ([4, 0, 0, 0, 0, 5], 4), "nothing of a row that was refused is there");
    let statuses = ["t-1", "t-2", "t-3", "t-4"].map(|id| shop.status(id));
    assert_eq!(statuses, [["gold", "2027-11-11T23:00:00Z"], ["gold", ""], ["basic", ""], ["basic", ""]].map(|row| row.map(String::from)));
    let change = &shop.ok("status.list", &json!({ "customer": "t-1" }))["statuses"][0]["changes"][0];
    assert_eq!(
        (&change["change"], &change["note"], &change["lock"]["kind"]),
        (&json!("assigned"), &json!("import b-1"), &json!("not_lowered"))
    );
    let stamped = "email,vip_tier,vip_tier_end_date\ns@example.com,Gold,2027-01-31\n";
    let columns = json!({ "preset": "stamped", "batch": "b-2", "columns": { "vip_tier": "status", "vip_tier_end_date": "status_valid_through" },
        "values": { "vip_tier": { "Gold": "gold" } }, "id_prefix": "s-" });
    assert_eq!(errors(&shop.import(stamped, &columns)), Vec::<String>::new());
    assert_eq!(shop.status("s-2"), ["gold", "2027-01-31T23:00:00Z"], "a date is the last day in the program's zone");
}

// rule K8
#[test]
fn words_have_their_meaning_in_the_id_and_the_email_too() {
    let shop = shop();
    let values = json!({ "id": { "none": "" }, "email": { "see below": "bob@example.com" } });
    let answer = shop.import(
        "id,email,first_name\nnone,ann@example.com,Ann\nnone,see below,Bob\n",
        &json!({ "preset": "loyalty", "existing": "update", "values": values }),
    );
    assert_eq!(counts(&answer), [2, 0, 0, 0, 0, 0]);
    assert_eq!(shop.ok("customer.list", &json!({ "search": "example.com" }))["rows"].as_array().unwrap().len(), 2);
}

// rules K8, Y3
#[test]
fn an_update_sets_a_status_only_where_it_is_another() {
    let shop = shop();
    shop.import("id,member,active\nc-1,yes,\nc-2,yes,no\nc-3,no,\n", &json!({ "preset": "loyalty" }));
    let update = |batch: &str, file: &str| {
        shop.import(file, &json!({ "preset": "loyalty", "existing": "update", "batch": batch, "clear_blanks": true }))
    };
    let file = "id,status,status_valid_through,first_name\nc-1,gold,2027-01-31,Ada\nc-2,gold,,Bob\nc-3,gold,,Cid\n";
    let first = update("b-2", file);
    assert_eq!((counts(&first), errors(&first)), ([0, 1, 0, 0, 0, 2], vec!["3  not_eligible".to_owned(), "4  not_eligible".to_owned()]));
    assert!(shop.customer("c-2")["profile"].get("first_name").is_none(), "nothing of the row is done");
    let version = || shop.ok("status.list", &json!({ "customer": "c-1" }))["statuses"][0]["version"].clone();
    let before = version();
    assert_eq!(counts(&update("b-3", "id,status,status_valid_through,first_name\nc-1,gold,2027-01-31,Ada\n")), [0, 0, 1, 0, 0, 0]);
    assert_eq!(
        counts(&update("b-4", "id,status,status_valid_through,first_name\nc-1,,,Ada\n")),
        [0, 0, 1, 0, 0, 0],
        "an empty cell leaves it alone"
    );
    assert_eq!((shop.status("c-1"), version()), (["gold", "2027-01-31T23:00:00Z"].map(String::from), before));
    assert_eq!(counts(&update("b-5", "id,status,status_valid_through\nc-1,gold,2028-01-31\n")), [0, 1, 0, 0, 0, 0]);
    assert_eq!(counts(&update("b-9", "id,status\nc-1,gold\n")), [0, 0, 1, 0, 0, 0], "no end leaves the end alone");
    assert_eq!(shop.status("c-1"), ["gold", "2028-01-31T23:00:00Z"]);
    let joined = shop.import("id,status,member\nc-3,gold,yes\n", &json!({ "preset": "loyalty", "existing": "update", "batch": "b-6" }));
    assert_eq!((counts(&joined), shop.status("c-3")), ([0, 1, 0, 0, 0, 0], ["gold", ""].map(String::from)));
    shop.ok(
        "status.assign",
        &json!({ "customer": "c-3", "system": "club", "status": "basic", "lock": "not_lowered", "valid_through": "2027-01-31" }),
    );
    shop.ok("points.earn", &json!({ "customer": "c-3", "type": "points", "amount": "1000" }));
    assert_eq!(shop.status("c-3"), ["gold", "2027-01-31T23:00:00Z"].map(String::from), "it has risen above its lock");
    let exported = shop.export(&json!(["id", "status", "status_valid_through"]));
    assert!(exported.contains("c-3,gold,\r\n"), "{exported}");
    let again = shop.import(&exported, &json!({ "preset": "loyalty", "existing": "update", "batch": "b-8" }));
    assert_eq!(counts(&again), [0, 0, 3, 0, 0, 0]);
    // Who is on hold or has left had the status before.
    let left = "id,state,member,status\nc-4,unenrolled,yes,gold\nc-5,on_hold,yes,gold\nc-6,on_hold,no,gold\n";
    let answer = shop.import(left, &json!({ "preset": "loyalty", "batch": "b-7" }));
    assert_eq!((counts(&answer), errors(&answer)), ([2, 0, 0, 0, 0, 1], vec!["4  not_eligible".to_owned()]));
    assert_eq!(
        shop.export(&json!(["id", "state", "status"])).lines().skip(4).collect::<Vec<_>>(),
        ["c-4,unenrolled,gold", "c-5,on_hold,gold"]
    );
}

// rules K7, K8
#[test]
fn the_end_of_a_lock_that_ran_out_on_hold_is_not_exported() {
    let mut shop = shop();
    shop.import("id,member,status,status_valid_through\nc-1,yes,gold,2026-12-31\n", &json!({ "preset": "loyalty" }));
    shop.ok("membership.deactivate", &json!({ "customer": "c-1" }));
    let exported = |shop: &Shop<Memory>| shop.export(&json!(["id", "status", "status_valid_through"]));
    assert!(exported(&shop).contains("c-1,gold,2026-12-31\r\n"));
    shop.context.at = "2027-06-01T10:00:00Z".parse().unwrap();
    assert!(exported(&shop).contains("c-1,gold,\r\n"), "{}", exported(&shop));
}

// rules K7, K8
#[test]
fn of_several_status_systems_a_row_names_one() {
    let mut several = program();
    let systems = several["status_systems"].as_array_mut().unwrap();
    systems.push(json!({ "id": "tier", "counts": { "source": "manual" }, "statuses": [{ "id": "gold", "threshold": "5" }] }));
    let shop = Shop::with(Memory::new(), several);
    let (without, with) = ("id,member,status\nc-1,yes,gold\n", "id,member,status,status_system\nc-1,yes,gold,\nc-2,yes,gold,tier\n");
    let answer = shop.import(without, &json!({ "preset": "loyalty" }));
    assert_eq!((errors(&answer), &answer["errors"][0]["value"]), (vec!["2 status invalid_request".to_owned()], &json!("gold")));
    assert!(answer["errors"][0]["problem"].as_str().unwrap().ends_with("name one of the status systems 'club', 'tier'"));
    let answer = shop.import(with, &json!({ "preset": "loyalty" }));
    assert_eq!((counts(&answer), errors(&answer)), ([1, 0, 0, 0, 0, 1], vec!["2 status_system invalid_request".to_owned()]));
    let statuses = shop.ok("status.list", &json!({ "customer": "c-2" }))["statuses"].clone();
    assert_eq!([&statuses[0]["status"]["id"], &statuses[1]["status"]["id"]], ["basic", "gold"]);
    let refused = shop.ask("customer.export_csv", &json!({ "columns": ["id", "status"] }), false);
    assert_eq!(refused["error"]["details"]["path"], "args.columns[1]");
    let mut none = program();
    none["status_systems"] = json!([]);
    let shop = Shop::with(Memory::new(), none);
    assert_eq!(errors(&shop.import(without, &json!({ "preset": "loyalty" }))), ["2 status invalid_request"]);
}

// rules P1, K8
#[test]
fn an_import_sets_no_status_for_who_may_not() {
    let mut shop = shop();
    shop.import("id,member,status\nc-1,yes,gold\nc-2,yes,\n", &json!({ "preset": "loyalty" }));
    shop.context.actor.roles = vec![Slug::new("clerk").unwrap()];
    let more = json!({ "preset": "loyalty", "existing": "update", "batch": "b-2" });
    let answer = shop.import("id,status\nc-1,gold\nc-2,gold\n", &more);
    assert_eq!((counts(&answer), errors(&answer)), ([0, 0, 1, 0, 0, 1], vec!["3 status forbidden".to_owned()]));
}

// rules Y3, Y6
#[test]
fn a_lock_stays_where_only_the_rewards_are_asked_for() {
    let shop = shop();
    shop.import("id,member\nc-1,yes\n", &json!({ "preset": "loyalty" }));
    shop.ok("status.assign", &json!({ "customer": "c-1", "system": "club", "status": "gold" }));
    shop.ok("points.earn", &json!({ "customer": "c-1", "type": "points", "amount": "1000" }));
    let lock = || shop.ok("status.list", &json!({ "customer": "c-1" }))["statuses"][0]["lock"].clone();
    let before = lock();
    assert_eq!(before["kind"], "not_lowered");
    let asked = json!({ "preset": "loyalty", "existing": "update", "trigger_rewards": true, "batch": "b-2" });
    assert_eq!(counts(&shop.import("id,status\nc-1,gold\n", &asked)), [0, 1, 0, 0, 0, 0]);
    assert_eq!(lock(), before);
}

// rules K8, Y6
#[test]
fn the_rewards_of_a_status_that_is_set_come_only_if_asked_for() {
    let file = "id,member,status\nc-1,yes,gold\nc-2,yes,basic\n";
    for (grant, trigger_rewards, wanted) in [(false, false, [0, 0]), (true, false, [1, 1]), (false, true, [1, 1]), (true, true, [2, 1])] {
        let shop = shop();
        let more = |batch: &str| json!({ "preset": "loyalty", "existing": "update", "grant": grant, "trigger_rewards": trigger_rewards, "batch": batch });
        assert_eq!(counts(&shop.import(file, &more("b-1"))), [2, 0, 0, 0, 0, 0]);
        let issued = || ["c-1", "c-2"].map(|id| shop.ok("reward.list", &json!({ "customer": id }))["rewards"].as_array().unwrap().len());
        assert_eq!(issued(), wanted, "{grant} {trigger_rewards}");
        assert_eq!(counts(&shop.import(file, &more("b-2"))), [0, 0, 2, 0, 0, 0]);
        assert_eq!(issued(), wanted, "never twice");
        let asked = json!({ "preset": "loyalty", "existing": "update", "trigger_rewards": true, "batch": "b-3" });
        shop.import(file, &asked);
        assert_eq!(issued(), [1 + usize::from(grant), 1], "what was not asked for at first can be asked for later");
    }
}

// rule K8
#[test]
fn any_file_can_be_mapped_by_hand() {
    let shop = shop();
    let file =
        "Kundennr;Nachname;Mail;Ort;Geb.;Club;Angebote\r\n17;Öztürk;o@example.com;Wien;3.4.1990;Gold;ja\r\n18;Ng;n@example.com;;;;nein\r\n";
    let mapping = json!({
        "columns": { "Kundennr": "id", "Nachname": "last_name", "Mail": "email", "Ort": "address_city", "Geb.": "birth_date", "Club": "member",
            "Angebote": "list:offers" },
        "values": { "Club": { "Gold": "yes" }, "Angebote": { "ja": "yes", "nein": "no" } },
        "dates": "dmy",
    });
    let answer = shop.import(file, &mapping);
    assert_eq!((counts(&answer), errors(&answer)), ([2, 0, 0, 0, 0, 0], vec![]));
    assert_eq!(shop.customer("17")["membership"]["state"], "enrolled");
    assert_eq!(shop.customer("17")["profile"]["birth_date"], "1990-04-03");
    assert_eq!(shop.customer("18")["membership"]["state"], "registered");
    assert_eq!(shop.customer("18")["preferences"]["lists"]["offers"]["opted_in"], false);
    let none = shop.ask("customer.import_csv", &args(file, &json!({ "columns": { "Ort": "address_city" } })), false);
    assert_eq!(none["error"]["details"]["path"], "args.csv");
}

// rule K8
#[test]
fn what_is_wrong_is_an_error_of_its_row_and_column_and_hinders_no_other() {
    let shop = shop();
    let file = "id,email,birth_date,address_country,group,created_at,locale,phone,state,newsletter,link,list:offers,first_name\n\
        c-1,ada@example.com,1990-05-01,AT,vip,2020-01-01T00:00:00Z,de-AT,+43 1 234,enrolled,true,/c/1,false,Ada\n\
        c-2,ada,1990-02-30,Austria,,,,,,,,,\n\
        c-3,c3@example.com,,,nobility,,,,,,,,\n\
        c-4,c4@example.com,2027-01-01,,,,,,,,,,\n\
        c-5,c5@example.com,,,,2030-01-01T00:00:00Z,,,,,,,\n\
        c-6,c6@example.com,,,,,de AT,,,,,,\n\
        c-7,c7@example.com,,,,,,ring,merged,maybe,javascript:x,,\n\
        c 8,c8@example.com,,,,,,,,,,,\n\
        ,,,,,,,,,,,,\n\
        ,\"\",1990-01-01,,,,,,,,,,\n\
        c-10,c10@example.com,,XX,,,,,,,,,\n\
        c-11,c11@example.com,,\n\
        c-12,ADA@example.com ,,,,,,,,,,,\n\
        c-1,other@example.com,,,,,,,,,,,\n\
        c-13,c13@example.com,,,,,,,,,,,\"Ze\u{202e}d\"\n\
        c-14,c14@example.com,,,,,,,,,,,Zed\n";
    let answer = shop.import(file, &json!({ "preset": "loyalty" }));
    assert_eq!(
        errors(&answer),
        [
            "3 email invalid_request",
            "3 birth_date invalid_request",
            "3 address_country invalid_request",
            "4 group invalid_request",
            "5 birth_date invalid_request",
            "6 created_at invalid_request",
            "7 locale invalid_request",
            "8 phone invalid_request",
            "8 state invalid_request",
            "8 newsletter invalid_request",
            "8 link invalid_request",
            "9 id invalid_request",
            "11 email invalid_request",
            "12 address_country invalid_request",
            "13  invalid_request",
            "14 email already_exists",
            "15 id already_exists",
            "16 first_name invalid_request",
        ]
        .map(String::from)
        .to_vec()
        .iter()
        .filter(|error| *error != "8 link invalid_request")
        .cloned()
        .collect::<Vec<_>>(),
        "the link is looked at only when the rest can be read"
    );
    assert_eq!(counts(&answer), [2, 0, 0, 0, 0, 13]);
    assert_eq!(answer["errors"][0]["value"], "ada");
    assert_eq!(shop.count(), 2, "nothing of a row that was refused is there");
    let again = shop.import("id,email\nc-3,c3@example.com\n", &json!({ "preset": "loyalty", "batch": "b-2" }));
    assert_eq!(counts(&again), [1, 0, 0, 0, 0, 0], "nothing of it stands in the way");
}

// rules K8, T12
#[test]
fn a_dry_run_finds_what_the_real_run_finds_and_changes_nothing() {
    let shop = shop();
    shop.ok("customer.create", &json!({ "id": "c-9", "email": "here@example.com" }));
    let file =
        "id,email,member\nc-1,ada@example.com,yes\nc-2,ADA@example.com,no\nc-3,Here@Example.com,no\nc-4,x,no\nc-1,b@example.com,no\n";
    for existing in ["refuse", "skip", "update"] {
        let more = json!({ "preset": "loyalty", "existing": existing, "batch": existing });
        let dry = shop.dry(file, &more);
        assert_eq!(shop.count(), 1, "{existing}");
        let fresh = Shop::over(Memory::new());
        fresh.ok("customer.create", &json!({ "id": "c-9", "email": "here@example.com" }));
        assert_eq!(dry, fresh.import(file, &more), "{existing}");
    }
}

// rules K3, K8
#[test]
fn who_is_there_already_is_refused_skipped_or_updated() {
    let shop = shop();
    shop.ok("customer.create", &json!({ "id": "c-1", "email": "ada@example.com", "first_name": "Ada", "phone": "123 456" }));
    let file = "Email,Name,Phone\nADA@Example.com,Augusta,\nbob@example.com,Bob,1234\nBob@example.com,Robert,\n";
    let more = |batch: &str, existing: &str| json!({ "columns": { "Email": "email", "Name": "first_name", "Phone": "phone" }, "batch": batch, "existing": existing });
    let refused = shop.import(file, &more("b-1", "refuse"));
    assert_eq!(
        (counts(&refused), errors(&refused)),
        ([1, 0, 0, 0, 0, 2], vec!["2 Email already_exists".into(), "4 Email already_exists".into()])
    );
    let skipped = shop.import(file, &more("b-2", "skip"));
    assert_eq!(counts(&skipped), [0, 0, 0, 3, 0, 0]);
    let updated = shop.import(file, &more("b-3", "update"));
    assert_eq!(counts(&updated), [0, 2, 1, 0, 0, 0]);
    let ada = shop.customer("c-1");
    assert_eq!((&ada["profile"]["first_name"], &ada["profile"]["phone"]), (&json!("Augusta"), &json!("123 456")), "what is empty stays");
    assert_eq!(ada["profile"]["email"], "ADA@Example.com");
    assert_eq!(shop.count(), 2);
    let mut clearing = more("b-4", "update");
    clearing["clear_blanks"] = json!(true);
    shop.import(file, &clearing);
    assert!(shop.customer("c-1")["profile"].get("phone").is_none());
}

// rules K8, K11
#[test]
fn an_id_from_an_email_is_the_same_everywhere_and_gives_nothing_away() {
    let file = "Email\nada@example.com\n";
    let more = json!({ "preset": "shopify" });
    let ids = ["ada@example.com", " ADA@EXAMPLE.com"].map(|email| {
        let shop = shop();
        shop.import(&file.replace("ada@example.com", email), &more);
        shop.ok("customer.list", &json!({}))["rows"][0]["id"].as_str().unwrap().to_owned()
    });
    assert_eq!(ids[0], ids[1]);
    assert!(ids[0].starts_with("e-") && ids[0].len() == 34, "{}", ids[0]);
    let mut digest = crate::digest::Digest::new();
    digest.take(b"ada@example.com");
    assert!(!ids[0].contains(&crate::hex::hex(&digest.end())[..8]));
    let bare = Shop { loyalty: Loyalty::new(Memory::new()), context: shop().context };
    let refused = bare.ask("customer.import_csv", &args(file, &more), false);
    assert_eq!(refused["error"]["details"]["path"], "config.secrets");
    let mut prefixed = more;
    prefixed["id_prefix"] = json!("p-");
    assert_eq!(counts(&bare.import(file, &prefixed)), [1, 0, 0, 0, 0, 0]);
}

fn many(rows: usize) -> String {
    let row = |number: usize| format!("c-{number},c{number}@example.com,yes,\"Line 1\nLine {number}\"\n");
    std::iter::once("id,email,member,address_lines\n".to_owned()).chain((0..rows).map(row)).collect()
}

// rules K8, B2
#[test]
fn what_was_broken_off_goes_on_and_no_row_is_done_twice() {
    let (shop, file) = (shop(), many(450));
    let request = json!({ "op": "customer.import_csv", "args": args(&file, &json!({ "preset": "loyalty" })) }).to_string();
    let context = crate::json::text(&shop.context);
    let answer = shop.loyalty.execute_watched(&request, &context, &mut |_| ControlFlow::Break(()));
    let answer: Value = serde_json::from_str(&answer).unwrap();
    assert_eq!((counts(&answer["ok"]), &answer["ok"]["broken_off"]), ([200, 0, 0, 0, 0, 0], &json!(true)));
    let again = shop.import(&file, &json!({ "preset": "loyalty" }));
    assert_eq!((counts(&again), again.get("broken_off")), ([250, 0, 0, 0, 200, 0], None));
    let third = shop.import(&file, &json!({ "preset": "loyalty" }));
    assert_eq!(counts(&third), [0, 0, 0, 0, 450, 0]);
    let other = shop.import(&file.replace("c7@", "c-7@"), &json!({ "preset": "loyalty" }));
    assert_eq!((counts(&other), errors(&other)), ([0, 0, 0, 0, 449, 1], vec!["9  idempotency_conflict".to_owned()]));
    let elsewhere = shop.import(&file, &json!({ "preset": "loyalty", "batch": "b-2" }));
    assert_eq!(counts(&elsewhere), [0, 0, 0, 0, 0, 450], "another batch is another import");
}

// rules K8, L10
#[test]
fn after_a_lost_reply_the_same_batch_goes_on() {
    for nth in 2..6 {
        let shop = Shop::over(LosesReply::new(Memory::new(), nth));
        let file = many(450);
        let more = json!({ "preset": "loyalty" });
        let mut answer = shop.ask("customer.import_csv", &args(&file, &more), false);
        let lost = answer["error"]["code"] == "outcome_unknown";
        while answer.get("error").is_some() {
            assert_eq!(answer["error"]["code"], "outcome_unknown");
            answer = shop.ask("customer.import_csv", &args(&file, &more), false);
        }
        let [created, _, _, _, repeated, refused] = counts(&answer["ok"]);
        assert_eq!((created + repeated, refused), (450, 0));
        assert!(!lost || repeated > 0);
        let log = shop.ok("customer.details", &json!({ "customer": "c-7", "tabs": ["addresses"] }));
        assert_eq!(log["addresses"].as_array().unwrap().len(), 1);
    }
}

// rules K8, B2
#[test]
fn a_file_may_be_cut_anywhere() {
    let file = format!("\u{feff}{}", many(40)).replace('\n', "\r\n");
    let whole = shop().import(&file, &json!({ "preset": "loyalty" }));
    for size in [1, 7, 64, 1_000] {
        let shop = shop();
        let letters: Vec<char> = file.chars().collect();
        let (mut after, mut answer) = (Value::Null, Value::Null);
        let parts: Vec<String> = letters.chunks(size).map(|part| part.iter().collect()).collect();
        for (number, part) in parts.iter().enumerate() {
            let last = number + 1 == parts.len();
            answer = shop.import(part, &json!({ "preset": "loyalty", "after": after, "last": last }));
            after = answer["next"].clone();
        }
        assert_eq!(counts(&answer), [40, 0, 0, 0, 0, 0], "{size}");
        assert_eq!((&answer["row"], &answer["done"]), (&whole["row"], &json!(40)));
        assert!(answer.get("next").is_none());
    }
}

// rules K8, B2
#[test]
fn a_long_file_streams_from_any_reader() {
    let (shop, file) = (shop(), many(6_000));
    let call = |preview| FileCall { op: "customer.import_csv", args: r#"{"batch":"b-1","preset":"loyalty"}"#, preview, digests: &[] };
    let dry = shop.loyalty.send_file(&call(true), &shop.context, &mut file.as_bytes(), &mut |_| ControlFlow::Continue(())).unwrap();
    let mut told = Vec::new();
    let broken = shop.loyalty.send_file(&call(false), &shop.context, &mut file.as_bytes(), &mut |progress| {
        told.push(progress.done);
        if progress.done < 5_000 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    assert!(broken.unwrap().is_broken_off && told.is_sorted(), "{told:?}");
    let done = shop.loyalty.send_file(&call(false), &shop.context, &mut file.as_bytes(), &mut |_| ControlFlow::Continue(())).unwrap();
    for field in ["row", "done", "refused"] {
        assert_eq!(done.answer.get(field), dry.answer.get(field), "{field}");
    }
    assert_eq!(done.answer.get("done"), Some(&crate::json::Tree::Count(6_000)));
}

// rules Y6, O8, K8
#[test]
fn nobody_is_given_anything_unless_asked() {
    let file = "id,member\nc-1,yes\nc-2,no\n";
    for (grant, total, rewards) in [(false, "0", 0), (true, "50", 1)] {
        let shop = shop();
        shop.import(file, &json!({ "preset": "loyalty", "grant": grant }));
        let balance = || shop.ok("points.balance", &json!({ "customer": "c-1" }))["balances"][0]["total"].clone();
        let issued = || shop.ok("reward.list", &json!({ "customer": "c-1" }))["rewards"].as_array().unwrap().len();
        assert_eq!((balance(), issued()), (json!(total), rewards));
        shop.ok("membership.unenroll", &json!({ "customer": "c-1" }));
        shop.ok("membership.enroll", &json!({ "customer": "c-1" }));
        assert_eq!(balance(), json!(total), "leaving and joining again brings nothing");
        shop.ok("membership.enroll", &json!({ "customer": "c-2" }));
        assert_eq!(shop.ok("points.balance", &json!({ "customer": "c-2" }))["balances"][0]["total"], "50", "who joins later has theirs");
    }
}

// rule K8
#[test]
fn who_joins_is_said_by_the_file_or_the_request() {
    for (enroll, wanted) in
        [("file", ["enrolled", "registered", "guest"]), ("all", ["enrolled"; 3]), ("nobody", ["registered", "registered", "guest"])]
    {
        let shop = shop();
        shop.import("id,state\nc-1,enrolled\nc-2,registered\nc-3,guest\n", &json!({ "preset": "loyalty", "enroll": enroll }));
        let states = ["c-1", "c-2", "c-3"].map(|id| shop.customer(id)["membership"]["state"].as_str().unwrap().to_owned());
        assert_eq!(states, wanted.map(String::from), "{enroll}");
    }
}

// rules E1, E2, K8
#[test]
fn an_update_withdraws_and_blocks_but_never_brings_back() {
    let shop = shop();
    for (id, wanted) in [("c-1", Some(false)), ("c-2", Some(true)), ("c-3", None)] {
        shop.ok("customer.create", &json!({ "id": id, "email": format!("{id}@example.com") }));
        if let Some(wanted) = wanted {
            shop.ok("email.set_preferences", &json!({ "customer": id, "newsletter": wanted }));
        }
    }
    shop.ok("membership.enroll", &json!({ "customer": "c-2" }));
    shop.ok("membership.unenroll", &json!({ "customer": "c-2" }));
    let file = "id,newsletter,member,blacklisted\nc-1,yes,no,no\nc-2,yes,yes,no\nc-3,yes,yes,yes\n";
    let answer = shop.import(file, &json!({ "preset": "loyalty", "existing": "update" }));
    assert_eq!(counts(&answer), [0, 1, 2, 0, 0, 0]);
    let opted = |id: &str| shop.customer(id)["preferences"]["newsletter"]["opted_in"].clone();
    assert_eq!([opted("c-1"), opted("c-2"), opted("c-3")], [json!(false), json!(false), json!(true)]);
    assert_eq!(shop.customer("c-2")["membership"]["state"], "unenrolled", "who has left does not join by a file");
    let check = |id: &str| shop.ok("blacklist.check", &json!({ "email": format!("{id}@example.com") }))["can_purchase"].clone();
    assert_eq!([check("c-1"), check("c-3")], [json!(true), json!(false)]);
    let off = shop.import("id,blacklisted\nc-3,no\n", &json!({ "preset": "loyalty", "existing": "update", "batch": "b-2" }));
    assert_eq!((counts(&off), check("c-3")), ([0, 0, 1, 0, 0, 0], json!(false)));
}

// rules P1, K8
#[test]
fn an_import_gives_nobody_a_group_or_a_membership_that_they_may_not_give() {
    let mut shop = shop();
    shop.context.actor.roles = vec![Slug::new("clerk").unwrap()];
    let file = "id,group,member,blacklisted\nc-1,,no,no\nc-2,vip,no,no\nc-3,,yes,no\nc-4,,no,yes\n";
    let answer = shop.import(file, &json!({ "preset": "loyalty" }));
    assert_eq!(counts(&answer), [1, 0, 0, 0, 0, 3]);
    assert_eq!(errors(&answer), ["3 group forbidden", "4  forbidden", "5 blacklisted forbidden"]);
    shop.context.actor.roles = vec![Slug::new("stranger").unwrap()];
    for preview in [false, true] {
        assert_eq!(shop.ask("customer.import_csv", &args(file, &json!({ "preset": "loyalty" })), preview)["error"]["code"], "forbidden");
    }
}

// rules G8, K8
#[test]
fn a_row_with_a_merged_id_reaches_the_survivor() {
    let shop = shop();
    for id in ["c-1", "c-2"] {
        shop.ok("customer.create", &json!({ "id": id }));
    }
    shop.ok("membership.enroll", &json!({ "customer": "c-2" }));
    shop.ok("merge.apply", &json!({ "source": "c-1", "survivor": "c-2" }));
    let answer = shop.import("id,first_name\nc-1,Ada\n", &json!({ "preset": "loyalty", "existing": "update" }));
    assert_eq!(counts(&answer), [0, 1, 0, 0, 0, 0]);
    assert_eq!(shop.customer("c-2")["profile"]["first_name"], "Ada");
}

/// Every column that an export of this shop can have.
fn all_columns() -> Value {
    json!([
        "id",
        "email",
        "name",
        "prefix",
        "first_name",
        "middle_name",
        "last_name",
        "suffix",
        "phone",
        "gender",
        "birth_date",
        "group",
        "locale",
        "time_zone",
        "link",
        "state",
        "member",
        "active",
        "created_at",
        "last_login_at",
        "blacklisted",
        "status",
        "status_system",
        "status_valid_through",
        "newsletter",
        "list:offers",
        "address_label",
        "address_name",
        "address_company",
        "address_lines",
        "address_city",
        "address_region",
        "address_postal_code",
        "address_country",
        "address_phone"
    ])
}

/// A file of our own with a bit of everything, drawn by a small generator.
fn arbitrary(rows: usize, mut seed: u64) -> String {
    let mut draw = move |choices: &[&str]| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        choices[usize::try_from(seed >> 33).unwrap() % choices.len()].to_owned()
    };
    let names =
        ["", "Ada", "=1+1", "'=x", "''@y", "-24", "+1", "-a", "@b", "O'Neil", "a,b", "a;b", "\"q\"", "Zoë", "張", "'", "1e5", "- -"];
    let mut file = String::new();
    let header = all_columns();
    let header: Vec<&str> = header.as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    crate::csv::write_row(&mut file, &header);
    for row in 0..rows {
        let flag = |draw: &mut dyn FnMut(&[&str]) -> String| draw(&["true", "false", ""]);
        let email = if draw(&["", "x"]).is_empty() { String::new() } else { format!("=c{row}@example.com") };
        let state = draw(&["guest", "registered", "enrolled", "unenrolled", "removed", "on_hold"]);
        let member = if state == "on_hold" { draw(&["true", "false"]) } else { String::new() };
        let was_member = member == "true" || ["enrolled", "unenrolled", "removed"].contains(&state.as_str());
        let status = if was_member { draw(&["", "basic", "gold"]) } else { String::new() };
        let cells: Vec<String> = vec![
            format!("{}{row}", draw(&["c-", "=", "-", "'+", "@"])),
            email,
            String::new(),
            draw(&names),
            draw(&names),
            draw(&names),
            draw(&names),
            draw(&names),
            draw(&["", "+43 1 2345", "(555) 010-99", "12345", "-555-1"]),
            draw(&["", "female", "=m", "diverse"]),
            draw(&["", "1990-02-28", "2004-02-29"]),
            draw(&["", "vip", "trade"]),
            draw(&["", "de-AT", "en_US"]),
            draw(&["", "Europe/Vienna", "Etc/GMT+5"]),
            draw(&["", "/c/1", "https://shop.example/?a=1,2"]),
            state.clone(),
            member,
            String::new(),
            draw(&["2020-01-01T00:00:00Z", "2019-05-06T07:08:09.123456Z"]),
            draw(&["", "2026-01-01T00:00:00Z"]),
            draw(&["true", "false", "false"]),
            status.clone(),
            String::new(),
            if status == "gold" { draw(&["", "2027-12-31", "2028-02-28T10:00:00Z"]) } else { String::new() },
            flag(&mut draw),
            flag(&mut draw),
            draw(&names),
            draw(&names),
            draw(&names),
            draw(&["", "=1\n+2", "Hauptplatz 1\n2. Stock\n-", "x"]),
            draw(&names),
            draw(&names),
            draw(&["", "01234", "-1"]),
            draw(&["", "AT", "US"]),
            draw(&["", "+43 999"]),
        ];
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        crate::csv::write_row(&mut file, &cells);
    }
    file
}

// rules K7, K8
#[test]
fn what_was_exported_and_imported_is_exported_again_letter_by_letter() {
    for seed in 0..40 {
        let first = shop();
        let made = first.import(&arbitrary(11, seed), &json!({ "preset": "loyalty" }));
        assert_eq!(errors(&made), Vec::<String>::new());
        let exported = first.export(&all_columns());
        for formula in [",=", ",+", ",@", ",\"=", ",\"+", "\r\n=", "\r\n@"] {
            assert!(!exported.contains(formula), "{formula} in {exported}");
        }
        let second = shop();
        let dry = second.dry(&exported, &json!({ "preset": "loyalty" }));
        let answer = second.import(&exported, &json!({ "preset": "loyalty" }));
        assert_eq!(dry, answer);
        assert_eq!((counts(&answer), errors(&answer)), ([11, 0, 0, 0, 0, 0], vec![]));
        assert_eq!(second.export(&all_columns()), exported, "seed {seed}");
        let third = second.import(&exported, &json!({ "preset": "loyalty", "batch": "b-2", "existing": "update", "clear_blanks": true }));
        assert_eq!(counts(&third), [0, 0, 11, 0, 0, 0], "to import it again changes nothing");
        let few = first.export(&json!(["id", "name", "email", "group", "state", "created_at"]));
        let fourth = shop();
        fourth.import(&few, &json!({ "preset": "loyalty" }));
        assert_eq!(fourth.export(&json!(["id", "name", "email", "group", "state", "created_at"])), few);
    }
}

// rules K8, K11
#[test]
fn of_who_was_erased_no_digest_of_a_row_is_left() {
    let shop = shop();
    let digests = |shop: &Shop<Memory>| {
        let rows = shop.loyalty.repository().read(&[Read::Scan(Scan::prefix(&IDEMPOTENCY, Vec::new()))]).unwrap().remove(0);
        rows.iter().filter(|row| row.value(2) != &Stored::Bytes(vec![0; 32])).count()
    };
    let file = "id,email,first_name\nc-1,ada@example.com,Ada\nc-9,ada@example.com,Ada\n";
    let columns = json!({ "existing": "skip", "columns": { "id": "id", "email": "email", "first_name": "first_name" } });
    assert_eq!(counts(&shop.import(file, &columns)), [1, 0, 0, 1, 0, 0]);
    assert_eq!(digests(&shop), 2);
    shop.ok("customer.delete", &json!({ "customer": "c-1" }));
    assert_eq!(digests(&shop), 0);
    // The row of c-1 is still done once; and under another batch it leaves nothing either.
    let first = "id,email,first_name\nc-1,ada@example.com,Ada\n";
    assert_eq!(counts(&shop.import(first, &columns)), [0, 0, 0, 0, 1, 0]);
    let mut other = columns.clone();
    other["batch"] = json!("b-2");
    assert_eq!(counts(&shop.import(first, &other)), [0, 0, 0, 1, 0, 0]);
    assert_eq!(digests(&shop), 0);
}

// rules K8, P7
#[test]
fn a_dry_run_leaves_nothing_of_rows_that_are_refused() {
    let shop = shop();
    let context = |role: &str| json!({ "actor": { "id": "x", "kind": "agent", "roles": [role] }, "at": "2026-11-22T10:00:00Z", "entropy": "sixteen bytes or more" });
    let stored = || {
        TABLES
            .iter()
            .map(|table| shop.loyalty.repository().read(&[Read::Scan(Scan::prefix(table, Vec::new()))]).unwrap())
            .collect::<Vec<_>>()
    };
    let before = stored();
    // A clerk may import, but blacklist nobody.
    let args = args("id,blacklisted\nc-1,yes\n", &json!({ "columns": { "id": "id", "blacklisted": "blacklisted" } }));
    let request = json!({ "op": "customer.import_csv", "args": args, "preview": true }).to_string();
    let answer = shop.loyalty.execute(&request, &context("clerk").to_string());
    assert!(answer.contains("blacklist.set"), "{answer}");
    assert_eq!(stored(), before);
}
