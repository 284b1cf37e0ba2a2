//! The expressions of views, as each engine writes them.

use crate::dialect::Dialect;

/// The body as JSON. PostgreSQL reads no U+0000, not even escaped.
const BODY: &str = "CAST(replace(t.body, '\\u0000', '\\ufffd') AS json)";

impl Dialect {
    /// What stands for `{kind:of}`.
    pub(super) fn expression(self, kind: &str, of: &str) -> String {
        match kind {
            "time" => self.time(of),
            "text" => self.utf8(of),
            "root" => self.utf8(&format!("substr({of}.root, 3)")),
            "customer" => {
                let begins = if self == Dialect::Postgres { "CAST('\\x633a' AS bytea)" } else { "x'633a'" };
                format!("substr({of}.root, 1, 2) = {begins}")
            }
            "json" => self.json(of),
            "number" => match self {
                Dialect::Sqlite => self.json(of),
                Dialect::Mysql => format!("CAST({} AS SIGNED)", self.json(of)),
                Dialect::Postgres => format!("CAST({} AS bigint)", self.json(of)),
            },
            "flag" => match self {
                Dialect::Sqlite => self.json(of),
                Dialect::Mysql => format!("CASE JSON_EXTRACT(t.body, '$.{of}') WHEN true THEN 1 WHEN false THEN 0 END"),
                Dialect::Postgres => format!("CASE {} WHEN 'true' THEN 1 WHEN 'false' THEN 0 END", self.json(of)),
            },
            _ => self.list(of),
        }
    }

    /// Bytes that are UTF-8.
    fn utf8(self, bytes: &str) -> String {
        match self {
            Dialect::Sqlite => format!("CAST({bytes} AS TEXT)"),
            Dialect::Mysql => format!("CONVERT({bytes} USING utf8mb4)"),
            Dialect::Postgres => format!("convert_from({bytes}, 'UTF8')"),
        }
    }

    /// A word or number in the body.
    fn json(self, path: &str) -> String {
        match self {
            Dialect::Sqlite => format!("json_extract(t.body, '$.{path}')"),
            Dialect::Mysql => format!("JSON_VALUE(t.body, '$.{path}')"),
            Dialect::Postgres => format!("{BODY} #>> '{{{}}}'", path.replace('.', ",")),
        }
    }

