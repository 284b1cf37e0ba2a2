//! A node is killed in the middle of load, and comes back in the middle of load.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Instant;

use loyalty_servers::NODES;

use crate::book::Audit;
use crate::shop::Shop;
use crate::{cluster, commands};

// rules L1, L10, L14
#[test]
fn hosts_go_on_beside_a_killed_node_and_it_comes_back_the_same() {
    let Some(mut guard) = cluster("hosts_go_on_beside_a_killed_node_and_it_comes_back_the_same") else { return };
    let cluster = guard.as_mut().unwrap();
    let shop = Shop::open(cluster, "killed");
    let (stop, enough) = (AtomicBool::new(false), commands(150) / 2);
    thread::scope(|scope| {
        for writer in 0..2 * NODES {
            let (shop, stop) = (&shop, &stop);
            scope.spawn(move || shop.write(writer, stop));
        }
        // Writers run until they are told to stop, whatever happens here.
        let _stops = Stops(&stop);
        shop.until_more(enough);
        cluster.kill(1);
        let killed = Instant::now();
        shop.until_more(enough);
        println!("{enough} acknowledged in {:.1} s after the kill", killed.elapsed().as_secs_f64());
        cluster.start_again(1).unwrap();
        println!("the node was back {:.1} s after the kill", killed.elapsed().as_secs_f64());
        shop.until_more(enough);
    });
    assert_eq!(shop.audit("a killed node"), Audit::default());
    assert!(!shop.book.pages().troubles.is_empty(), "nobody noticed that the node was killed");
}

/// Stops the writers, also when what is tested fails.
pub struct Stops<'a>(pub &'a AtomicBool);

impl Drop for Stops<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}
