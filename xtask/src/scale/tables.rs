//! The tables of docs/scale.md.

use super::chance::{Popularity, Skew};
use super::fleet::{self, Plan, SECOND};
use super::footprint::footprints;
use super::measured::{
    APPLY, BUSY_PERCENT, COPIES, CORES, FLUSH, GROUP_MAX, HOP, LOAD_PERCENT, MACHINE_CORES, MEMBERS, ORDERS, RUN, SIZES, given, writer_max,
};
use super::stock::{self, Escrow};
use crate::demo::table::grouped;

/// A table, by its name on the page.
pub type Table = (&'static str, fn() -> Result<String, String>);

/// Every table. One more is one more row.
pub const TABLES: &[Table] = &[
    ("footprint", footprint),
    ("sizes", || Ok(sizes())),
    ("inputs", || Ok(inputs())),
    ("capacity", || Ok(capacity())),
    ("fleet", || Ok(fleet())),
    ("root", || Ok(root())),
    ("stock", stock),
];

fn number(number: u64) -> String {
    grouped(i64::try_from(number).unwrap_or(i64::MAX))
}

/// Nanoseconds as milliseconds with one digit behind the point.
fn milliseconds(time: u64) -> String {
    let tenths = (time + 50_000) / 100_000;
    format!("{}.{} ms", number(tenths / 10), tenths % 10)
}

/// How many for each member, with one digit behind the point.
fn per_member(count: u64) -> String {
    let tenths = (count * 10 + MEMBERS / 2) / MEMBERS;
    format!("{}.{}", number(tenths / 10), tenths % 10)
}

fn footprint() -> Result<String, String> {
    let mut text = "| command | round trips to read | roots | rows | claims | counters |\n|---|--:|--:|--:|--:|--:|\n".to_owned();
    for footprint in footprints()? {
        let asked = footprint.asked;
        text += &format!(
            "| {} | {} | {} | {} | {} | {} |\n",
            footprint.what, asked.round_trips, asked.roots, asked.rows, asked.claims, asked.steps
        );
    }
    Ok(text)
}

fn sizes() -> String {
    let mut text = "| table | rows a member | bytes a row | of its indexes | bytes a member |\n|---|--:|--:|--:|--:|\n".to_owned();
    for size in SIZES.iter().filter(|size| size.rows * 10 >= MEMBERS) {
        text += &format!(
            "| {} | {} | {} | {} | {} |\n",
            size.table,
            per_member(size.rows),
            number(size.bytes / size.rows),
            number(size.index_bytes / size.rows),
            number((size.bytes + size.index_bytes) / MEMBERS)
        );
    }
    text + &format!(
        "| **all** | | | | **{}** |\n\nWith {} orders a member. A million such members are {} GB a copy, and each further order adds some {} bytes.\n",
        number(bytes_per_member()),
        per_member(ORDERS),
        number((bytes_per_member() + 500) / 1_000),
        number(bytes_per_order())
    )
}

/// Everything that is stored, for each member.
fn bytes_per_member() -> u64 {
    SIZES.iter().map(|size| size.bytes + size.index_bytes).sum::<u64>() / MEMBERS
}

/// What an order brings: itself and its number, its entry and lot, and a row of the log.
fn bytes_per_order() -> u64 {
    let brings = |size: &&super::measured::Size| ["order", "claim", "entry", "lot", "log"].contains(&size.table);
    SIZES.iter().filter(brings).map(|size| (size.bytes + size.index_bytes) / size.rows.max(1)).sum()
}

fn inputs() -> String {
    let micro = |time: u64| format!("{} µs", number(time / 1_000));
    let rows = [
        ("a command takes of a core", micro(RUN), "measured"),
        ("a command takes of the one writer", micro(APPLY), "measured"),
        ("most commands in one durable commit", number(GROUP_MAX), "as built"),
        ("a durable commit on two machines of a region", micro(FLUSH), "assumed"),
        ("the way to another partition", micro(HOP), "assumed"),
        ("cores of a partition that run commands", number(CORES), "assumed"),
        ("a partition is given, of what it can do", format!("{LOAD_PERCENT} %"), "assumed"),
        ("copies of each partition, of which each applies every commit", number(COPIES), "assumed"),
        ("cores of a machine, and how busy they are kept", format!("{MACHINE_CORES}, {BUSY_PERCENT} %"), "assumed"),
    ];
    let mut text = "| what | value | |\n|---|--:|---|\n".to_owned();
    rows.iter().for_each(|(what, value, source)| text += &format!("| {what} | {value} | {source} |\n"));
    text
}

fn capacity() -> String {
    const CUSTOMERS: u64 = 100_000_000;
    const COMMANDS: u64 = 1_000_000;
    // A command with a claim elsewhere takes a place in two groups.
    let alone = COMMANDS.div_ceil(given());
    let crossing = (2 * COMMANDS).div_ceil(given());
    let writing = 2 * COMMANDS * APPLY * COPIES / SECOND;
    let machines = ((COMMANDS * RUN / SECOND + writing) * 100).div_ceil(MACHINE_CORES * BUSY_PERCENT);
    let rows = [
        ("commands a second that a partition can make durable", number(writer_max())),
        ("commands a second that it is given", number(given())),
        ("partitions for a million commands a second, all inside of their root", number(alone)),
        ("partitions, if each one needs a claim elsewhere", number(crossing)),
        ("cores kept busy by the engine", number(COMMANDS * RUN / SECOND)),
        ("cores kept busy by the writers of all copies, a claim counted like a command", number(writing)),
        ("machines of the larger fleet, all copies", number(machines)),
        ("one copy of a hundred million members", format!("{} GB", number(CUSTOMERS * bytes_per_member() / 1_000_000_000))),
        (
            "the same, with a hundred more orders of each",
            format!("{} GB", number(CUSTOMERS * (bytes_per_member() + 100 * bytes_per_order()) / 1_000_000_000)),
        ),
        (
            "of that on each of these machines, all copies",
            format!("{} GB", number(CUSTOMERS * (bytes_per_member() + 100 * bytes_per_order()) * COPIES / 1_000_000_000 / machines)),
        ),
        (
            "what a million new orders a second would add in a day, one copy",
            format!("{} TB", number(COMMANDS * 86_400 * bytes_per_order() / 1_000_000_000_000)),
        ),
    ];
    let mut text = "| what | value |\n|---|--:|\n".to_owned();
    rows.iter().for_each(|(what, value)| text += &format!("| {what} | {value} |\n"));
    text
}

/// Partitions with the load they are given, and nothing special.
fn usual(partitions: usize) -> Plan {
    Plan {
        partitions,
        customers: 100_000 * partitions,
        skew: Skew::Root,
        every: SECOND / given() / partitions as u64,
        span: SECOND / 2,
        cores: usize::try_from(CORES).unwrap_or(1),
        run: RUN,
        apply: APPLY,
        flush: FLUSH,
        hop: HOP,
        group_max: usize::try_from(GROUP_MAX).unwrap_or(1),
        crossing: 0,
        is_batched: false,
        seed: 1,
    }
}

/// A plan that is given only so many percent of the commands, since those that claim something take a place in a second group.
fn with_load(plan: Plan, percent: u64) -> Plan {
    Plan { every: plan.every * 100 / percent, ..plan }
}

fn fleet() -> String {
    let rows: [(&str, Plan); 8] = [
        ("1 partition", usual(1)),
        ("4 partitions", usual(4)),
        ("16 partitions", usual(16)),
        ("4, all customers alike", Plan { skew: Skew::Even, ..usual(4) }),
        ("4, Zipf's law", Plan { skew: Skew::Zipf, ..usual(4) }),
        ("4, Zipf's law, batched by root", Plan { skew: Skew::Zipf, is_batched: true, ..usual(4) }),
        ("4, one command in five needs a claim elsewhere", Plan { crossing: 200, ..with_load(usual(4), 83) }),
        ("4, every command needs one", Plan { crossing: 1_000, ..with_load(usual(4), 50) }),
    ];
    let head = "| fleet | most frequent customer | commands a second and partition | median | 99 % | conflicts of 1,000 | answered `busy` of 1,000 |\n";
    let mut text = format!("{head}|---|--:|--:|--:|--:|--:|--:|\n");
    for (name, plan) in rows {
        let outcome = fleet::run(&plan);
        let all = outcome.waits.len() as u64 + outcome.busy;
        let share = Popularity::new(plan.customers, plan.skew).first_share();
        text += &format!(
            "| {name} | {}.{:04} % | {} | {} | {} | {} | {} |\n",
            share / 10_000,
            share % 10_000,
            number(outcome.within * SECOND / plan.span / plan.partitions as u64),
            milliseconds(outcome.within_time(500)),
            milliseconds(outcome.within_time(990)),
            number(outcome.conflicts * 1_000 / all),
            number(outcome.busy * 1_000 / all),
        );
    }
    text
}

/// So many commands come for one customer at each rate.
const ROOT_COMMANDS: u64 = 4_000;

/// One customer among nothing else, asked more and more often.
fn root() -> String {
    let head = "| commands a second for one customer | each for itself: answered | runs for each answer | `busy` of 1,000 | 99 % ";
    let mut text = format!("{head}| batched: answered | 99 % |\n|--:|--:|--:|--:|--:|--:|--:|\n");
    for rate in [200, 400, 800, 1_600, 3_200] {
        let plan = Plan { customers: 1, every: SECOND / rate, span: ROOT_COMMANDS * SECOND / rate, seed: 5, ..usual(1) };
        let (alone, batched) = (fleet::run(&plan), fleet::run(&Plan { is_batched: true, ..plan.clone() }));
        let answered = alone.waits.len() as u64;
        let runs = (answered + alone.conflicts) * 10 / answered;
        text += &format!(
            "| {} | {} | {}.{} | {} | {} | {} | {} |\n",
            number(rate),
            number(alone.within * SECOND / plan.span),
            number(runs / 10),
            runs % 10,
            number(alone.busy * 1_000 / (answered + alone.busy)),
            milliseconds(alone.within_time(990)),
            number(batched.within * SECOND / plan.span),
            milliseconds(batched.within_time(990)),
        );
    }
    text
}

/// Ten thousand units, and a fifth more customers who want one.
fn stock() -> Result<String, String> {
    let plan = |escrow, shares| stock::Plan {
        escrow,
        shares,
        stock: 10_000,
        every: SECOND / 20_000,
        customers: 12_000,
        step: FLUSH,
        hop: HOP,
        forgets: false,
        seed: 1,
    };
    let rows = [
        ("one row", Escrow::Central, 1),
        ("split once", Escrow::Split, 16),
        ("split once", Escrow::Split, 64),
        ("refilled", Escrow::Refilled, 16),
        ("refilled", Escrow::Refilled, 64),
        ("refilled, then called back", Escrow::Recalled, 16),
        ("refilled, then called back", Escrow::Recalled, 64),
    ];
    let head = "| stock | shares | units a second | of 10,000 sold | refused while some were left | commits of the central row |\n";
    let mut text = format!("{head}|---|--:|--:|--:|--:|--:|\n");
    for (name, escrow, shares) in rows {
        let plan = plan(escrow, shares);
        let outcome = stock::run(&plan)?;
        text += &format!(
            "| {name} | {shares} | {} | {} | {} | {} |\n",
            number(outcome.sold * SECOND / outcome.last_sold.max(1)),
            number(outcome.sold),
            number(outcome.refused_early),
            number(outcome.central_steps),
        );
    }
    Ok(text)
}
