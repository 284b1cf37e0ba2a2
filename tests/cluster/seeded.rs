//! Hosts with a mistake of their own: the audit must notice it.

use std::sync::atomic::AtomicBool;
use std::thread;

use loyalty_servers::NODES;

use crate::cluster;
use crate::killed::Stops;
use crate::shop::Shop;

#[test]
fn hosts_that_forget_their_keys_are_found() {
    let Some(guard) = cluster("hosts_that_forget_their_keys_are_found") else { return };
    let mut shop = Shop::open(guard.as_ref().unwrap(), "forgets");
    shop.forgets_keys = true;
    let stop = AtomicBool::new(false);
    thread::scope(|scope| {
        for writer in 0..NODES {
            let (shop, stop) = (&shop, &stop);
            scope.spawn(move || shop.write(writer, stop));
        }
        let _stops = Stops(&stop);
        shop.until_more(40);
    });
    let audit = shop.audit("hosts that forget their keys");
    assert!(audit.twice > 0 && audit.unsound > 0, "{audit:?}");
    assert_eq!((audit.lost, audit.diverged), (0, 0), "{audit:?}");
}

#[test]
fn what_was_acknowledged_and_never_done_is_found() {
    let Some(guard) = cluster("what_was_acknowledged_and_never_done_is_found") else { return };
    let shop = Shop::open(guard.as_ref().unwrap(), "boasts");
    shop.adjust(0, "done", 0, 5, "admin").unwrap();
    shop.book.pages().acknowledged.insert("never done".to_owned(), ("c1".to_owned(), 5));
    let audit = shop.audit("a host that boasts");
    // On each node.
    assert_eq!((audit.lost, audit.unsound, audit.twice, audit.unasked), (NODES, NODES, 0, 0), "{audit:?}");
}
