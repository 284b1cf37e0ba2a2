//! Which column of a file is read as what (rule K8).

use schemars::JsonSchema;

use super::preset::{Preset, Take, Words, is_password};
use crate::csv::Header;
use crate::customer::file_column::FileColumn;
use crate::error::Error;
use crate::gather::Gather;
use crate::json::Json;
use crate::pairs::Pairs;

/// What became of a column of the file.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct ColumnRead {
    /// Its name in the file.
    pub name: String,
    /// What it is read as; absent when it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_as: Option<FileColumn>,
    /// Why it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_out: Option<LeftOut>,
}

/// Why a column is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LeftOut {
    /// The preset or the request says so.
    Ignored,
    /// Neither the preset nor the request knows it.
    NotKnown,
    /// It is a password, or resets one: such columns are never read.
    Password,
}

/// The columns of a file, bound to what they are read as.
pub(super) struct Mapping<'a> {
    columns: Vec<Bound<'a>>,
    values: &'a Pairs<String, Pairs<String, String>>,
}

/// One column that is read.
struct Bound<'a> {
    name: &'a str,
    take: Result<FileColumn, LeftOut>,
    words: Words,
}

impl<'a> Mapping<'a> {
    /// Binds the columns of a file: what the request says of a column goes before the preset.
    ///
    /// # Errors
    /// `invalid_request` at the place that does not fit: a mapping of a column that the file does not have, of a password, two columns for one
    /// thing, a file of which nothing would be read.
    pub(super) fn new(
        header: &'a Header,
        preset: Option<Preset>,
        columns: &'a Pairs<String, Option<FileColumn>>,
        values: &'a Pairs<String, Pairs<String, String>>,
    ) -> Result<Self, Error> {
        if let Some(name) = columns.iter().find(|(name, column)| column.is_some() && is_password(name)).map(|(name, _)| name) {
            return Err(Error::invalid(format_args!("args.columns.{name}"), "looks like a password; passwords are never imported"));
        }
        let given = columns.keys().map(|name| ("columns", name)).chain(values.keys().map(|name| ("values", name)));
        if let Some((field, name)) = given.into_iter().find(|(_, name)| header.place(name).is_none()) {
            return Err(Error::invalid(format_args!("args.{field}.{name}"), "is no column of the file; write the name as in its header"));
        }
        let names = (0..header.width()).filter_map(|place| header.name(place));
        let bound: Vec<Bound<'a>> = names.map(|name| bind(name, preset, columns.get(name))).gather();
        for (place, one) in bound.iter().enumerate() {
            let Ok(column) = &one.take else { continue };
            if let Some(other) = bound.iter().take(place).find(|other| other.take.as_ref() == Ok(column)) {
                let problem =
                    format!("has two columns for '{}', '{}' and '{}'; map one of them to null", column.word(), other.name, one.name);
                return Err(Error::invalid("args.csv", problem));
            }
        }
        let mapping = Mapping { columns: bound, values };
        if !mapping.has(&FileColumn::Id) && !mapping.has(&FileColumn::Email) {
            let found = mapping.columns.iter().map(|column| column.name).joined("', '");
            let platform = if preset.is_none() { ", or name the platform that wrote the file in args.preset" } else { "" };
            let problem = format!(
                "has no column that says who a customer is, by id or email; its columns are '{found}'; map one in args.columns{platform}"
            );
            return Err(Error::invalid("args.csv", problem));
        }
        Ok(mapping)
    }

    /// Whether a column is read as this.
    pub(super) fn has(&self, wanted: &FileColumn) -> bool {
        self.place(wanted).is_some()
    }

    /// Whether any column is a part of the name.
    pub(super) fn has_parts_of_name(&self) -> bool {
        self.columns.iter().any(|column| column.take.as_ref().is_ok_and(FileColumn::is_part_of_name))
    }

    /// Where the column stands that is read as this.
    pub(super) fn place(&self, wanted: &FileColumn) -> Option<usize> {
        self.columns.iter().position(|column| column.take.as_ref() == Ok(wanted))
    }

    /// The columns that are read, with their places.
    pub(super) fn columns(&self) -> impl Iterator<Item = (usize, &FileColumn)> {
        self.columns.iter().enumerate().filter_map(|(place, bound)| bound.take.as_ref().ok().map(|column| (place, column)))
    }

    /// What a cell means: by the words of the request, else by those of the preset, else it stands for itself.
    ///
    /// # Errors
    /// The words that may stand there, where the preset knows them all.
    pub(super) fn meaning<'c>(&'c self, place: usize, cell: &'c str) -> Result<&'c str, String> {
        let Some(bound) = self.columns.get(place) else { return Ok(cell) };
        if let Some(meaning) = self.values.get(bound.name).and_then(|words| words.get(cell.trim())) {
            return Ok(meaning);
        }
        if bound.words.is_empty() || cell.trim().is_empty() {
            return Ok(cell);
        }
        let known = bound.words.iter().find(|(word, _)| word.eq_ignore_ascii_case(cell.trim()));
        known.map(|(_, meaning)| *meaning).ok_or_else(|| {
            let words = bound.words.iter().map(|(word, _)| *word).joined("', '");
            format!("is not known; there may be '{words}', and args.values gives others a meaning")
        })
    }

