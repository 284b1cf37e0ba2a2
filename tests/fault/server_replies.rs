//! Servers whose line is cut in the middle of a commit: before it arrives, and after it was done. Nobody can tell the one from the other, so both
//! are `outcome_unknown`; asked again with the same key, the one is done now and the other told again.

use std::sync::Arc;

use loyalty_servers::CutProxy;
use loyalty_tests::store::{Kind, Store, open};

use crate::faulty::{Fault, Faulty};
use crate::scenario::chosen;
use crate::story::check;

fn one_effect_whatever_is_lost(kind: Kind) {
    let Some(store) = Store::open(kind) else { return };
    let line = Arc::new(CutProxy::to(store.url()).unwrap());
    let through = open(&line.url(store.url()).unwrap());
    for scenario in chosen() {
        let cuts = line.cuts();
        let storage = || {
            store.emptied();
            Faulty::over(Arc::clone(&through), Arc::clone(&line))
        };
        let came = check(scenario, &storage, &Fault::OF_A_LINE).unwrap_or_else(|why| panic!("{kind:?}: {why}"));
        let cuts = line.cuts() - cuts;
        assert!(came >= 4 && came == cuts, "{}: {came} commits were to be lost, and {cuts} were", scenario.op);
    }
    println!("{kind:?}: {} commits lost on the line, none of their effects lost or doubled", line.cuts());
}

// rule L10
#[test]
fn a_mysql_server_has_one_effect_whatever_is_lost() {
    one_effect_whatever_is_lost(Kind::Mysql);
}

// rule L10
#[test]
fn a_postgres_server_has_one_effect_whatever_is_lost() {
    one_effect_whatever_is_lost(Kind::Postgres);
}

#[test]
fn a_line_beside_which_the_host_talks_to_the_server_is_noticed() {
    for kind in Kind::SERVERS {
        let Some(store) = Store::open(kind) else { return };
        let line = Arc::new(CutProxy::to(store.url()).unwrap());
        let scenario = chosen().next().unwrap();
        let why = check(scenario, &|| Faulty::over(store.emptied(), Arc::clone(&line)), &Fault::OF_A_LINE).unwrap_err();
        assert!(why.contains("instead of outcome_unknown"), "{why}");
    }
}