    /// What is put together from several words of the body.
    fn list(self, of: &str) -> String {
        let (sqlite, mysql, postgres) = match of {
            "lapse" => (
                "CASE json_type(t.body, '$.credit.lapse')
    WHEN 'text' THEN replace(json_extract(t.body, '$.credit.lapse'), '_', ' ')
    ELSE json_extract(t.body, '$.credit.lapse.at') END",
                "CASE JSON_TYPE(JSON_EXTRACT(t.body, '$.credit.lapse'))
    WHEN 'STRING' THEN REPLACE(JSON_VALUE(t.body, '$.credit.lapse'), '_', ' ')
    ELSE JSON_VALUE(t.body, '$.credit.lapse.at') END",
                "CASE json_typeof(BODY #> '{credit,lapse}')
    WHEN 'string' THEN replace(BODY #>> '{credit,lapse}', '_', ' ')
    ELSE BODY #>> '{credit,lapse,at}' END",
            ),
            "lines" => (
                "json_array_length(t.body, '$.lines')",
                "JSON_LENGTH(t.body, '$.lines')",
                "CAST(json_array_length(BODY -> 'lines') AS bigint)",
            ),
            "payments" => (
                "(SELECT group_concat(json_extract(p.value, '$.status'), ', ') FROM json_each(t.body, '$.payments') AS p)",
                "(SELECT GROUP_CONCAT(p.status SEPARATOR ', ')
    FROM JSON_TABLE(t.body, '$.payments[*]' COLUMNS (status VARCHAR(64) PATH '$.status')) AS p)",
                "(SELECT string_agg(p.value ->> 'status', ', ') FROM json_array_elements(BODY -> 'payments') AS p)",
            ),
            _ => (
                "(SELECT group_concat(json_extract(e.value, '$.amount') || ' ' || json_extract(e.value, '$.type'), ', ')
    FROM json_each(t.body, '$.earned') AS e)",
                "(SELECT GROUP_CONCAT(CONCAT(e.amount, ' ', e.kind) SEPARATOR ', ')
    FROM JSON_TABLE(t.body, '$.earned[*]' COLUMNS (amount VARCHAR(64) PATH '$.amount', kind VARCHAR(64) PATH '$.type')) AS e)",
                "(SELECT string_agg((e.value ->> 'amount') || ' ' || (e.value ->> 'type'), ', ')
    FROM json_array_elements(BODY -> 'earned') AS e)",
            ),
        };
        match self {
            Dialect::Sqlite => sqlite.to_owned(),
            Dialect::Mysql => mysql.to_owned(),
            Dialect::Postgres => postgres.replace("BODY", BODY),
        }
    }

    /// An instant as answers of the library write it: microseconds since 1970, which may be negative, to RFC 3339 in UTC.
    fn time(self, column: &str) -> String {
        match self {
            Dialect::Sqlite => format!(
                "(strftime('%Y-%m-%dT%H:%M:%S', {column} / 1000000 - ({column} % 1000000 < 0), 'unixepoch') || \
                 CASE {column} % 1000000 WHEN 0 THEN '' ELSE printf('.%06d', ({column} % 1000000 + 1000000) % 1000000) END || 'Z')"
            ),
            Dialect::Mysql => format!(
                "CONCAT(DATE_FORMAT(TIMESTAMPADD(MICROSECOND, {column}, '1970-01-01'), \
                 CASE {column} % 1000000 WHEN 0 THEN '%Y-%m-%dT%H:%i:%s' ELSE '%Y-%m-%dT%H:%i:%s.%f' END), 'Z')"
            ),
            Dialect::Postgres => format!(
                "(to_char(TIMESTAMP '1970-01-01' + {column} * INTERVAL '1 microsecond', \
                 CASE {column} % 1000000 WHEN 0 THEN 'YYYY-MM-DD\"T\"HH24:MI:SS' ELSE 'YYYY-MM-DD\"T\"HH24:MI:SS.US' END) || 'Z')"
            ),
        }
    }

    /// An amount of smallest units as a decimal with the places of its account, by whole numbers alone. `||` binds tighter than `/`.
    pub(super) fn amount(self, column: &str) -> String {
        match self {
            Dialect::Sqlite => {
                let power = "CAST('1' || substr('00000000', 1, a.places) AS INTEGER)";
                format!(
                    "(CASE WHEN {column} < 0 THEN '-' ELSE '' END || (abs({column}) / {power}) || \
                     CASE a.places WHEN 0 THEN '' ELSE '.' || substr('00000000' || (abs({column}) % {power}), -a.places) END)"
                )
            }
            Dialect::Mysql => {
                let power = "CAST(CONCAT('1', SUBSTR('00000000', 1, a.places)) AS SIGNED)";
                format!(
                    "CONCAT(CASE WHEN {column} < 0 THEN '-' ELSE '' END, ABS({column}) DIV {power}, \
                     CASE a.places WHEN 0 THEN '' ELSE CONCAT('.', RIGHT(CONCAT('00000000', ABS({column}) % {power}), a.places)) END)"
                )
            }
            Dialect::Postgres => {
                let power = "CAST('1' || substr('00000000', 1, CAST(a.places AS int)) AS bigint)";
                format!(
                    "(CASE WHEN {column} < 0 THEN '-' ELSE '' END || (abs({column}) / {power}) || \
                     CASE a.places WHEN 0 THEN '' ELSE '.' || right('00000000' || (abs({column}) % {power}), CAST(a.places AS int)) END)"
                )
            }
        }
    }
}
