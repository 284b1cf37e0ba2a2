//! The pages of answers that can be long.

use crate::error::Error;
use crate::limits::{PAGE_DEFAULT, PAGE_MAX};

/// How many rows a page shall have: as many as the request says, 50 when it does not.
///
/// # Errors
/// `invalid_request` at `args.limit` outside 1 to 500.
pub fn size(limit: Option<usize>) -> Result<usize, Error> {
    let size = limit.unwrap_or(PAGE_DEFAULT);
    if (1..=PAGE_MAX).contains(&size) { Ok(size) } else { Err(Error::invalid("args.limit", format_args!("must be 1 to {PAGE_MAX}"))) }
}

/// Cuts off the rows beyond the page and answers its last, from which the next page goes on, where there are such rows.
pub fn cut<T>(rows: &mut Vec<T>, size: usize) -> Option<&T> {
    let has_next = rows.len() > size;
    rows.truncate(size);
    rows.last().filter(|_| has_next)
}

/// The refusal of a cursor that no page has given.
pub fn unknown_cursor() -> Error {
    Error::invalid("args.cursor", "is not the `next` of a page; begin again without one")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_1_to_500_rows() {
        assert_eq!((size(None).unwrap(), size(Some(1)).unwrap(), size(Some(500)).unwrap()), (50, 1, 500));
        for wrong in [0, 501] {
            assert_eq!(size(Some(wrong)).unwrap_err().to_string(), "args.limit: must be 1 to 500");
        }
    }

    #[test]
    fn only_a_page_with_rows_behind_it_has_a_next() {
        let mut rows = vec![1, 2, 3];
        assert_eq!((cut(&mut rows, 2).copied(), rows), (Some(2), vec![1, 2]));
        assert_eq!(cut(&mut vec![1, 2], 2), None);
    }
}
