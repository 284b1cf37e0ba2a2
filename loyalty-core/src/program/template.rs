//! Templates of the mails that the library queues, in the merchant's words, and how one is filled in (rule P6).

use schemars::JsonSchema;

use super::check::Checker;
use super::{Program, ResetStyle};
use crate::gather::Gather;
use crate::id::{Line, LongText};
use crate::json::Json;
use crate::limits::{PASSWORD_MINUTES_MAX, PROGRAM_LIST_MAX};
use crate::pairs::Pairs;

/// The template of one mail. Where the program has none, the library's own words are sent.
///
/// `{{name}}` is a placeholder. Each mail has a closed list of them; what stands in their place is escaped in HTML and never read as a template again.
/// All have `program`, `name` (the email where there is no name), `first_name`, `last_name` and `email`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Which mail it is for.
    pub id: TemplateId,
    /// For customers of this locale, such as `de-AT`, or of this language, such as `de`; for everybody else when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<Line>,
    /// The subject.
    pub subject: Line,
    /// The mail as plain text.
    pub text: LongText,
    /// The mail as HTML, if it shall have that too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub html: Option<LongText>,
}

/// The mails that the library queues, each with the placeholders it has besides those of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TemplateId {
    /// A ticket was created: `ticket`, `subject`, `text`.
    TicketCreated,
    /// The shop has written in a ticket: `ticket`, `subject`, `text`.
    TicketReply,
    /// A password was generated: `password`, `minutes`; it must show the password.
    PasswordGenerated,
    /// A link to choose a password: `link`, `token`, `minutes`; it must show the link or the token.
    PasswordLink,
}

/// The words that a mail is made of, whoever wrote them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words<'p> {
    /// The subject.
    pub subject: &'p str,
    /// The mail as plain text.
    pub text: &'p str,
    /// The mail as HTML.
    pub html: Option<&'p str>,
}

/// What stands in the place of a placeholder: its name and the text.
pub type Filling<'f> = (&'f str, &'f str);

/// The placeholders that every mail has.
const OF_ALL: &[&str] = &["program", "name", "first_name", "last_name", "email"];

/// Placeholders that would break a subject or tell a secret in it.
const NOT_IN_SUBJECTS: &[&str] = &["text", "password", "link", "token"];

impl TemplateId {
    /// The word on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            TemplateId::TicketCreated => "ticket_created",
            TemplateId::TicketReply => "ticket_reply",
            TemplateId::PasswordGenerated => "password_generated",
            TemplateId::PasswordLink => "password_link",
        }
    }

    /// The placeholders that this mail has besides those of all.
    const fn own(self) -> &'static [&'static str] {
        match self {
            TemplateId::TicketCreated | TemplateId::TicketReply => &["ticket", "subject", "text"],
            TemplateId::PasswordGenerated => &["password", "minutes"],
            TemplateId::PasswordLink => &["link", "token", "minutes"],
        }
    }

    /// The placeholders of which a mail must show one, or it would be sent for nothing.
    const fn needed(self) -> &'static [&'static str] {
        match self {
            TemplateId::TicketCreated | TemplateId::TicketReply => &[],
            TemplateId::PasswordGenerated => &["password"],
            TemplateId::PasswordLink => &["link", "token"],
        }
    }

    /// The library's own words.
    const fn standard(self) -> Words<'static> {
        match self {
            TemplateId::TicketCreated => Words {
                subject: "[{{ticket}}] {{subject}}",
                text: "Hello {{name}},\n\nthis is your ticket {{ticket}}:\n\n{{text}}\n\n{{program}}",
                html: Some("<p>Hello {{name}},</p><p>this is your ticket {{ticket}}:</p><p>{{text}}</p><p>{{program}}</p>"),
            },
            TemplateId::TicketReply => Words {
                subject: "[{{ticket}}] {{subject}}",
                text: "Hello {{name}},\n\n{{text}}\n\n{{program}}",
                html: Some("<p>Hello {{name}},</p><p>{{text}}</p><p>{{program}}</p>"),
            },
            TemplateId::PasswordGenerated => Words {
                subject: "{{program}}: your new password",
                text: "Hello {{name}},\n\nsign in with this password within {{minutes}} minutes, once, and choose your own:\n\n{{password}}\n\nIf you \
                       have not asked for it, you need not do anything.\n\n{{program}}",
                html: Some(
                    "<p>Hello {{name}},</p><p>sign in with this password within {{minutes}} minutes, once, and choose your \
                     own:</p><p><code>{{password}}</code></p><p>If you have not asked for it, you need not do anything.</p><p>{{program}}</p>",
                ),
            },
            TemplateId::PasswordLink => Words {
                subject: "{{program}}: choose a new password",
                text: "Hello {{name}},\n\nchoose a new password here; the link works once, within {{minutes}} minutes:\n\n{{link}}\n\nIf you have \
                       not asked for it, you need not do anything.\n\n{{program}}",
                html: Some(
                    "<p>Hello {{name}},</p><p>choose a new password <a href=\"{{link}}\">here</a>; the link works once, within {{minutes}} \
                     minutes.</p><p>If you have not asked for it, you need not do anything.</p><p>{{program}}</p>",
                ),
            },
        }
    }
}

