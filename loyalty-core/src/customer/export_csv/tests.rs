use serde_json::{Value, json};

use super::*;
use crate::customer::{AssignGroup, Create};
use crate::unit::tests::Stage;
use crate::{address, email};

fn shop() -> Stage {
    let mut stage = Stage::new();
    for (minute, args) in [
        json!({ "id": "c-1", "first_name": "Ada", "last_name": "=Lovelace", "email": "ada@example.com", "group": "vip", "phone": "+44 20 7946" }),
        json!({ "id": "c-2", "first_name": "Zoë \"Z\"", "last_name": "Álvarez, Jr." }),
        json!({ "id": "c-3", "group": "trade" }),
        json!({ "id": "g-1", "state": "guest" }),
    ]
    .into_iter()
    .enumerate()
    {
        stage.at(&format!("2026-11-22T10:0{minute}:00Z"));
        stage.run::<Create>(args).unwrap();
    }
    stage.run::<address::Add>(json!({ "customer": "c-3", "city": "Graz" })).unwrap();
    stage
        .run::<address::Add>(json!({ "customer": "c-3", "city": "Wien", "lines": ["Ring 1", "Stiege 2"], "default_shipping": true }))
        .unwrap();
    stage.run::<email::SetPreferences>(json!({ "customer": "c-3", "lists": { "newsletter": true } })).unwrap();
    stage
}

fn csv(stage: &Stage, args: Value) -> String {
    stage.run::<ExportCsv>(args).unwrap().csv
}

// rule K7
#[test]
fn the_columns_are_those_of_the_list_unless_chosen() {
    let stage = shop();
    assert_eq!(
        csv(&stage, json!({})),
        "id,name,email,group,state,created_at\r\n\
        c-3,,,trade,registered,2026-11-22T10:02:00Z\r\n\
        c-2,\"Zoë \"\"Z\"\" Álvarez, Jr.\",,,registered,2026-11-22T10:01:00Z\r\n\
        c-1,Ada =Lovelace,ada@example.com,vip,registered,2026-11-22T10:00:00Z\r\n"
    );
    let chosen = json!({ "columns": ["last_name", "phone", "list:newsletter", "address_city", "address_lines", "address_line_2", "member"], "sort": "id", "guests": true });
    assert_eq!(
        csv(&stage, chosen),
        "last_name,phone,list:newsletter,address_city,address_lines,address_line_2,member\r\n\
        '=Lovelace,'+44 20 7946,false,,,,false\r\n\
        \"Álvarez, Jr.\",,false,,,,false\r\n\
        ,,true,Wien,\"Ring 1\nStiege 2\",Stiege 2,false\r\n\
        ,,false,,,,false\r\n"
    );
}

// rule K7
#[test]
fn pages_are_one_file_that_neither_skips_nor_repeats_what_did_not_change() {
    let stage = shop();
    let whole = csv(&stage, json!({ "sort": "group", "columns": ["id", "group"] }));
    let (mut file, mut query) = (String::new(), json!({ "sort": "group", "columns": ["id", "group"], "limit": 1 }));
    loop {
        let page = stage.run::<ExportCsv>(query.clone()).unwrap();
        assert_eq!(page.rows, 1);
        file.push_str(&page.csv);
        let Some(next) = page.next else { break };
        query["cursor"] = json!(next);
    }
    assert_eq!(file, whole);
    let mut query = json!({ "sort": "id", "columns": ["id", "group"], "limit": 1 });
    let first = stage.run::<ExportCsv>(query.clone()).unwrap();
    stage.run::<Create>(json!({ "id": "c-0" })).unwrap();
    stage.run::<AssignGroup>(json!({ "customer": "c-1", "group": "trade" })).unwrap();
    query["cursor"] = json!(first.next.unwrap());
    query["limit"] = json!(500);
    assert_eq!(csv(&stage, query), "c-2,\r\nc-3,trade\r\n");
}

// rules K7, K6
#[test]
fn the_filter_and_the_search_are_those_of_the_list() {
    let stage = shop();
    let filter = json!({ "filter": { "field": "group", "op": "eq", "value": "vip" }, "columns": ["id"] });
    assert_eq!(csv(&stage, filter), "id\r\nc-1\r\n");
    assert_eq!(csv(&stage, json!({ "search": "alvarez", "columns": ["id"] })), "id\r\nc-2\r\n");
    assert_eq!(csv(&stage, json!({ "search": "nobody", "columns": ["id"] })), "id\r\n", "a file without rows has its header");
}

// rule K7
#[test]
fn what_does_not_fit_is_refused_with_its_path() {
    let stage = shop();
    let next = stage.run::<ExportCsv>(json!({ "limit": 1 })).unwrap().next.unwrap();
    for (args, path) in [
        (json!({ "columns": [] }), "args.columns"),
        (json!({ "columns": ["id", "password"] }), "args.columns[1]"),
        (json!({ "columns": ["id", "email", "id"] }), "args.columns[2]"),
        (json!({ "columns": ["list:spam"] }), "args.columns[0]"),
        (json!({ "limit": 501 }), "args.limit"),
        (json!({ "sort": "first_name" }), "args.sort"),
        (json!({ "cursor": next, "sort": "email" }), "args.cursor"),
    ] {
        assert_eq!(stage.refusal::<ExportCsv>(args.clone()), format!("invalid_request {path}"), "{args}");
    }
}
