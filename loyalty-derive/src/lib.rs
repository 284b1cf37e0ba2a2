//! `#[derive(Json)]`: the form of a type in JSON, from the attributes that also make its schema.
//!
//! What it makes is small on purpose: a browser loads it for every type. A struct becomes a table of names and, for each field, one call to the
//! reader and one to the writer of `loyalty_core::json`; all decisions stand there, once.
//!
//! Serde's own traits are made too, by way of a tree: for hosts that have a type of ours inside one of theirs. The library does not use them, so
//! that no browser loads them.
//!
//! The attributes are those of serde, since schemars reads the same: form and schema cannot part. An attribute that is not known here stops
//! the compiler.

mod attribute;
mod choice;
mod record;
mod text;

use proc_macro::TokenStream;
use proc_macro2::TokenStream as Code;
use quote::quote;
use syn::{Data, DeriveInput, Fields, Generics, parse_macro_input};

use attribute::Container;

/// Makes `FromJson` and `ToJson` of `loyalty_core::json`, and serde's traits, for a struct with named fields, a struct around one value, an
/// enum of words, or one that says in a field which it is.
///
/// On the type: `deny_unknown_fields`, `rename_all = "snake_case"` and `tag = "field"` (enums), `transparent`, `try_from = "String"` and `into = "String"` (read
/// and written as a text by the type's own conversions). On a field: `rename`, `default`, `default = "function"`,
/// `skip_serializing_if = "function"`, `flatten`.
#[proc_macro_derive(Json, attributes(serde))]
pub fn derive_json(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    implement(&input).unwrap_or_else(|error| error.to_compile_error()).into()
}

fn implement(input: &DeriveInput) -> syn::Result<Code> {
    let container = Container::of(&input.attrs)?;
    if container.into_text && !container.from_text {
        return Err(syn::Error::new_spanned(&input.ident, "give it try_from = \"String\" too: what is written as a text is read as one"));
    }
    let (read, write) = match &input.data {
        _ if container.from_text => text::bodies(&container, &input.data)?,
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => record::bodies(&container, fields)?,
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => text::around_one(),
            _ => return Err(syn::Error::new_spanned(&input.ident, "give its fields names")),
        },
        Data::Enum(data) => choice::bodies(&container, data)?,
        Data::Union(_) => return Err(syn::Error::new_spanned(&input.ident, "a union has no form in JSON; make it an enum with a tag")),
    };
    let name = &input.ident;
    let from = bound(&input.generics, &quote!(::loyalty_core::json::FromJson));
    let to = bound(&input.generics, &quote!(::loyalty_core::json::ToJson));
    let (from_of, with, from_where) = from.split_for_impl();
    let (to_of, _, to_where) = to.split_for_impl();
    let deserialized = with_lifetime(&from);
    let (de_of, _, _) = deserialized.split_for_impl();
    Ok(quote! {
        #[automatically_derived]
        impl #from_of ::loyalty_core::json::FromJson for #name #with #from_where {
            fn read<'tree>(tree: &'tree ::loyalty_core::json::Tree, reader: &mut ::loyalty_core::json::Reader<'tree>) -> Self {
                #read
            }
        }

        #[automatically_derived]
        impl #to_of ::loyalty_core::json::ToJson for #name #with #to_where {
            fn write(&self, writer: &mut ::loyalty_core::json::Writer) {
                #write
            }
        }

        #[automatically_derived]
        impl #to_of ::loyalty_core::json::serde::Serialize for #name #with #to_where {
            fn serialize<S: ::loyalty_core::json::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                ::loyalty_core::json::serde::Serialize::serialize(&::loyalty_core::json::tree(self), serializer)
            }
        }

        #[automatically_derived]
        impl #de_of ::loyalty_core::json::serde::Deserialize<'de> for #name #with #from_where {
            fn deserialize<D: ::loyalty_core::json::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                let tree: ::loyalty_core::json::Tree = ::loyalty_core::json::serde::Deserialize::deserialize(deserializer)?;
                ::loyalty_core::json::read_tree(&tree, "").map_err(::loyalty_core::json::serde::de::Error::custom)
            }
        }
    })
}

/// The same parameters behind the lifetime that serde's reader has.
fn with_lifetime(generics: &Generics) -> Generics {
    let mut generics = generics.clone();
    generics.params.insert(0, syn::parse_quote!('de));
    generics
}

/// The parameters of a type, each with a form of its own.
fn bound(generics: &Generics, form: &Code) -> Generics {
    let mut generics = generics.clone();
    for parameter in generics.type_params_mut() {
        parameter.bounds.push(syn::parse_quote!(#form));
    }
    generics
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::{DeriveInput, implement};

    fn refused(input: DeriveInput) -> String {
        implement(&input).err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_form_that_would_be_other_than_it_says_is_refused() {
        for (input, why) in [
            (parse_quote! { #[serde(untagged)] struct A { b: u8 } }, "does not know this attribute"),
            (parse_quote! { struct A { #[serde(alias = "c")] b: u8 } }, "does not know this attribute"),
            (parse_quote! { struct A { #[serde(flatten)] b: B, c: u8 } }, "what is flattened stands last"),
            (parse_quote! { #[serde(into = "String")] struct A(u8); }, "give it try_from"),
            (parse_quote! { #[serde(try_from = "u8")] struct A(u8); }, "only \"String\""),
            (parse_quote! { struct A(u8, u8); }, "give its fields names"),
            (parse_quote! { enum A { B } }, "give it rename_all"),
            (parse_quote! { #[serde(rename_all = "snake_case")] enum A { B(u8) } }, "give the enum a tag"),
            (parse_quote! { #[serde(rename_all = "snake_case")] enum A {} }, "nothing to choose"),
            (parse_quote! { union A { b: u8 } }, "make it an enum"),
        ] {
            let found = refused(input);
            assert!(found.contains(why), "{why}: {found}");
        }
        assert_eq!(refused(parse_quote! { #[serde(deny_unknown_fields)] struct A { #[serde(default)] b: u8 } }), "");
    }
}
