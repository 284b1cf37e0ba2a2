//! Finding what is left of the lots that a credit made: by its number where it was made, and on their way through merges where it came from another account.

use super::merging::lot_of;
use super::{LOTS_AT_A_TIME, Ledger};
use crate::amount::Amount;
use crate::entry::{Entry, EntryKind, Part, ref_number, ref_owner};
use crate::error::Error;
use crate::expiry::Lapse;
use crate::gather::Gather;
use crate::lot::{self, LOT, Lot, Place};
use crate::record::Root;
use crate::repository::{Scan, Value};
use crate::sorting::sort;

/// What is left of a lot that a credit made, and how much of it can be its own.
pub(super) struct Own {
    pub(super) lots: Vec<Lot>,
    most: Amount,
}

/// Takes an amount of a credit's own lots in some places: the lots touched with what is taken of each, and what could not be taken.
pub(super) fn take_own(own: &mut [Own], wanted: &dyn Fn(&Place) -> bool, amount: Amount) -> Result<(Vec<(Lot, Amount)>, Amount), Error> {
    let (mut taken, mut missing) = (Vec::new(), amount);
    for own in own {
        let most = missing.min(own.most);
        let lots = own.lots.iter().filter(|lot| wanted(&lot.place)).cloned().gather();
        let (found, left) = lot::take(lots, most)?;
        let part = most.minus(left)?;
        (own.most, missing) = (own.most.minus(part)?, missing.minus(part)?);
        taken.extend(found);
    }
    Ok((taken, missing))
}

impl Ledger<'_, '_> {
    /// What is left of the lots that a credit made, for a reversal of an amount. Of a credit in a merged account: the lots with its dates, which are worth
    /// the same; of a transfer, which has brought several, as much of each as it was.
    pub(super) fn lots_of(&mut self, entry: &Entry, amount: Amount) -> Result<Vec<Own>, Error> {
        let (root, name) = (self.account.root.clone(), self.account.point_type.clone());
        if entry.root == root {
            let lots = self.unit.scan::<Lot>(&Lot::scan_number(&root, &name, entry.number))?;
            return Ok(vec![Own { lots, most: amount }]);
        }
        let mut found: Vec<Own> = Vec::new();
        for (credit, most) in
            entry.facts.credit.iter().map(|credit| (credit, amount)).chain(entry.facts.parts.iter().map(|part| (part, part.amount)))
        {
            let mut lots = self.lots_like(entry, credit)?;
            lots.retain(|lot| found.iter().flat_map(|own| &own.lots).all(|other| other.key() != lot.key()));
            found.push(Own { lots, most });
        }
        Ok(found)
    }

    /// What is left here of one lot of a credit in a merged account.
    fn lots_like(&mut self, entry: &Entry, credit: &Part) -> Result<Vec<Lot>, Error> {
        let (root, name) = (self.account.root.clone(), self.account.point_type.clone());
        let mut lots = self.unit.scan::<Lot>(&Lot::scan(&root, &name, Place::Held(0)))?;
        let ended = if let Lapse::At(end) = credit.lapse { Some(Place::Lapsed(end)) } else { None };
        let places = [Some(Lot::free_place(credit.lapse, credit.from, self.clock())), ended];
        for place in places.into_iter().flatten() {
            let mut prefix = lot_of(&self.account, credit, place).key();
            prefix.truncate(5);
            lots.extend(self.unit.scan::<Lot>(&Scan::prefix(&LOT, prefix))?);
        }
        let dates = (credit.since, credit.from, credit.lapse);
        lots.retain(|lot| (lot.since, lot.available_from, lot.lapse) == dates);
        // What has lapsed on its way is this credit's, whatever else is like it.
        let (mut found, redated) = self.on_its_way(entry, credit)?;
        lots.retain(|lot| found.iter().all(|gone| gone.key() != lot.key()));
        let mut ranked = Vec::new();
        for lot in lots {
            // What came with a merge goes first: what was always here may be alike by chance, and an undo tells them apart.
            ranked.push((self.entry(lot.number)?.kind != EntryKind::MergeIn, lot));
        }
        sort(&mut ranked, |a, b| a.0.cmp(&b.0));
        found.extend(ranked.into_iter().map(|(_, lot)| lot));
        found.extend(redated);
        Ok(found)
    }

    /// What has lapsed of a credit in a merged account: there before the merge, then in each account by which it came here; and what of it is here with
    /// another end than its own, because it was re-dated. That is known by when it counts since, where nothing else came along so.
    fn on_its_way(&mut self, entry: &Entry, credit: &Part) -> Result<(Vec<Lot>, Vec<Lot>), Error> {
        let (name, here) = (self.account.point_type.clone(), self.account.root.clone());
        let (mut root, mut number, mut gone, mut redated) = (entry.root.clone(), entry.number, Vec::new(), Vec::new());
        // The ends that it had, and those of others that came along: a transfer may have brought several at once.
        let beside = entry.facts.parts.iter().filter(|part| (part.since, part.from) == (credit.since, credit.from));
        let beside = beside.map(|part| part.lapse).filter(|lapse| *lapse != credit.lapse).gather();
        let (mut ends, mut others): (Vec<Lapse>, Vec<Lapse>) = (vec![credit.lapse], beside);
        loop {
            let as_old = |part: &Part| (part.since, part.from) == (credit.since, credit.from);
            for lot in self.unit.scan::<Lot>(&Lot::scan_number(&root, &name, number))? {
                if !as_old(&Part::of(&lot, lot.amount)) || others.contains(&lot.lapse) {
                    continue;
                }
                match lot.place {
                    Place::Lapsed(_) => gone.push(lot),
                    _ if root == here && lot.lapse != credit.lapse => redated.push(lot),
                    _ => {}
                }
            }
            let out = if root == here { None } else { self.went_out(&root, number)? };
            let next =
                out.as_ref().and_then(|out| out.facts.counterpart.as_ref()).and_then(|there| ref_owner(there).zip(ref_number(there)));
            let Some((out, next)) = out.zip(next) else {
                sort(&mut gone, |a, b| (a.lapse != credit.lapse).cmp(&(b.lapse != credit.lapse)));
                return Ok((gone, redated));
            };
            let is_it = |part: &&Part| as_old(part) && part.lot == number && !others.contains(&part.lapse);
            ends.extend(out.facts.parts.iter().filter(is_it).map(|part| part.lapse));
            others = out.facts.parts.iter().filter(|part| as_old(part) && !ends.contains(&part.lapse)).map(|part| part.lapse).gather();
            (root, number) = next;
        }
    }

    /// The entry of the last merge that took a lot out of an account.
    fn went_out(&mut self, root: &Root, lot: u64) -> Result<Option<Entry>, Error> {
        let name = self.account.point_type.clone();
        let mut scan = Entry::scan(root, &name).reversed().limit(LOTS_AT_A_TIME);
        loop {
            let page = self.unit.scan::<Entry>(&scan)?;
            let (count, last) = (page.len(), page.last().map_or(0, |last| last.number));
            let took = |entry: &Entry| entry.kind == EntryKind::MergeOut && entry.facts.parts.iter().any(|part| part.lot == lot);
            if let Some(found) = page.into_iter().find(took) {
                return Ok(Some(found));
            }
            if last <= lot || count < LOTS_AT_A_TIME {
                return Ok(None);
            }
            scan.after = Some(vec![Value::from(last)]);
        }
    }
}
