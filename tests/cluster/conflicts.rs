//! All nodes are well, and their hosts want the same.

use std::sync::Barrier;
use std::sync::atomic::AtomicBool;
use std::thread;

use loyalty_core::repository::{COUNTER, Read, Repository, Scan, Value};
use loyalty_servers::NODES;
use serde_json::json;

use crate::book::Audit;
use crate::host::{TELLER, TELLER_LIMIT, Told};
use crate::killed::Stops;
use crate::shop::Shop;
use crate::{cluster, commands};

// rules L1, L10, L14
#[test]
fn conflicting_writers_on_all_nodes_lose_and_double_nothing() {
    let Some(guard) = cluster("conflicting_writers_on_all_nodes_lose_and_double_nothing") else { return };
    let shop = Shop::open(guard.as_ref().unwrap(), "conflicts");
    let stop = AtomicBool::new(false);
    thread::scope(|scope| {
        for writer in 0..2 * NODES {
            let (shop, stop) = (&shop, &stop);
            scope.spawn(move || shop.write(writer, stop));
        }
        let _stops = Stops(&stop);
        shop.until_more(commands(150));
    });
    assert_eq!(shop.audit("conflicting writers"), Audit::default());
    assert!(shop.book.pages().repeated > 0, "nothing was repeated");
}

// rule L10
#[test]
fn the_same_key_on_all_nodes_at_once_counts_once() {
    let Some(guard) = cluster("the_same_key_on_all_nodes_at_once_counts_once") else { return };
    let shop = Shop::open(guard.as_ref().unwrap(), "same_key");
    let rounds = commands(150) / 5;
    let start = Barrier::new(NODES);
    thread::scope(|scope| {
        for node in 0..NODES {
            let (shop, start) = (&shop, &start);
            scope.spawn(move || {
                for round in 0..rounds {
                    start.wait();
                    shop.adjust(node, &format!("same-{round}"), round % 3, 5, "admin").unwrap();
                }
            });
        }
    });
    assert_eq!(shop.book.count(), rounds);
    assert_eq!(shop.audit("the same key on all nodes"), Audit::default());
}

// rule K3
#[test]
fn an_email_wanted_on_all_nodes_at_once_is_had_by_one() {
    let Some(guard) = cluster("an_email_wanted_on_all_nodes_at_once_is_had_by_one") else { return };
    let shop = Shop::open(guard.as_ref().unwrap(), "emails");
    let rounds = commands(150) / 5;
    let start = Barrier::new(NODES);
    let wins = thread::scope(|scope| {
        let race = |node: usize| {
            let (shop, start) = (&shop, &start);
            move || {
                let mut won = vec![false; rounds];
                for (round, won) in won.iter_mut().enumerate() {
                    start.wait();
                    let id = format!("e{round}-{node}");
                    let args = json!({ "id": id, "email": format!("wanted{round}@example.com") });
                    *won = loop {
                        match shop.nodes[node].command("customer.create", &args, &id, "admin") {
                            Told::Done { .. } => break true,
                            Told::Refused(code) => {
                                assert_eq!(code, "already_exists");
                                break false;
                            }
                            Told::Trouble(code) => shop.trouble(&code),
                        }
                    };
                }
                won
            }
        };
        let threads: Vec<_> = (0..NODES).map(|node| scope.spawn(race(node))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect::<Vec<_>>()
    });
    let by_node: Vec<usize> = wins.iter().map(|won| won.iter().filter(|won| **won).count()).collect();
    println!("{rounds} emails wanted on {NODES} nodes at once: had by {by_node:?}, {:?}", shop.book.pages().troubles);
    assert!((0..rounds).all(|round| wins.iter().filter(|won| won[round]).count() == 1), "{wins:?}");
    assert_eq!(shop.audit("emails"), Audit::default());
}

// rule P1
#[test]
fn a_limit_for_the_day_holds_on_all_nodes_together() {
    let Some(guard) = cluster("a_limit_for_the_day_holds_on_all_nodes_together") else { return };
    let shop = Shop::open(guard.as_ref().unwrap(), "limits");
    thread::scope(|scope| {
        for node in 0..NODES {
            let shop = &shop;
            // Each on a customer of its own, so that nothing but the counter is shared.
            scope.spawn(move || {
                let refused = (0..200).find_map(|step| shop.adjust(node, &format!("limit{node}-{step}"), node, 7, TELLER).err());
                assert_eq!(refused.as_deref(), Some("limit_exceeded"));
            });
        }
    });
    let given: i64 = shop.book.pages().acknowledged.values().map(|(_, amount)| amount).sum();
    let counters = shop.nodes[0].loyalty.repository().read(&[Read::Scan(Scan::prefix(&COUNTER, Vec::new()))]).unwrap().concat();
    let counted: Vec<&Value> = counters.iter().map(|row| row.value(1)).collect();
    println!("a limit of {TELLER_LIMIT} on {NODES} nodes: {given} given, {counted:?} counted");
    assert!(given <= TELLER_LIMIT && given > TELLER_LIMIT - 7, "{given}");
    assert_eq!(counted, [&Value::Int(given)]);
    assert_eq!(shop.audit("a limit for the day"), Audit::default());
}
