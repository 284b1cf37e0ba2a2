//! Every kind of bad file, files cut anywhere, and long ones in constant memory.

use csv_core::{ReadRecordResult, Reader as Other};

use super::*;
use crate::limits::CSV_ROW_BYTES_MAX;

type Row = (u64, Vec<String>);

/// Reads a file that comes in pieces of so many bytes, as a host sends it.
fn read_in(text: &str, size: usize) -> Result<(Vec<Row>, Vec<RowError>), Error> {
    let (mut place, mut rows, mut errors) = (Place::default(), Vec::new(), Vec::new());
    let (mut sent, bytes) = (0, text.as_bytes());
    loop {
        let mut end = (sent + size).min(bytes.len());
        while !text.is_char_boundary(end) {
            end += 1;
        }
        let last = end == bytes.len();
        let piece = place.joined(&text[sent..end]);
        let mut reader = Reader::new(&piece, &place, last)?;
        for record in &mut reader {
            match record {
                Ok(record) => rows.push((record.row, record.cells())),
                Err(error) => errors.push(error),
            }
        }
        place = reader.place()?;
        sent = end;
        if last {
            assert_eq!(place.rest, "", "all of the file is read");
            return Ok((rows, errors));
        }
    }
}

fn read(text: &str) -> Result<(Vec<Row>, Vec<RowError>), Error> {
    let whole = read_in(text, usize::MAX >> 1);
    for size in 1..text.len().min(40) {
        let cut = read_in(text, size);
        assert_eq!(format!("{whole:?}"), format!("{cut:?}"), "in pieces of {size} bytes");
    }
    whole
}

fn rows(text: &str) -> Vec<Row> {
    let (rows, errors) = read(text).unwrap();
    assert_eq!(errors, Vec::new(), "{text:?}");
    rows
}

fn row(number: u64, cells: &[&str]) -> Row {
    (number, cells.iter().map(|cell| (*cell).to_owned()).collect())
}

fn refused(text: &str) -> String {
    read(text).unwrap_err().to_string()
}

/// What is wrong with the rows of a file whose columns are `a` and `b`.
fn wrong(body: &str) -> Vec<(u64, Option<String>, String)> {
    let (_, errors) = read(&format!("a,b\n{body}")).unwrap();
    errors.into_iter().map(|error| (error.row, error.column, error.problem.split(';').next().unwrap().to_owned())).collect()
}

// rule B1
#[test]
fn a_byte_order_mark_and_every_line_end_are_read() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["\u{feff}a,b", "1,2", "", "3,", ",,"].join(end);
        assert_eq!(rows(&text), [row(2, &["1", "2"]), row(4, &["3", ""])], "{end:?}");
        assert_eq!(rows(&format!("{text}{end}")), rows(&text), "{end:?}");
    }
}

// rule B1
#[test]
fn what_stands_between_cells_is_found_in_the_header() {
    for (delimiter, other) in [(",", ";"), (";", ","), ("\t", ","), ("|", ";")] {
        let text = format!("a{delimiter}\"b{other}{other}\n{other}\"{delimiter}c\n1{delimiter}2{other}5{delimiter}3\n");
        let found = rows(&text);
        assert_eq!(found, [row(2, &["1", &format!("2{other}5"), "3"])], "{text:?}");
    }
    assert_eq!(rows("email\na@b.cd\n"), [row(2, &["a@b.cd"])]);
}

// rule B1
#[test]
fn quotes_and_line_breaks_inside_of_cells_are_part_of_them() {
    let text = "a,b\n\"say \"\"hi\"\"\",\"two\r\nlines, one cell\"\n\"\",x\n\"\"\"\",y\n";
    let expected = [row(2, &["say \"hi\"", "two\r\nlines, one cell"]), row(3, &["", "x"]), row(4, &["\"", "y"])];
    assert_eq!(rows(text), expected);
}

// rule B1
#[test]
fn a_row_that_is_not_well_formed_is_named_and_the_others_are_read() {
    let (found, errors) = read("a,b\n1\n1,2,3\n5,6\n").unwrap();
    assert_eq!(found, [row(4, &["5", "6"])]);
    let problems: Vec<_> = errors.iter().map(|error| (error.row, error.problem.as_str())).collect();
    let hint = "put a cell that has the separator in it in quotes";
    assert_eq!(problems[0], (2, &*format!("has 1 cells where the header has 2; {hint}")));
    assert_eq!(problems[1], (3, &*format!("has 3 cells where the header has 2; {hint}")));
    assert_eq!(wrong("5\",x\n"), [(2, Some("a".into()), "has a quote inside".into())]);
    assert_eq!(wrong("x,\"y\"z\n"), [(2, Some("b".into()), "has text behind the closing quote".into())]);
    let (found, errors) = read_in(&format!("a,b\n1,{}\n2,x\n", "x".repeat(CSV_ROW_BYTES_MAX - 4)), usize::MAX >> 1).unwrap();
    assert_eq!((found.len(), errors.len()), (2, 0));
    let (found, errors) = read_in(&format!("a,b\n1,{}\n2,x\n", "x".repeat(CSV_ROW_BYTES_MAX)), usize::MAX >> 1).unwrap();
    assert_eq!((found.len(), errors[0].row), (1, 2));
}

