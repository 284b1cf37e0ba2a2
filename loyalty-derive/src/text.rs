//! Types that are one value in JSON: a text that was checked, or what they hold.

use proc_macro2::TokenStream as Code;
use quote::quote;
use syn::{Data, Fields};

use crate::attribute::Container;

/// How a checked text is read, and how it is written. What stands for one that does not fit is an empty inside, or the default of an enum.
pub(crate) fn bodies(container: &Container, data: &Data) -> syn::Result<(Code, Code)> {
    let nothing = match data {
        Data::Struct(data) if matches!(&data.fields, Fields::Unnamed(_)) => quote!(Self(::core::default::Default::default())),
        _ => quote!(::core::default::Default::default()),
    };
    let read = quote!(reader.checked(tree).unwrap_or_else(|| #nothing));
    let write = match container.into_text {
        true => quote!(writer.text(&::std::string::String::from(::core::clone::Clone::clone(self)));),
        false => quote!(writer.text(&self.0);),
    };
    Ok((read, write))
}

/// How a struct around one value is read and written: as that value.
pub(crate) fn around_one() -> (Code, Code) {
    (quote!(Self(::loyalty_core::json::FromJson::read(tree, reader))), quote!(::loyalty_core::json::ToJson::write(&self.0, writer);))
}
