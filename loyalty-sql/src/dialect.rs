//! What one engine writes differently: types, names, and the few expressions that are no common SQL.

use loyalty_core::repository::{Column, ColumnType, Index, Table};

use crate::schema::{TEXT_ROW, first, quoted};

/// What one engine writes differently.
///
/// Names stand in double quotes and values as `?` in every text of this crate; MySQL's driver and PostgreSQL's turn them
/// into their own when a text is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(
    not(all(feature = "sqlite", feature = "mysql")),
    expect(dead_code, reason = "a build without some drivers never speaks their dialects")
)]
pub(crate) enum Dialect {
    /// SQLite 3.43 or newer, with FTS5.
    Sqlite,
    /// MySQL 8.0.21 or MariaDB 10.6 and newer, with InnoDB.
    Mysql,
    /// PostgreSQL 13 or newer.
    Postgres,
}

use Dialect::*;

/// Tables of MySQL: keys of up to 3072 bytes need the row format, and nothing here compares by a language's rules.
const INNODB: &str = "ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";

impl Dialect {
    fn column_type(self, of: ColumnType) -> String {
        match (self, of) {
            (Sqlite, ColumnType::Int) => "INTEGER".to_owned(),
            (Sqlite, ColumnType::Text) => "TEXT".to_owned(),
            (Sqlite, ColumnType::Bytes(_)) => "BLOB".to_owned(),
            (Mysql, ColumnType::Int) => "BIGINT".to_owned(),
            (Mysql, ColumnType::Text) => "LONGTEXT".to_owned(),
            (Mysql, ColumnType::Bytes(most)) => format!("VARBINARY({most})"),
            (Postgres, ColumnType::Int) => "BIGINT".to_owned(),
            (Postgres, ColumnType::Text) => "TEXT COLLATE \"C\"".to_owned(),
            (Postgres, ColumnType::Bytes(_)) => "BYTEA".to_owned(),
        }
    }

    /// The value that rows written before a column was added have in it.
    fn empty(self, of: ColumnType) -> &'static str {
        match (self, of) {
            (_, ColumnType::Int) => "0",
            // Where a literal may not be the default of a long text, an expression may.
            (Mysql, ColumnType::Text) => "('')",
            (_, ColumnType::Text) => "''",
            (Sqlite, ColumnType::Bytes(_)) => "x''",
            (_, ColumnType::Bytes(_)) => "''",
        }
    }

    /// The table in which the steps of migrations are recorded.
    pub(crate) fn create_record(self, name: &str) -> String {
        match self {
            Sqlite => {
                format!("CREATE TABLE \"{name}\" (step INTEGER PRIMARY KEY, version INTEGER NOT NULL, statement TEXT NOT NULL) STRICT")
            }
            Mysql => format!(
                "CREATE TABLE \"{name}\" (\"step\" BIGINT AUTO_INCREMENT PRIMARY KEY, \"version\" BIGINT NOT NULL, \
                 \"statement\" LONGTEXT NOT NULL) {INNODB}"
            ),
            Postgres => format!(
                "CREATE TABLE \"{name}\" (\"step\" BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, \"version\" BIGINT NOT NULL, \
                 \"statement\" TEXT NOT NULL)"
            ),
        }
    }

    /// The table for rows: clustered by key where the engine can, unless a text index needs a number for each row.
    pub(crate) fn create_table(self, name: &str, table: &Table) -> String {
        let columns: String = table.columns.iter().map(|column| format!("{}, ", self.column(column))).collect();
        let key = quoted(table, 0..table.key);
        let body = self.column_type(ColumnType::Text);
        match (self, table.search) {
            (Sqlite, None) => {
                format!("CREATE TABLE \"{name}\" ({columns}\"body\" TEXT NOT NULL, PRIMARY KEY ({key})) WITHOUT ROWID, STRICT")
            }
            (Sqlite, Some(_)) => {
                format!(
                    "CREATE TABLE \"{name}\" (\"{TEXT_ROW}\" INTEGER PRIMARY KEY, {columns}\"body\" TEXT NOT NULL, UNIQUE ({key})) STRICT"
                )
            }
            (Mysql, _) => format!("CREATE TABLE \"{name}\" ({columns}\"body\" {body} NOT NULL, PRIMARY KEY ({key})) {INNODB}"),
            (Postgres, _) => format!("CREATE TABLE \"{name}\" ({columns}\"body\" {body} NOT NULL, PRIMARY KEY ({key}))"),
        }
    }

    fn column(self, column: &Column) -> String {
        format!("\"{}\" {}{}", column.name, self.column_type(column.of), if column.nullable { "" } else { " NOT NULL" })
    }

    pub(crate) fn add_column(self, name: &str, column: &Column) -> String {
        let default = if column.nullable { String::new() } else { format!(" DEFAULT {}", self.empty(column.of)) };
        format!("ALTER TABLE \"{name}\" ADD COLUMN {}{default}", self.column(column))
    }

    /// An index holds the key's columns behind its own, so that its order is total.
    ///
    /// Rows with null in the first column are left out where the engine can, which keeps indexes of rare things small. Not
    /// so in tables that are searched: their indexes serve sorting by a column, where nulls come first and must be found
    /// without a walk through the whole table.
    pub(crate) fn create_index(self, name: &str, table: &Table, index: &Index) -> String {
        let unique = if index.unique { "UNIQUE " } else { "" };
        let order = if index.unique { index.columns.to_vec() } else { table.order(Some(index)) };
        let columns = self.indexed(table, &order);
        let partial = match first(table, index).filter(|first| first.nullable && table.search.is_none()) {
            Some(first) if self.has_partial_indexes() => format!(" WHERE \"{}\" IS NOT NULL", first.name),
            _ => String::new(),
        };
        format!("CREATE {unique}INDEX \"{name}_{}\" ON \"{name}\" ({columns}){partial}", index.name)
    }

    /// The columns of an index; PostgreSQL puts nulls last unless told otherwise.
    fn indexed(self, table: &Table, order: &[usize]) -> String {
        let names = order.iter().filter_map(|column| table.columns.get(*column));
        let names: Vec<String> = names.map(|column| format!("\"{}\"{}", column.name, self.nulls(column.nullable, false))).collect();
        names.join(", ")
    }

    fn has_partial_indexes(self) -> bool {
        match self {
            Mysql => false,
            Sqlite | Postgres => true,
        }
    }
}

