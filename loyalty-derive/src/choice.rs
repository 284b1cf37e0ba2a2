//! Enums: one word of several, or an object that says in one field which it is.

use proc_macro2::{Span, TokenStream as Code};
use quote::quote;
use syn::{DataEnum, Fields, Index, LitStr, Variant, ext::IdentExt};

use crate::attribute::Container;
use crate::record::{Object, table};

/// How one is read, and how it is written.
pub(crate) fn bodies(container: &Container, data: &DataEnum) -> syn::Result<(Code, Code)> {
    if !container.snake {
        return Err(syn::Error::new_spanned(&data.variants, "give it rename_all = \"snake_case\""));
    }
    if data.variants.is_empty() {
        return Err(syn::Error::new_spanned(data.enum_token, "without a word there is nothing to choose; give it a variant"));
    }
    let words: Vec<String> = data.variants.iter().map(|variant| snake(&variant.ident.unraw().to_string())).collect();
    match &container.tag {
        Some(tag) => tagged(container, tag, data, &words),
        None => one_of(data, &words),
    }
}

/// A word.
fn one_of(data: &DataEnum, words: &[String]) -> syn::Result<(Code, Code)> {
    if let Some(variant) = data.variants.iter().find(|variant| !matches!(variant.fields, Fields::Unit)) {
        return Err(syn::Error::new_spanned(variant, "give the enum a tag: a word has nothing inside"));
    }
    let variants: Vec<_> = data.variants.iter().map(|variant| &variant.ident).collect();
    let words = table(words);
    let makers: Vec<Code> = variants.iter().map(|variant| quote!(Self::#variant)).collect();
    let read = chosen(&quote!(reader.word(tree, #words)), &makers);
    let numbers = (0..variants.len()).map(Index::from);
    let write = quote! {
        writer.word(#words, match self { #(Self::#variants => #numbers),* });
    };
    Ok((read, write))
}

/// An object.
fn tagged(container: &Container, tag: &str, data: &DataEnum, words: &[String]) -> syn::Result<(Code, Code)> {
    let tag = LitStr::new(tag, Span::call_site());
    let (mut makers, mut writes) = (Vec::new(), Vec::new());
    for (variant, word) in data.variants.iter().zip(words) {
        let (read, pattern, write) = part(container, variant)?;
        makers.push(quote!({ #read }));
        writes.push(quote! {
            #pattern => {
                writer.tag(#tag, #word);
                #write
            }
        });
    }
    let words = table(words);
    Ok((chosen(&quote!(reader.tag(tree, #tag, #words)), &makers), quote!(match self { #(#writes)* })))
}

/// How one variant of a tagged enum is read, matched and written.
fn part(container: &Container, variant: &Variant) -> syn::Result<(Code, Code, Code)> {
    let (name, closed) = (&variant.ident, container.closed);
    match &variant.fields {
        Fields::Unit => {
            let read = quote!(reader.object(tree, &[], #closed); Self::#name);
            Ok((read, quote!(Self::#name), quote!(writer.object(&[]).end();)))
        }
        Fields::Named(fields) => {
            let object = Object::of(fields, |field| quote!(#field))?;
            let idents = fields.named.iter().filter_map(|field| field.ident.as_ref());
            Ok((object.read(&quote!(Self::#name), closed), quote!(Self::#name { #(#idents),* }), object.write()))
        }
        Fields::Unnamed(_) => {
            let read = quote!(Self::#name(::loyalty_core::json::FromJson::read(tree, reader)));
            Ok((read, quote!(Self::#name(inside)), quote!(::loyalty_core::json::ToJson::write(inside, writer);)))
        }
    }
}

/// What is made of the number of a word; the first, where none fits and the whole is refused.
fn chosen(number: &Code, makers: &[Code]) -> Code {
    let first = makers.iter().take(1);
    let (places, others) = ((1..makers.len()).map(Index::from), makers.iter().skip(1));
    quote! {
        match #number {
            #(#places => #others,)*
            #(_ => #first,)*
        }
    }
}

/// `RoundUp` as `round_up`.
fn snake(name: &str) -> String {
    let mut word = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !word.is_empty() {
            word.push('_');
        }
        word.extend(letter.to_lowercase());
    }
    word
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_are_small_with_lines_between_them() {
        assert_eq!(["Month", "RoundUp"].map(super::snake), ["month", "round_up"]);
    }
}
