//! The customer list as a file, for hosts in Rust: page by page in constant memory (rules K7, B2).

use std::io::{self, Write};
use std::ops::ControlFlow;

use super::Loyalty;
use crate::context::Context;
use crate::customer::ExportCsv;
use crate::error::Error;
use crate::repository::Repository;

/// Is told how many customers are written, and may break it off; the file ends with a whole row then.
pub type ExportWatch<'w> = dyn FnMut(u64) -> ControlFlow<()> + 'w;

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Customers in the file.
    pub rows: u64,
    /// Whether it was broken off.
    pub is_broken_off: bool,
}

/// Why a file was not written to its end.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExportError {
    /// It could not be written.
    #[error("the file cannot be written: {0}")]
    Write(#[from] io::Error),
    /// The export was refused, or the storage failed.
    #[error(transparent)]
    Refused(#[from] Error),
}

impl<R: Repository> Loyalty<R> {
    /// Writes the whole file of a [`customer.export_csv`](ExportCsv), page by page: no more than one page is held, however long the list is.
    ///
    /// # Errors
    /// When it is refused, or the file cannot be written; what was written before is whole pages.
    pub fn export_customers(
        &self,
        export: &ExportCsv,
        context: &Context,
        out: &mut dyn Write,
        watch: &mut ExportWatch<'_>,
    ) -> Result<Written, ExportError> {
        let (mut export, mut rows) = (export.clone(), 0);
        loop {
            let page = self.run(&export, context)?.result;
            out.write_all(page.csv.as_bytes())?;
            rows += u64::try_from(page.rows).unwrap_or(u64::MAX);
            let is_broken_off = watch(rows).is_break() && page.next.is_some();
            export.cursor = page.next;
            if export.cursor.is_none() || is_broken_off {
                out.flush()?;
                return Ok(Written { rows, is_broken_off });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::customer::{Create, FileColumn};
    use crate::id::{CustomerId, Id, Slug};
    use crate::memory::Memory;

    fn shop() -> (Loyalty<Memory>, Context) {
        let at = "2026-01-01T10:00:00Z".parse().unwrap();
        let context = Context::agent(Id::new("maria").unwrap(), vec![Slug::new("admin").unwrap()], at, "sixteen bytes or more");
        let loyalty = Loyalty::new(Memory::new());
        for number in 0..1_234 {
            loyalty.run(&Create::new(CustomerId::new(format!("c-{number:04}")).unwrap()), &context).unwrap();
        }
        (loyalty, context)
    }

    // rules K7, B2
    #[test]
    fn the_whole_list_is_written_page_by_page_and_can_be_broken_off() {
        let (loyalty, context) = shop();
        let export = ExportCsv { columns: Some(vec![FileColumn::Id]), sort: Some(crate::customer::Field::Id), ..ExportCsv::default() };
        let (mut out, mut told) = (Vec::new(), Vec::new());
        let written = loyalty.export_customers(&export, &context, &mut out, &mut |rows| {
            told.push(rows);
            ControlFlow::Continue(())
        });
        assert_eq!((written.unwrap(), told), (Written { rows: 1_234, is_broken_off: false }, vec![500, 1_000, 1_234]));
        let wanted: String = std::iter::once("id\r\n".to_owned()).chain((0..1_234).map(|number| format!("c-{number:04}\r\n"))).collect();
        assert_eq!(String::from_utf8(out).unwrap(), wanted);
        let mut begun = Vec::new();
        let written = loyalty.export_customers(&export, &context, &mut begun, &mut |_| ControlFlow::Break(())).unwrap();
        assert_eq!((written, begun.len()), (Written { rows: 500, is_broken_off: true }, 4 + 500 * 8));
    }

    // rule K7
    #[test]
    fn a_full_disk_is_told() {
        struct Full;
        impl Write for Full {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::Error::other("no space left"))
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let (loyalty, context) = shop();
        let failed = loyalty.export_customers(&ExportCsv::default(), &context, &mut Full, &mut |_| ControlFlow::Continue(()));
        assert_eq!(failed.unwrap_err().to_string(), "the file cannot be written: no space left");
    }
}
