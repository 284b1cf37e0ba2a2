//! The attributes of serde that are understood.

use syn::{Attribute, ExprPath, LitStr, meta::ParseNestedMeta};

/// What stands on a type.
#[derive(Default)]
pub(crate) struct Container {
    /// A field that the type does not have is a mistake.
    pub(crate) closed: bool,
    /// Read from a text by `TryFrom<String>`.
    pub(crate) from_text: bool,
    /// Written as a text by `Into<String>`.
    pub(crate) into_text: bool,
    /// Its words are written small.
    pub(crate) snake: bool,
    /// The field that says which of several it is.
    pub(crate) tag: Option<String>,
}

impl Container {
    pub(crate) fn of(attributes: &[Attribute]) -> syn::Result<Self> {
        let mut container = Container::default();
        each(attributes, |meta| {
            if meta.path.is_ident("deny_unknown_fields") {
                container.closed = true;
            } else if meta.path.is_ident("try_from") {
                only(&meta, "String")?;
                container.from_text = true;
            } else if meta.path.is_ident("into") {
                only(&meta, "String")?;
                container.into_text = true;
            } else if meta.path.is_ident("rename_all") {
                only(&meta, "snake_case")?;
                container.snake = true;
            } else if meta.path.is_ident("tag") {
                container.tag = Some(meta.value()?.parse::<LitStr>()?.value());
            } else if !meta.path.is_ident("transparent") {
                return Err(
                    meta.error("the form in JSON does not know this attribute; teach it to loyalty-derive, or write the form by hand")
                );
            }
            Ok(())
        })?;
        Ok(container)
    }
}

/// What stands on a field.
#[derive(Default)]
pub(crate) struct Field {
    /// Its name in JSON, where that is another one.
    pub(crate) rename: Option<String>,
    /// What it is when it is absent.
    pub(crate) default: Option<Absent>,
    /// When it is left out.
    pub(crate) skip_if: Option<ExprPath>,
    /// Its fields stand among those of the type.
    pub(crate) flat: bool,
}

/// What an absent field is.
pub(crate) enum Absent {
    /// Its type's default.
    Default,
    /// What a function gives.
    From(ExprPath),
}

impl Field {
    pub(crate) fn of(attributes: &[Attribute]) -> syn::Result<Self> {
        let mut field = Field::default();
        each(attributes, |meta| {
            if meta.path.is_ident("rename") {
                field.rename = Some(meta.value()?.parse::<LitStr>()?.value());
            } else if meta.path.is_ident("default") {
                let given = meta.input.peek(syn::Token![=]);
                field.default = Some(if given { Absent::From(meta.value()?.parse::<LitStr>()?.parse()?) } else { Absent::Default });
            } else if meta.path.is_ident("skip_serializing_if") {
                field.skip_if = Some(meta.value()?.parse::<LitStr>()?.parse()?);
            } else if meta.path.is_ident("flatten") {
                field.flat = true;
            } else {
                return Err(
                    meta.error("the form in JSON does not know this attribute; teach it to loyalty-derive, or write the form by hand")
                );
            }
            Ok(())
        })?;
        Ok(field)
    }

    /// Whether the field is left out exactly where it is `None`.
    pub(crate) fn skips_none(&self) -> bool {
        self.skip_if.as_ref().is_some_and(|path| quote::quote!(#path).to_string().replace(' ', "") == "Option::is_none")
    }
}

fn each(attributes: &[Attribute], mut take: impl FnMut(ParseNestedMeta<'_>) -> syn::Result<()>) -> syn::Result<()> {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("serde"))
        .try_for_each(|attribute| attribute.parse_nested_meta(&mut take))
}

/// The one value that an attribute may have here.
fn only(meta: &ParseNestedMeta<'_>, value: &str) -> syn::Result<()> {
    let given: LitStr = meta.value()?.parse()?;
    if given.value() == value { Ok(()) } else { Err(syn::Error::new(given.span(), format!("only \"{value}\" is known here"))) }
}
