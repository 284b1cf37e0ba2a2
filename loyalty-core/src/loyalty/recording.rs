//! What is written of every command: the event for the host, and the row in the log of every root it rested on.

use super::door::{Asked, Options};
use crate::entry::{Entry, Texts};
use crate::error::Error;
use crate::gather::Gather;
use crate::id::Id;
use crate::json::{self, Raw};
use crate::log::{self, LogBody, LogRow, UsedKey, Wrote};
use crate::message::{Content, Message};
use crate::operation::Job;
use crate::receipt::Receipt;
use crate::record::Root;
use crate::sorting::sort;
use crate::unit::{Noted, RootState, Unit};

/// Queues an event for the host, when the program wants one after this operation (rule P6).
pub(super) fn queue_event(job: &dyn Job, unit: &mut Unit<'_>, roots: &[Root], result: &Raw) -> Result<(), Error> {
    let wanted = unit.program().events.iter().any(|event| event.covers(job.name(), false));
    let Some(root) = roots.first().filter(|_| wanted) else { return Ok(()) };
    let content = Content {
        event: job.name().to_owned(),
        recorded_at: unit.now(),
        actor: unit.context().actor.id.as_str().to_owned(),
        data: result.clone(),
        email: None,
    };
    Message::queue(unit, root, content)
}

/// Writes the command into the log of every root it rested on, and links it to what came before (rules L14, P7).
pub(super) fn write_log(
    job: &dyn Job,
    options: &Options,
    unit: &mut Unit<'_>,
    asked: &Asked<'_>,
    receipt: &Receipt<Raw>,
) -> Result<Vec<(Root, RootState)>, Error> {
    let context = unit.context();
    let key = options.idempotency_key.as_ref().map(Id::to_string);
    let text = json::text(&LogBody { actor: context.actor.clone(), idempotency_key: key, receipt, wrote: wrote(unit) });
    let touched: Vec<(Root, RootState)> = unit.roots().map(|(root, state)| (root.clone(), state.clone())).gather();
    let mut states = Vec::with_capacity(touched.len());
    for (root, before) in touched {
        let mut entries: Vec<&Noted> = unit.notes.entries.iter().filter(|noted| noted.root == root).gather();
        sort(&mut entries, |a, b| a.key.cmp(&b.key));
        let salt = context.random("salt", root.bytes())?;
        let mut row = LogRow {
            root: root.clone(),
            number: before.log_seq + 1,
            recorded_at: unit.now(),
            operation: job.name().to_owned(),
            actor: context.actor.id.as_str().to_owned(),
            entries_digest: log::entries_digest(entries.iter().map(|noted| &noted.plain)),
            rest_digest: log::rest_digest(&salt, &text, entries.iter().map(|noted| &noted.written)),
            link: [0; 32],
            salt: Some(salt),
            body: text.clone(),
        };
        row.link = log::link(&before.log_head, &row);
        states.push((root, RootState { recorded_at: unit.now(), log_seq: row.number, log_head: row.link, ..before }));
        unit.insert_row(row.into_row());
    }
    if let (Some(key), Some(root)) = (&options.idempotency_key, asked.scope) {
        let key = UsedKey::own(&context.actor, key.as_str());
        let log_number = states.iter().find(|(other, _)| other == root).map_or(0, |(_, state)| state.log_seq);
        let receipt = job.is_discreet().then(|| json::text(receipt));
        unit.insert(&UsedKey { root: root.clone(), key, request: asked.request, log_number, receipt });
    }
    Ok(states)
}

/// Where the command stands in logs and journals, so that an erasure finds all of it from any of them (rule K11). One that rests on a single root and
/// wrote no texts stands there alone.
fn wrote(unit: &Unit<'_>) -> Vec<Wrote> {
    let entries = unit.notes.entries.iter().filter_map(|noted| noted.entry.downcast_ref::<Entry>());
    let entries: Vec<&Entry> = entries.filter(|entry| entry.texts != Texts::default()).gather();
    if unit.notes.impersonal || (entries.is_empty() && unit.roots().nth(1).is_none()) {
        return Vec::new();
    }
    let texts = |root: &Root| {
        let own = entries.iter().filter(|entry| entry.root == *root);
        own.map(|entry| format!("{}/{}", entry.point_type, entry.number)).gather()
    };
    let one = |(root, state): (&Root, &RootState)| Wrote {
        root: String::from_utf8_lossy(root.bytes()).into_owned(),
        number: state.log_seq + 1,
        texts: texts(root),
    };
    unit.roots().map(one).gather()
}
