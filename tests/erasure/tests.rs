use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use loyalty_core::catalogue::CATALOGUE;
use loyalty_core::log::IDEMPOTENCY;
use loyalty_core::memory::Memory;
use loyalty_core::operation::Kind;
use loyalty_core::repository::{CLAIM, Changes, Read, Refusal, Repository, Row, Scan, Search, StorageError, Value, Write};
use loyalty_sql::Sqlite;
use serde_json::json;

use crate::canary::{WORD, found, unseen};
use crate::queries::singing;
use crate::shop::Shop;

/// Commands that are about nobody, or that end the test.
const ABOUT_NOBODY: &[&str] = &["program.set", "customer.delete", "merge.apply", "merge.undo"];

fn silent<R: Repository>(shop: &Shop<R>, ids: &[&str]) {
    let rows = found(shop.loyalty.repository(), false);
    assert!(rows.is_empty(), "no row has anything of it: {rows:?}");
    assert_eq!(digests_of_imports(shop.loyalty.repository()), 0, "no digest of an imported row is left");
    for id in ids {
        let answers = singing(shop, id);
        assert!(answers.is_empty(), "no answer has anything of {id}: {answers:?}");
    }
    shop.is_sound();
}

/// How many rows of imports are kept with a digest of what they said of somebody, under whatever id they gave.
fn digests_of_imports(repository: &dyn Repository) -> usize {
    let rows = repository.read(&[Read::Scan(Scan::prefix(&IDEMPOTENCY, Vec::new()))]).unwrap().remove(0);
    let is_import = |row: &&Row| matches!(row.value(1), Value::Bytes(key) if key.starts_with(b"i:"));
    rows.iter().filter(is_import).filter(|row| *row.value(2) != Value::Bytes(vec![0; 32])).count()
}

// rules K11, T11, L14
#[test]
fn nothing_written_about_a_person_is_left_anywhere_and_the_books_balance() {
    let shop = Shop::open(Memory::new());
    shop.lives("c-1", true);
    let used = shop.used.borrow().clone();
    let all = CATALOGUE.iter().filter(|operation| operation.kind == Kind::Command && !ABOUT_NOBODY.contains(&operation.name));
    let unused: Vec<&str> = all.map(|operation| operation.name).filter(|name| !used.contains(*name)).collect();
    assert!(unused.is_empty(), "use these in tests/erasure/shop.rs too: {unused:?}");
    assert!(singing(&shop, "c-1").len() > 10, "before, nearly every answer has");
    assert_eq!(digests_of_imports(shop.loyalty.repository()), 5);
    assert!(unseen(shop.loyalty.repository()).is_empty(), "the search finds {:?} while it is there", unseen(shop.loyalty.repository()));
    let before = shop.amounts();
    shop.erases("c-1");
    silent(&shop, &["c-1"]);
    assert_eq!(shop.amounts(), before);
    let given = shop.plain("gift_card.get", json!({ "gift_card": "c-1-given" }))["card"].clone();
    assert_eq!((&given["customer"], &given["recipient"]), (&json!("c-1-friend"), &json!(null)), "the giver still has given it");
    let may_buy = |email: &str| shop.plain("blacklist.check", json!({ "email": email }))["can_purchase"].clone();
    assert_eq!(may_buy("nobody@example.com"), true);
    let blocked = (1..400).filter(|number| may_buy(&format!("{WORD}{number:04}@example.com")) == false).count();
    assert_eq!(blocked, 2, "both emails that were had while blacklisted");
}

// rules K11, G9
#[test]
fn a_survivor_takes_along_what_was_merged_into_it() {
    let shop = Shop::open(Memory::new());
    shop.lives("s-1", true);
    shop.lives("c-1", false);
    shop.does("merge.apply", json!({ "survivor": "c-1", "source": "s-1" }));
    let before = shop.amounts();
    shop.erases("c-1");
    silent(&shop, &["c-1", "s-1"]);
    assert_eq!(shop.amounts(), before);
    let refused = shop.asks("merge.undo", &json!({ "survivor": "c-1", "source": "s-1" }));
    assert_eq!(refused["error"]["code"], "not_eligible");
    assert_eq!(shop.asks("membership.enroll", &json!({ "customer": "s-1" }))["error"]["code"], "invalid_transition");
}

// rules K11, G9
#[test]
fn who_was_merged_and_parted_again_leaves_nothing_with_the_other() {
    for (erased, other) in [("x", "y"), ("y", "x")] {
        let shop = Shop::open(Memory::new());
        shop.lives(erased, false);
        shop.plain("customer.create", json!({ "id": other }));
        shop.plain("membership.enroll", json!({ "customer": other }));
        shop.does("merge.apply", json!({ "survivor": "y", "source": "x" }));
        shop.does("merge.undo", json!({ "survivor": "y", "source": "x" }));
        shop.erases(erased);
        silent(&shop, &[erased, other]);
    }
}

// rules K11, M1
#[test]
fn an_account_on_hold_is_erased_on_demand() {
    let shop = Shop::open(Memory::new());
    shop.lives("c-1", false);
    shop.does("membership.deactivate", json!({ "customer": "c-1" }));
    assert_eq!(shop.asks("customer.delete", &json!({ "customer": "c-1" }))["error"]["code"], "invalid_transition");
    shop.erases("c-1");
    silent(&shop, &["c-1"]);
}

