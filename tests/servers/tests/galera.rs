//! Three nodes take each other's writes; a node is killed, parted from the others, and left alone, and the cluster does what it says of itself.

use std::time::Instant;

use loyalty_servers::{Cluster, NODES, required};

/// Reads wait for what other nodes have committed.
const ROWS: &str = "SET wsrep_sync_wait = 1; SELECT GROUP_CONCAT(id ORDER BY id) FROM kept";

fn write(cluster: &Cluster, node: usize, row: u32) -> Result<String, String> {
    cluster.query(node, &format!("INSERT INTO kept VALUES ({row})"))
}

fn agree(cluster: &Cluster, rows: &str) {
    for node in 0..NODES {
        assert_eq!(cluster.query(node, ROWS).as_deref(), Ok(rows), "node {node}");
    }
}

/// Says how long something took.
fn timed<T>(what: &str, act: impl FnOnce() -> T) -> T {
    let started = Instant::now();
    let answer = act();
    println!("{what}: {:.1} s", started.elapsed().as_secs_f64());
    answer
}

#[test]
fn a_cluster_loses_nothing_and_takes_nothing_from_a_minority() {
    if !required("a_cluster_loses_nothing_and_takes_nothing_from_a_minority") {
        return;
    }
    let mut cluster = timed("start", Cluster::start).unwrap();
    cluster.query(0, "CREATE TABLE kept (id INT PRIMARY KEY)").unwrap();
    for node in [0, 1, 2] {
        write(&cluster, node, 1 + u32::try_from(node).unwrap()).unwrap();
    }
    agree(&cluster, "1,2,3");

    cluster.kill(1);
    cluster.query(1, "SELECT 1").unwrap_err();
    timed("write beside a killed node", || write(&cluster, 0, 4)).unwrap();
    write(&cluster, 2, 5).unwrap();
    timed("a killed node is back", || cluster.start_again(1)).unwrap();
    agree(&cluster, "1,2,3,4,5");

    match cluster.part(2) {
        Err(why) if why.starts_with("only root") => eprintln!("the partition was left out: {why}"),
        parted => {
            parted.unwrap();
            timed("a parted node refuses", || cluster.until_refuses(2)).unwrap();
            let refused = write(&cluster, 2, 6).unwrap_err();
            assert!(refused.contains("ERROR 1047"), "{refused}");
            write(&cluster, 0, 6).unwrap();
            timed("a parted node is back", || cluster.heal()).unwrap();
            cluster.query(0, "DELETE FROM kept WHERE id = 6").unwrap();
            agree(&cluster, "1,2,3,4,5");
        }
    }

    cluster.kill(1);
    // Each of the two writes, and so has noted that they are two: who died as one of three would wait for the third to come back.
    write(&cluster, 0, 7).unwrap();
    write(&cluster, 2, 10).unwrap();
    cluster.kill(2);
    timed("the last node refuses", || cluster.until_refuses(0)).unwrap();
    write(&cluster, 0, 8).unwrap_err();
    for node in [2, 1] {
        timed("and is no longer alone", || cluster.start_again(node)).unwrap();
    }
    write(&cluster, 1, 9).unwrap();
    agree(&cluster, "1,2,3,4,5,7,9,10");
}