// rule B1
#[test]
fn an_open_quote_is_named_where_it_opens() {
    let open = "a quote that opens here is never closed".to_owned();
    assert_eq!(wrong("1,2\n\n3,\"4\n5,6\n"), [(4, Some("b".into()), open)]);
    assert!(refused("\"a,b\n1,2\n").contains("ends in its header"));
    let long = format!("a,b\n1,\"{}", "x\n".repeat(CSV_ROW_BYTES_MAX));
    let error = read_in(&long, 50_000).unwrap_err().to_string();
    assert!(error.contains("in row 2; a quote that opens is never closed"), "{error}");
}

// rule B1
#[test]
fn columns_have_names_of_their_own() {
    assert!(refused("a,b,a\n").contains("has column 'a' twice"));
    assert!(refused("a,,b\n").contains("no name for column 2"));
    assert!(refused("").contains("is empty"));
    assert!(refused("\u{feff}\r\n").contains("is empty") || refused("\u{feff}\r\n").contains("no name"));
    let header = Header::read("a,b,c").unwrap();
    assert!(header.check(&["a"], &["b"], false).is_ok());
    let unknown = header.check(&["a"], &["b"], true).unwrap_err().to_string();
    assert!(unknown.contains("'c' that is not known; there may be 'a', 'b'"), "{unknown}");
    let missing = header.check(&["a", "d"], &[], false).unwrap_err().to_string();
    assert!(missing.contains("has no column 'd'; it has 'a', 'b', 'c'"), "{missing}");
    assert!(Header::read(&vec!["x"; 501].join(",")).is_err());
}

// rule B1
#[test]
fn another_encoding_is_refused_by_its_name() {
    let of = |bytes: &[u8]| decode(bytes, 0, true).unwrap_err().to_string();
    assert!(of(b"\xff\xfea\0,\0").contains("is UTF-16"));
    assert!(of(b"\xfe\xff\0a\0,").contains("is UTF-16"));
    assert!(of(b"a\0,\0b\0").contains("is UTF-16 or binary"));
    let latin = of(b"name\nJos\xe9,1\n");
    assert!(latin.contains("Windows-1252") && latin.contains("byte 8 is 0xe9"), "{latin}");
    assert!(decode(b"Jos\xe9", 7, true).unwrap_err().to_string().contains("byte 10"));
    assert_eq!(decode(b"Jos\xc3", 7, false).unwrap(), "Jos");
    assert!(decode(b"Jos\xc3", 7, true).is_err());
    assert_eq!(decode("José".as_bytes(), 0, true).unwrap(), "José");
    assert!(refused("a\nJos\u{fffd}\n").contains("another encoding"));
    assert!(refused("a\nJ\0o\0").contains("UTF-16 or binary"));
}

// rules B1, K7
#[test]
fn what_is_written_is_no_formula_and_comes_back() {
    let mut out = String::new();
    let cells = ["=1+2", "+49 1", "-24", "-0.5", "-x", "@a", "'=b", "it's", "a,b", "say \"hi\"", "two\r\nlines", " x ", "", "\t1"];
    write_row(&mut out, &cells);
    assert_eq!(out, "'=1+2,'+49 1,-24,-0.5,'-x,'@a,''=b,it's,\"a,b\",\"say \"\"hi\"\"\",\"two\r\nlines\",\" x \",,\"'\t1\"\r\n");
    let mut text = (1..=cells.len()).map(|number| format!("c{number}")).collect::<Vec<_>>().join(",") + "\n";
    text.push_str(&out);
    assert_eq!(rows(&text), [row(2, &cells)]);
}

#[test]
fn an_error_shows_the_beginning_of_what_stands_there() {
    let text = format!("a,b\n{},2\n", "é".repeat(50));
    let mut reader = Reader::new(&text, &Place::default(), true).unwrap();
    let record = reader.next().unwrap().unwrap();
    let error = record.refuse(&Header::read("a,b").unwrap(), Some(0), "is wrong");
    assert_eq!((error.column.as_deref(), error.value), (Some("a"), Some("é".repeat(40) + "…")));
    assert_eq!(record.cell(Some(1)), Some("2"));
    assert_eq!((record.cell(Some(2)), record.cell(None)), (None, None));
}