    /// What becomes of each column, for people to look at before they import.
    pub(super) fn report(&self) -> Vec<ColumnRead> {
        let read = |bound: &Bound<'_>| ColumnRead {
            name: bound.name.to_owned(),
            read_as: bound.take.clone().ok(),
            left_out: bound.take.as_ref().err().copied(),
        };
        self.columns.iter().map(read).gather()
    }
}

fn bind<'a>(name: &'a str, preset: Option<Preset>, own: Option<&Option<FileColumn>>) -> Bound<'a> {
    let of_preset = preset.and_then(|preset| preset.take(name));
    let (take, words): (Result<FileColumn, LeftOut>, Words) = match (own, of_preset) {
        _ if is_password(name) => (Err(LeftOut::Password), &[]),
        (Some(Some(column)), Some(Take::Words(known, words))) if *column == known => (Ok(known), words),
        (Some(Some(column)), _) => (Ok(column.clone()), &[]),
        (None, Some(Take::As(column))) => (Ok(column), &[]),
        (None, Some(Take::Words(column, words))) => (Ok(column), words),
        (Some(None), _) | (None, Some(Take::Leave | Take::Never)) => (Err(LeftOut::Ignored), &[]),
        (None, None) => (Err(LeftOut::NotKnown), &[]),
    };
    Bound { name, take, words }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::customer::file_column::Part;

    fn columns(pairs: &[(&str, Option<FileColumn>)]) -> Pairs<String, Option<FileColumn>> {
        pairs.iter().map(|(name, column)| ((*name).to_owned(), column.clone())).collect()
    }

    fn refusal(header: &str, preset: Option<Preset>, own: &[(&str, Option<FileColumn>)]) -> String {
        let header = Header::read(header).unwrap();
        Mapping::new(&header, preset, &columns(own), &Pairs::new()).err().map_or_else(|| "fits".into(), |error| error.to_string())
    }

    // rule K8
    #[test]
    fn each_column_is_read_or_left_out_for_a_reason() {
        let header = Header::read("email,firstname,gender,group_id,password_hash,shoe_size").unwrap();
        let own = columns(&[("shoe_size", Some(FileColumn::Suffix)), ("firstname", None)]);
        let values = Pairs::new();
        let mapping = Mapping::new(&header, Some(Preset::Magento), &own, &values).unwrap();
        let report: Vec<_> = mapping.report().into_iter().map(|column| (column.read_as, column.left_out)).collect();
        assert_eq!(
            report,
            [
                (Some(FileColumn::Email), None),
                (None, Some(LeftOut::Ignored)),
                (Some(FileColumn::Gender), None),
                (None, Some(LeftOut::Ignored)),
                (None, Some(LeftOut::Password)),
                (Some(FileColumn::Suffix), None),
            ]
        );
        assert_eq!(mapping.meaning(2, "female").unwrap(), "female");
        assert_eq!(mapping.meaning(2, "1").unwrap(), "male");
        assert!(mapping.meaning(2, "4").unwrap_err().contains("'Not Specified'"));
        assert_eq!(mapping.meaning(5, "XL").unwrap(), "XL");
    }

    // rule K8
    #[test]
    fn words_of_ones_own_go_before_those_of_the_preset() {
        let header = Header::read("email,gender").unwrap();
        let values = [("gender".to_owned(), [("4".to_owned(), "diverse".to_owned())].into_iter().collect())].into_iter().collect();
        let own = Pairs::new();
        let mapping = Mapping::new(&header, Some(Preset::Magento), &own, &values).unwrap();
        assert_eq!((mapping.meaning(1, " 4 ").unwrap(), mapping.meaning(1, "2").unwrap()), ("diverse", "female"));
    }

    // rule K8
    #[test]
    fn a_mapping_that_does_not_fit_the_file_is_refused() {
        let city = Some(FileColumn::Address(Part::City));
        for (header, preset, own, said) in [
            ("Email,City", Some(Preset::Shopify), vec![], "fits"),
            ("Mail,Town", None, vec![("Mail", Some(FileColumn::Email)), ("Town", city.clone())], "fits"),
            ("Mail,Town", None, vec![("Mail", Some(FileColumn::Email)), ("Twon", city.clone())], "args.columns.Twon"),
            ("Mail,Town", None, vec![("Town", city.clone())], "args.csv"),
            (
                "Mail,Password",
                None,
                vec![("Mail", Some(FileColumn::Email)), ("Password", Some(FileColumn::Phone))],
                "args.columns.Password",
            ),
            ("City,Default Address City,Email", Some(Preset::Shopify), vec![], "args.csv"),
            ("City,Default Address City,Email", Some(Preset::Shopify), vec![("City", None)], "fits"),
            ("FIRST NAME,E-Mail", Some(Preset::Shopify), vec![], "args.csv"),
        ] {
            assert!(refusal(header, preset, &own).starts_with(said), "{header}: {}", refusal(header, preset, &own));
        }
    }
}