impl Template {
    fn words(&self) -> Words<'_> {
        Words { subject: self.subject.as_str(), text: self.text.as_str(), html: self.html.as_ref().map(LongText::as_str) }
    }

    fn is_for(&self, id: TemplateId, locale: Option<&str>) -> bool {
        self.id == id && self.locale.as_ref().map(Line::as_str) == locale
    }
}

impl Program {
    /// The words of a mail for a customer of a locale: those for the locale, else for its language, else for everybody, else the library's own.
    pub fn words(&self, id: TemplateId, locale: Option<&str>) -> Words<'_> {
        let language = locale.map(|locale| locale.split(['-', '_']).next().unwrap_or(locale));
        let find = |locale: Option<&str>| self.templates.iter().find(|template| template.is_for(id, locale));
        let own = locale.and_then(|_| find(locale)).or_else(|| language.and_then(|_| find(language)));
        own.or_else(|| find(None)).map_or_else(|| id.standard(), Template::words)
    }
}

/// A piece of a template.
enum Piece<'t> {
    /// Stands there as it is.
    Plain(&'t str),
    /// A placeholder.
    Place(&'t str),
}

/// Takes a template apart; a placeholder that is not closed is answered by how it begins.
fn pieces(template: &str) -> Result<Vec<Piece<'_>>, &str> {
    let (mut pieces, mut rest) = (Vec::new(), template);
    while let Some((plain, behind)) = rest.split_once("{{") {
        let Some((place, after)) = behind.split_once("}}") else { return Err(behind) };
        // A second opening before the closing: the first one was never closed.
        if place.contains("{{") {
            return Err(behind);
        }
        pieces.extend([Piece::Plain(plain), Piece::Place(place.trim())]);
        rest = after;
    }
    pieces.push(Piece::Plain(rest));
    Ok(pieces)
}

