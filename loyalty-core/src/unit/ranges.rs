//! Many ranges at once.

use super::Unit;
use crate::error::Error;
use crate::gather::Gather;
use crate::record::Record;
use crate::repository::{Read, Row, Scan};

impl Unit<'_> {
    /// Whole ranges of records, without a limit, in one round trip.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn scan_each<R: Record>(&mut self, scans: &[Scan]) -> Result<Vec<Vec<R>>, Error> {
        self.round_trips += 1;
        let reads: Vec<Read> = scans.iter().cloned().map(Read::Scan).gather();
        let found = self.repository.read(&reads)?;
        let laid_over = |(scan, rows): (&Scan, Vec<Row>)| {
            let rows = self.staged.scan(scan, |scan| self.batch.scan(scan, |_| Ok(rows)))?;
            rows.into_iter().map(R::from_row).gather::<Result<Vec<R>, Error>>()
        };
        scans.iter().zip(found).map(laid_over).gather()
    }
}
