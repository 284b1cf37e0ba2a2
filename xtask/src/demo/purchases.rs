//! The purchase log: who bought when, for how much.

use std::io::Read;

use loyalty_core::time::{Date, Timestamp, Zone};

use crate::workspace::root;

/// Where the log lies; examples/data/README.md says where it comes from.
pub const LOG: &str = "examples/data/cdnow.txt.gz";

/// One order of the log.
pub struct Purchase {
    /// `o-` and the row of the file, from 1.
    pub order: String,
    /// `c-` and the customer's number.
    pub customer: String,
    /// The date in New York.
    pub date: Date,
    /// How many CDs.
    pub cds: i64,
    /// What they came to, in cents.
    pub cents: i64,
}

/// Reads all orders, by date; those of one date stay in the order of the file.
pub fn read() -> Result<Vec<Purchase>, String> {
    let file = std::fs::File::open(root().join(LOG)).map_err(|error| format!("cannot open {LOG}: {error}"))?;
    let mut text = String::new();
    flate2::read::GzDecoder::new(file).read_to_string(&mut text).map_err(|error| format!("cannot read {LOG}: {error}"))?;
    let mut purchases = Vec::new();
    for (number, line) in text.lines().enumerate().skip(1) {
        purchases.push(purchase(number, line).ok_or_else(|| format!("{LOG}:{}: is not `customer date cds dollars`", number + 1))?);
    }
    purchases.sort_by_key(|purchase| purchase.date);
    Ok(purchases)
}

fn purchase(number: usize, line: &str) -> Option<Purchase> {
    let mut words = line.split_whitespace();
    let (customer, date, cds, dollars) = (words.next()?, words.next()?, words.next()?, words.next()?);
    let part = |from, to| date.get(from..to)?.parse::<u32>().ok();
    let date = Date::new(i32::try_from(part(0, 4)?).ok()?, part(4, 6)?, part(6, 8)?)?;
    let cents = dollars.split_once('.').filter(|(_, cents)| cents.len() == 2).map(|(whole, cents)| format!("{whole}{cents}"))?;
    let (cds, cents) = (cds.parse().ok().filter(|cds| *cds > 0)?, cents.parse().ok()?);
    Some(Purchase { order: format!("o-{number}"), customer: format!("c-{customer}"), date, cds, cents })
}

/// Cents as dollars, such as `11.77`.
pub fn dollars(cents: i64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

/// Noon of a date, counted back from the next one: where clocks change, they do so at night.
pub fn noon(zone: Zone, date: Date) -> Timestamp {
    zone.first_instant(date.plus_days(1)).plus_seconds(-12 * 3_600)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_an_order() {
        let read = purchase(7, " 00004 19971212  2   26.48").unwrap();
        assert_eq!((read.order.as_str(), read.customer.as_str(), read.cds, dollars(read.cents)), ("o-7", "c-00004", 2, "26.48".to_owned()));
        assert_eq!(read.date.to_string(), "1997-12-12");
        assert!(
            purchase(1, "00004 19971312 2 26.48").is_none()
                && purchase(1, "00004 19971212 2").is_none()
                && purchase(1, "00004 19971212 0 1.00").is_none()
        );
    }

    #[test]
    fn noon_is_noon_when_clocks_change() {
        let zone = Zone::try_from("America/New_York".to_owned()).unwrap();
        let at = |year, month, day| noon(zone, Date::new(year, month, day).unwrap()).to_string();
        assert_eq!(at(1997, 4, 5), "1997-04-05T17:00:00Z");
        assert_eq!(at(1997, 4, 6), "1997-04-06T16:00:00Z");
        assert_eq!(at(1997, 10, 26), "1997-10-26T17:00:00Z");
    }
}