/// Expressions.
impl Dialect {
    /// The value of a column in a comparison or an order. Texts of MySQL compare as bytes, because its own comparison
    /// takes no notice of blanks at the end.
    pub(crate) fn compared(self, column: &Column) -> String {
        match (self, column.of) {
            (Mysql, ColumnType::Text) => format!("CAST(\"{}\" AS BINARY)", column.name),
            _ => format!("\"{}\"", column.name),
        }
    }

    /// A column's value as bytes.
    pub(crate) fn bytes(self, column: &Column) -> String {
        match (self, column.of) {
            (Sqlite, ColumnType::Text) => format!("CAST(\"{}\" AS BLOB)", column.name),
            (Mysql, ColumnType::Text) => format!("CAST(\"{}\" AS BINARY)", column.name),
            (Postgres, ColumnType::Text) => format!("convert_to(\"{}\", 'UTF8')", column.name),
            _ => format!("\"{}\"", column.name),
        }
    }

    /// Bytes in which the value of a `?` stands somewhere.
    pub(crate) fn holds(self, bytes: &str) -> String {
        match self {
            Postgres => format!("position(CAST(? AS bytea) IN {bytes}) > 0"),
            _ => format!("instr({bytes}, ?) > 0"),
        }
    }

    /// A truth that is known beforehand.
    pub(crate) fn truth(self, holds: bool) -> &'static str {
        match self {
            Postgres => {
                if holds {
                    "TRUE"
                } else {
                    "FALSE"
                }
            }
            _ => {
                if holds {
                    "1"
                } else {
                    "0"
                }
            }
        }
    }

    /// A condition that is false where it is null.
    pub(crate) fn or_false(self, condition: &str) -> String {
        format!("coalesce({condition}, {})", self.truth(false))
    }

    /// Where nulls stand, said where the engine would put them last.
    pub(crate) fn nulls(self, nullable: bool, reverse: bool) -> &'static str {
        match self {
            Postgres if nullable => {
                if reverse {
                    " NULLS LAST"
                } else {
                    " NULLS FIRST"
                }
            }
            _ => "",
        }
    }

    /// Names the index by which a scan goes, so that no statistics ever lead to sorting instead. PostgreSQL takes no such hints.
    pub(crate) fn by_index(self, index: &str) -> String {
        match self {
            Sqlite => format!(" INDEXED BY \"{index}\""),
            Mysql => format!(" FORCE INDEX (\"{index}\")"),
            Postgres => String::new(),
        }
    }
}