/// What the crate csv-core reads, without rows of empty cells.
fn read_by_other(text: &str) -> Vec<Vec<String>> {
    let (mut other, mut input, mut found) = (Other::new(), text.as_bytes(), Vec::new());
    let (mut output, mut ends) = (vec![0; text.len() + 8], vec![0; text.len() + 8]);
    loop {
        let (mut written, mut cells) = (0, 0);
        let result = loop {
            let (result, read, more, ended) = other.read_record(input, &mut output[written..], &mut ends[cells..]);
            (input, written, cells) = (&input[read..], written + more, cells + ended);
            match result {
                ReadRecordResult::InputEmpty => {}
                result => break result,
            }
        };
        if result == ReadRecordResult::End {
            return found;
        }
        let begins = std::iter::once(0).chain(ends[..cells].iter().copied());
        let record = begins.zip(&ends[..cells]).map(|(begin, end)| String::from_utf8(output[begin..*end].to_vec()).unwrap());
        let record: Vec<String> = record.collect();
        if record.iter().any(|cell| !cell.is_empty()) {
            found.push(record);
        }
    }
}

#[test]
fn what_is_well_formed_is_read_as_csv_core_reads_it() {
    let (mut state, mut compared) = (7_u64, 0);
    let mut draw = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    for _ in 0..4_000 {
        let parts = ["x", ",", ",", "\"", "\"a\"", "\"\"", "\n", "\r\n", "\r", " ", "é"];
        let body: String = (0..draw(24)).map(|_| parts[usize::try_from(draw(11)).unwrap()]).collect();
        let text = format!("p,q\n{body}");
        let (rows, errors) = read_in(&text, usize::MAX >> 1).unwrap();
        let size = usize::try_from(draw(9) + 1).unwrap();
        assert_eq!(read_in(&text, size).unwrap(), (rows.clone(), errors.clone()), "{text:?} in pieces of {size}");
        if errors.is_empty() {
            let expected: Vec<Vec<String>> = read_by_other(&text).into_iter().skip(1).collect();
            assert_eq!(rows.into_iter().map(|(_, cells)| cells).collect::<Vec<_>>(), expected, "{text:?}");
            compared += 1;
        }
    }
    assert!(compared > 400, "{compared}");
}

// rule B2
#[test]
fn a_long_file_is_read_in_constant_memory() {
    const PIECE: usize = 65_536;
    // Whole only where it is fast: about 100 MB.
    let rows: u64 = if cfg!(debug_assertions) { 20_000 } else { 1_000_000 };
    let (mut place, mut piece, mut next, mut seen, mut peak, mut bytes) = (Place::default(), String::from("a,b,c\n"), 2, 0, 0, 0);
    while next < rows + 2 || !piece.is_empty() {
        while piece.len() < PIECE && next < rows + 2 {
            piece.push_str(&format!("c-{next},\"{}\",{next}\r\n", "a comment of some length, ".repeat(3)));
            next += 1;
        }
        let end = piece.len().min(PIECE);
        let later = piece.split_off(end);
        let text = place.joined(&piece);
        let mut reader = Reader::new(&text, &place, next == rows + 2 && later.is_empty()).unwrap();
        for record in &mut reader {
            let record = record.unwrap();
            assert_eq!(record.cell(Some(2)).unwrap(), record.row.to_string());
            seen += 1;
        }
        place = reader.place().unwrap();
        (bytes, peak, piece) = (bytes + end, peak.max(text.capacity()), later);
    }
    assert_eq!((seen, place.row, place.rest.len()), (rows, rows + 1, 0));
    assert!(peak < PIECE + 200, "{peak} bytes were held of {bytes}");
    assert!(cfg!(debug_assertions) || bytes > 90_000_000, "{bytes}");
}

// rule K7
#[test]
fn full_width_signs_begin_formulas_too() {
    let cells = ["＝1+2", "＋1", "－1", "＠sum", "'＝x", "a＝"];
    let mut file = String::new();
    write_row(&mut file, &["a", "b", "c", "d", "e", "f"]);
    write_row(&mut file, &cells);
    assert_eq!(file, "a,b,c,d,e,f\r\n'＝1+2,'＋1,'－1,'＠sum,''＝x,a＝\r\n");
    assert_eq!(rows(&file), [row(2, &cells)]);
}
