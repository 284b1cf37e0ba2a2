//! The typed clients: one walk over the schema makes a small model, and one printer for each language writes it down.
//!
//! One more language is one more printer, with one row in [`super::GENERATED`].

pub mod kotlin;
mod naming;
mod page;
pub mod php;
pub mod python;
pub mod ruby;
pub mod swift;
pub mod typescript;
mod walk;

/// What every generated client says first, without the marks of a comment.
fn headline() -> String {
    format!("Made by `{}` from loyalty-core/src/catalogue.rs. Do not edit.", super::COMMAND)
}

/// Everything that a client has.
pub struct Client {
    /// The nouns, in the order of the catalogue.
    pub nouns: Vec<Noun>,
    /// The named types that an operation or a receipt refers to, by name.
    pub shapes: Vec<Shape>,
    /// The fields of a receipt, without its `result`.
    pub receipt: Vec<Field>,
}

/// A noun with its operations.
pub struct Noun {
    /// The name on the wire.
    pub name: String,
    /// The operations, in the order of the catalogue.
    pub calls: Vec<Call>,
}

/// An operation.
pub struct Call {
    /// The name on the wire, such as `points.adjust`.
    pub wire: String,
    /// The part of the name behind the noun.
    pub verb: String,
    /// What it does.
    pub doc: String,
    /// What it answers with, and which options it has.
    pub kind: CallKind,
    /// The arguments: those that must be given first.
    pub arguments: Vec<Field>,
    /// The answer; of a command, the receipt's `result`.
    pub output: Type,
}

/// The kinds of operations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallKind {
    /// Answers with its output; no options.
    Query,
    /// Answers with a receipt; all options.
    Command,
    /// Answers with its output; can be previewed.
    Batch,
}

/// An option of a request, beside its arguments.
#[derive(Clone, Copy)]
pub struct CallOption {
    /// The name on the wire.
    pub name: &'static str,
    /// What it does.
    pub doc: &'static str,
    /// Whether it is a mark, a text or a number.
    pub kind: OptionKind,
}

/// The types of options.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OptionKind {
    /// Text, absent when it is not given.
    Text,
    /// A whole number, absent when it is not given.
    Integer,
    /// A mark that is false when it is not given.
    Mark,
}

/// The options of a command; a batch has `preview` alone.
pub const OPTIONS: [CallOption; 4] = [
    CallOption {
        name: "idempotency_key",
        doc: "The same key with the same content gets the first receipt again, and nothing is done twice.",
        kind: OptionKind::Text,
    },
    CallOption { name: "if_version", doc: "Refuse when the record that is edited is at another version.", kind: OptionKind::Integer },
    CallOption { name: "preview", doc: "Run without committing.", kind: OptionKind::Mark },
    CallOption { name: "plan", doc: "The token of a preview: do exactly that, or be refused.", kind: OptionKind::Text },
];

impl CallKind {
    /// The options of calls of this kind.
    pub fn options(self) -> Vec<CallOption> {
        let has = |option: &CallOption| match self {
            CallKind::Query => false,
            CallKind::Command => true,
            CallKind::Batch => option.name == "preview",
        };
        OPTIONS.into_iter().filter(has).collect()
    }
}

impl Call {
    /// The options that a caller may give.
    pub fn options(&self) -> Vec<CallOption> {
        self.kind.options()
    }

    /// The arguments in two parts: those that are left out only when they are not given, and those that are also left out when they are null.
    pub fn arguments_by_absence(&self) -> [Vec<&Field>; 2] {
        let (given, optional) = self.arguments.iter().partition(|field| field.required || field.nullable);
        [given, optional]
    }

    /// Whether the answer is a receipt.
    pub fn has_receipt(&self) -> bool {
        self.kind == CallKind::Command
    }
}

/// A field of a record, or an argument.
pub struct Field {
    /// The name on the wire.
    pub name: String,
    /// What it is.
    pub doc: String,
    /// The type of its value.
    pub of: Type,
    /// Whether it is always there.
    pub required: bool,
    /// Whether its value may be null.
    pub nullable: bool,
}

impl Field {
    /// Whether absent and null are two different things that a caller can say.
    pub fn can_be_absent_or_null(&self) -> bool {
        !self.required && self.nullable
    }
}

/// The type of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Type {
    /// Text; with the name of the shape that says which.
    Text(Option<String>),
    /// A whole number.
    Integer,
    /// True or false.
    Truth,
    /// Any JSON.
    Any,
    /// Values in order.
    List(Box<Type>),
    /// Values by name.
    Map(Box<Type>),
    /// The shape of this name.
    Named(String),
}

/// A type with a name.
pub struct Shape {
    /// The name, the same in every language.
    pub name: String,
    /// What it is.
    pub doc: String,
    /// What it consists of.
    pub body: Body,
    /// Whether a request can hold it.
    pub asked: bool,
    /// Whether an answer can hold it.
    pub answered: bool,
    /// What it was made from.
    source: serde_json::Value,
}

/// What a named type consists of.
pub enum Body {
    /// Text of some form.
    Text,
    /// One of these texts, each with what it means. Later releases may add some.
    Words(Vec<(String, String)>),
    /// Fields.
    Record(Vec<Field>),
    /// One of several records, told apart by the text in one field. Later releases may add some.
    Tagged {
        /// The field that tells.
        tag: String,
        /// The records.
        cases: Vec<Case>,
    },
}

/// One of the records of a tagged type.
pub struct Case {
    /// What stands in the field that tells.
    pub word: String,
    /// What it is.
    pub doc: String,
    /// The other fields.
    pub fields: Vec<Field>,
}

impl Client {
    /// The client of the catalogue.
    pub fn of_catalogue() -> Self {
        walk::client(&super::schema::merged())
    }

    /// The shape of a name.
    pub fn shape(&self, name: &str) -> &Shape {
        self.shapes.iter().find(|shape| shape.name == name).expect("the walk keeps every shape that is named")
    }
}

#[cfg(test)]
mod tests;