/// Fills a template in. What is put in is not read again, so that nobody can write a placeholder into a mail; a placeholder without filling is empty.
pub fn fill(template: &str, fillings: &[Filling<'_>], is_html: bool) -> String {
    let mut filled = String::new();
    for piece in pieces(template).unwrap_or_default() {
        match piece {
            Piece::Plain(plain) => filled.push_str(plain),
            Piece::Place(name) => {
                let text = fillings.iter().find(|(own, _)| *own == name).map_or("", |(_, text)| text);
                if is_html {
                    escape(text, &mut filled);
                } else {
                    filled.push_str(text);
                }
            }
        }
    }
    filled
}

/// Writes a text into HTML, also between quotation marks: nothing of it is markup, and its lines stay lines.
fn escape(text: &str, out: &mut String) {
    for symbol in text.chars() {
        match symbol {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push_str("<br>\n"),
            '\r' => {}
            other => out.push(other),
        }
    }
}

impl Checker<'_> {
    /// The templates, and what they are for.
    pub(super) fn templates(&mut self) {
        let program = self.program;
        let mut seen = Pairs::new();
        for (index, template) in program.templates.iter().enumerate() {
            let path = format!("templates[{index}]");
            let place = (template.id.name(), template.locale.as_ref().map(Line::as_str));
            let is_new = seen.insert(place, ()).is_none();
            self.require(is_new, &format!("{path}.id"), "stands there twice for this locale; give one template for each");
            self.template(template.id, template.words(), &path);
        }
        let fits = program.templates.len() <= PROGRAM_LIST_MAX;
        self.require(fits, "templates", &format!("has more than {PROGRAM_LIST_MAX} items"));
        self.password();
    }

    fn template(&mut self, id: TemplateId, words: Words<'_>, path: &str) {
        let all: Vec<&str> = OF_ALL.iter().chain(id.own()).copied().gather();
        let of_subject: Vec<&str> = all.iter().filter(|name| !NOT_IN_SUBJECTS.contains(name)).copied().gather();
        self.words(words.subject, &of_subject, &[], &format!("{path}.subject"));
        self.words(words.text, &all, id.needed(), &format!("{path}.text"));
        if let Some(html) = words.html {
            self.words(html, &all, id.needed(), &format!("{path}.html"));
        }
    }

    /// Notes what is wrong with the placeholders of one text.
    fn words(&mut self, text: &str, known: &[&str], needed: &[&str], path: &str) {
        let pieces = match pieces(text) {
            Ok(pieces) => pieces,
            Err(open) => {
                let begins: String = open.chars().take(20).gather();
                return self.note(path, &format!("has a placeholder that is not closed: '{{{{{begins}'; end it with '}}}}'"));
            }
        };
        let mut shows_needed = needed.is_empty();
        for piece in pieces {
            let Piece::Place(name) = piece else { continue };
            shows_needed = shows_needed || needed.contains(&name);
            if !known.contains(&name) {
                let (name, list) = (name.chars().take(40).gather::<String>(), known.iter().joined(", "));
                self.note(path, &format!("has no placeholder '{name}' here; there are: {list}"));
            }
        }
        if !shows_needed {
            self.note(path, &format!("does not show what it is sent for; put in '{{{{{}}}}}'", needed.iter().joined("}}' or '{{")));
        }
    }

    /// How passwords are reset (rule P3).
    fn password(&mut self) {
        let password = &self.program.password;
        self.require((1..=PASSWORD_MINUTES_MAX).contains(&password.minutes), "password.minutes", "must be 1 to 10080");
        let is_page = |link: &Line| link.as_str().starts_with("https://") || link.as_str().starts_with("http://");
        match (&password.link, password.style) {
            (None, ResetStyle::Link) => {
                self.note("password.link", "is missing; give the address of your page, to whose end the token is put");
            }
            (Some(link), _) if !is_page(link) => self.note("password.link", "is not an address for a mail; begin with https:// or http://"),
            _ => {}
        }
        let seconds = self.program.impersonation_seconds;
        self.require((1..=3_600).contains(&seconds), "impersonation_seconds", "must be 1 to 3600");
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::error::{Error, Reason};

    /// The mistakes in a program with these templates, as `path: problem`.
    fn mistakes(templates: serde_json::Value) -> Vec<String> {
        let program = json!({ "point_types": [{ "id": "points" }], "templates": templates });
        match Program::from_tree(program.into()).map_err(Error::into_reason) {
            Ok(_) => Vec::new(),
            Err(Reason::InvalidProgram { problems }) => problems.into_iter().map(|one| format!("{}: {}", one.path, one.problem)).collect(),
            Err(other) => panic!("{other}"),
        }
    }

    // rule P6
    #[test]
    fn what_is_put_in_is_escaped_in_html_and_never_read_again() {
        let fillings = [("name", "<b>\"Ann\" & 'Co'</b>"), ("text", "{{name}}\r\nline 2")];
        assert_eq!(fill("Hi {{name}}: {{ text }}", &fillings, false), "Hi <b>\"Ann\" & 'Co'</b>: {{name}}\r\nline 2");
        let html = fill("<p title=\"{{name}}\">{{text}}</p>", &fillings, true);
        assert_eq!(html, "<p title=\"&lt;b&gt;&quot;Ann&quot; &amp; &#39;Co&#39;&lt;/b&gt;\">{{name}}<br>\nline 2</p>");
        assert_eq!(fill("{{nobody}}, a{b{c}} }}", &[], true), ", a{b{c}} }}");
    }

    // rules P6, W9
    #[test]
    fn a_placeholder_that_is_not_there_is_named_with_those_that_are() {
        let one = |subject: &str, text: &str, html: &str| {
            mistakes(json!([{ "id": "ticket_reply", "subject": subject, "text": text, "html": html }]))
        };
        assert!(one("{{subject}}", "{{ text }} { {{program}}", "a { b: c } {{text}}").is_empty());
        assert_eq!(
            one("{{subject}}", "{{txt}}", "{{text}}"),
            [
                "templates[0].text: has no placeholder 'txt' here; there are: program, name, first_name, last_name, email, ticket, subject, text"
            ]
        );
        let open = "has a placeholder that is not closed: '{{text'; end it with '}}'";
        assert_eq!(one("Hi", "{{text}}", "{{text"), [format!("templates[0].html: {open}")]);
        let swallowed = "has a placeholder that is not closed: '{{text {{name}}'; end it with '}}'";
        assert_eq!(one("Hi", "{{text {{name}}", "{{text}}"), [format!("templates[0].text: {swallowed}")]);
        assert!(one("{{text}}", "x", "x")[0].starts_with("templates[0].subject: has no placeholder 'text'"), "lines would break a subject");
        assert!(one("x", "", "x")[0].starts_with("templates[0].text"));
        let long = "x".repeat(crate::limits::LONG_TEXT_CHARS_MAX + 1);
        assert_eq!(one("x", &long, "x"), ["templates[0].text: has 20001 characters; give at most 20000"]);
    }

    // rules P3, P6
    #[test]
    fn a_mail_shows_what_it_is_sent_for_and_its_subject_no_secret() {
        let template = |id: &str, subject: &str, text: &str| json!([{ "id": id, "subject": subject, "text": text }]);
        assert!(mistakes(template("password_link", "x", "{{token}}")).is_empty());
        let missing = mistakes(template("password_link", "x", "Have a nice day"));
        assert_eq!(missing, ["templates[0].text: does not show what it is sent for; put in '{{link}}' or '{{token}}'"]);
        assert_eq!(mistakes(template("password_generated", "{{password}}", "{{password}}")).len(), 1);
        assert_eq!(mistakes(template("password_generated", "x", "{{token}}")).len(), 2);
        let twice = json!([{ "id": "ticket_reply", "subject": "a", "text": "a" }, { "id": "ticket_reply", "subject": "a", "text": "a" }]);
        assert_eq!(mistakes(twice).len(), 1);
    }

    // rule P6
    #[test]
    fn the_words_are_those_of_the_customers_language() {
        let template = |locale: Option<&str>, subject: &str| {
            let mut template = json!({ "id": "ticket_reply", "subject": subject, "text": "x" });
            if let Some(locale) = locale {
                template["locale"] = json!(locale);
            }
            template
        };
        let templates = json!([template(Some("de"), "German"), template(Some("de-CH"), "Swiss"), template(None, "English")]);
        let program = json!({ "point_types": [{ "id": "points" }], "templates": templates });
        let program = Program::from_tree(program.into()).unwrap();
        let subject = |id: TemplateId, locale: Option<&str>| program.words(id, locale).subject.to_owned();
        for (locale, wanted) in [(Some("de-CH"), "Swiss"), (Some("de-AT"), "German"), (Some("de"), "German"), (Some("fr"), "English")] {
            assert_eq!(subject(TemplateId::TicketReply, locale), wanted, "{locale:?}");
        }
        assert_eq!(subject(TemplateId::TicketReply, None), "English");
        assert_eq!(subject(TemplateId::TicketCreated, None), "[{{ticket}}] {{subject}}");
    }

    // rule P6
    #[test]
    fn the_librarys_own_words_have_no_mistake() {
        let ids = [TemplateId::TicketCreated, TemplateId::TicketReply, TemplateId::PasswordGenerated, TemplateId::PasswordLink];
        let templates: Vec<_> = ids
            .iter()
            .map(|id| {
                let words = id.standard();
                json!({ "id": id.name(), "subject": words.subject, "text": words.text, "html": words.html.unwrap() })
            })
            .collect();
        assert_eq!(mistakes(json!(templates)), Vec::<String>::new());
    }
}
