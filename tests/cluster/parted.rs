//! A node is parted from the others in the middle of load: it takes nothing, they go on, and healed all agree.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Instant;

use loyalty_servers::NODES;
use serde_json::json;

use crate::book::Audit;
use crate::host::Told;
use crate::killed::Stops;
use crate::shop::Shop;
use crate::{cluster, commands};

const ALONE: usize = 2;

// rules L1, L10, L14
#[test]
fn a_minority_refuses_and_nothing_diverges() {
    let Some(mut guard) = cluster("a_minority_refuses_and_nothing_diverges") else { return };
    let cluster = guard.as_mut().unwrap();
    let shop = Shop::open(cluster, "parted");
    let (stop, healing, enough) = (AtomicBool::new(false), AtomicBool::new(false), commands(150) / 2);
    let open = thread::scope(|scope| {
        for writer in 0..2 * NODES {
            let (shop, stop) = (&shop, &stop);
            scope.spawn(move || shop.write(writer, stop));
        }
        let _stops = (Stops(&stop), Stops(&healing));
        shop.until_more(enough);
        match cluster.part(ALONE) {
            Err(why) if why.starts_with("only root") => {
                eprintln!("the partition was left out: {why}");
                return Vec::new();
            }
            parted => parted.unwrap(),
        }
        let since = Instant::now();
        // A host that knows the lonely node alone, and keeps asking it.
        let lonely = scope.spawn(|| ask_alone(&shop, &healing));
        cluster.until_refuses(ALONE).unwrap();
        println!("the minority refuses {:.1} s after it was parted", since.elapsed().as_secs_f64());
        shop.until_more(enough);
        println!("the majority acknowledged {enough} more {:.1} s after it", since.elapsed().as_secs_f64());
        // Whoever asks now is told so at once, and clearly.
        let asked = Instant::now();
        let args = json!({ "customer": "c0", "type": "points", "amount": "1", "reason": "asked-late" });
        match shop.nodes[ALONE].command("points.adjust", &args, "asked-late", "admin") {
            Told::Trouble(code) => println!("a host of the minority is told {code} in {:.1} s", asked.elapsed().as_secs_f64()),
            Told::Done { .. } => panic!("a minority took a command"),
            Told::Refused(code) => panic!("a minority judged a command: {code}"),
        }
        healing.store(true, Ordering::Relaxed);
        let open = lonely.join().unwrap();
        cluster.heal().unwrap();
        println!("healed {:.1} s after it was parted", since.elapsed().as_secs_f64());
        shop.until_more(enough);
        open
    });
    // What may stand or not is repeated with the same key, elsewhere. What was told as not applied is not, and must be in no journal.
    for name in &open {
        shop.adjust(0, name, 0, 1, "admin").unwrap();
    }
    println!("{} commands of the minority were left open, and repeated", open.len());
    assert_eq!(shop.audit("a parted node"), Audit::default());
}

/// Asks the lonely node until it is healed. What is acknowledged came before it noticed; the names of those whose outcome is not known.
fn ask_alone(shop: &Shop, healing: &AtomicBool) -> Vec<String> {
    let mut open = Vec::new();
    for step in 0.. {
        if healing.load(Ordering::Relaxed) {
            break;
        }
        let name = format!("alone-{step}");
        let args = json!({ "customer": "c0", "type": "points", "amount": "1", "reason": name });
        match shop.nodes[ALONE].command("points.adjust", &args, &name, "admin") {
            Told::Done { .. } => drop(shop.book.pages().acknowledged.insert(name, ("c0".to_owned(), 1))),
            Told::Refused(code) => panic!("a minority judged a command: {code}"),
            Told::Trouble(code) => {
                shop.trouble(&code);
                if code == "outcome_unknown" {
                    open.push(name);
                }
            }
        }
    }
    open
}