// rule K11
#[test]
fn much_history_goes_in_pieces_each_of_which_is_sound() {
    let shop = Shop::open(Memory::new());
    shop.lives("c-1", true);
    for _ in 0..1_500 {
        shop.does("points.adjust", json!({ "customer": "c-1", "type": "points", "amount": "1" }));
    }
    let receipt = shop.plain("customer.delete", json!({ "customer": "c-1" }));
    assert_eq!((&receipt["result"]["complete"], &receipt["result"]["state"]), (&json!(false), &json!("deleted")));
    assert!(
        !found(shop.loyalty.repository(), false).iter().any(|(table, _)| ["customer", "address"].contains(table)),
        "the person is gone at once"
    );
    shop.is_sound();
    let mut calls = 0;
    while shop.plain("maintenance.run", json!({}))["more"] == true {
        shop.is_sound();
        calls += 1;
    }
    assert!(calls >= 2, "{calls} pieces");
    silent(&shop, &["c-1"]);
    assert_eq!(shop.asks("customer.delete", &json!({ "customer": "c-1" }))["error"]["code"], "invalid_transition", "it is done");
}

/// A store that forgets to erase one table.
struct Mistaken {
    memory: Memory,
    keeps: &'static str,
    from_now: AtomicBool,
}

impl Repository for Mistaken {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        self.memory.read(reads)
    }

    fn search(&self, search: &Search) -> Result<Vec<Row>, StorageError> {
        self.memory.search(search)
    }

    fn commit(&self, mut changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        if self.from_now.load(Ordering::Relaxed) {
            let name = |write: &Write| match write {
                Write::Insert(_) => "",
                Write::Put(row) => row.table.name,
                Write::Delete(table, _) => table.name,
            };
            for changes in &mut changes {
                changes.writes.retain(|write| name(write) != self.keeps);
                if self.keeps == CLAIM.name {
                    changes.claims.clear();
                }
            }
        }
        self.memory.commit(changes)
    }
}

// rule K11
#[test]
fn a_table_that_is_not_erased_is_found() {
    let shop = Shop::open(Memory::new());
    shop.lives("c-1", true);
    shop.plain("customer.create", json!({ "id": "s-2" }));
    shop.does("merge.apply", json!({ "survivor": "c-1", "source": "s-2" }));
    let tables: BTreeSet<&str> = found(shop.loyalty.repository(), true).into_iter().map(|(table, _)| table).collect();
    let all = [
        "customer",
        "address",
        "payment_method",
        "blocked_email",
        "blacklist_change",
        "membership_change",
        "merge",
        "entry",
        "order",
        "subscription",
        "wishlist",
        "status",
        "status_change",
        "birthday",
        "reward",
        "gift_card",
        "ticket",
        "ticket_message",
        "pass",
        "approval",
        "log",
        "idempotency",
        "outbox",
    ];
    assert!(all.iter().all(|table| tables.contains(table)), "canaries are in all of them: {tables:?}");
    for keeps in tables {
        let mistaken = Arc::new(Mistaken { memory: Memory::new(), keeps, from_now: AtomicBool::new(false) });
        let shop = Shop::open(Arc::clone(&mistaken));
        shop.lives("c-1", true);
        shop.plain("customer.create", json!({ "id": "s-2" }));
        shop.does("merge.apply", json!({ "survivor": "c-1", "source": "s-2" }));
        mistaken.from_now.store(true, Ordering::Relaxed);
        shop.plain("customer.delete", json!({ "customer": "c-1" }));
        assert_eq!(found(&mistaken, false).iter().map(|(table, _)| *table).collect::<Vec<_>>(), [keeps], "the search finds the mistake");
    }
}

/// A folder of the test's own. It goes with it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// How often the word stands in the bytes of all files of a folder.
fn in_bytes(folder: &Path) -> usize {
    let files = std::fs::read_dir(folder).unwrap().map(|file| std::fs::read(file.unwrap().path()).unwrap());
    files.map(|bytes| bytes.windows(WORD.len()).filter(|window| window.eq_ignore_ascii_case(WORD.as_bytes())).count()).sum()
}

/// Brings what is in the write-ahead log home, as SQLite does from time to time.
fn bring_home(file: &Path) {
    let connection = rusqlite::Connection::open(file).unwrap();
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
}

// rule K11
#[test]
fn the_bytes_of_a_sqlite_file_have_nothing_of_it_either() {
    let folder = Folder::new("erasure");
    let file = folder.0.join("shop.db");
    let shop = Shop::open(Sqlite::for_loyalty(&file).unwrap());
    shop.lives("s-1", true);
    shop.lives("c-1", false);
    shop.does("merge.apply", json!({ "survivor": "c-1", "source": "s-1" }));
    bring_home(&file);
    assert!(in_bytes(&folder.0) > 100, "the search finds what is there");
    shop.erases("c-1");
    silent(&shop, &["c-1", "s-1"]);
    bring_home(&file);
    // Freed places are overwritten; what a page held before it was split or joined may stay in its gap until the file is rewritten.
    assert!(in_bytes(&folder.0) <= 3, "{} are left", in_bytes(&folder.0));
    rusqlite::Connection::open(&file).unwrap().execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    assert_eq!(in_bytes(&folder.0), 0);
}
