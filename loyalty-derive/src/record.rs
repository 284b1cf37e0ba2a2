//! Named fields: objects.

use proc_macro2::{Span, TokenStream as Code};
use quote::quote;
use syn::{FieldsNamed, Ident, LitStr, ext::IdentExt};

use crate::attribute::{Absent, Container, Field};

/// How a struct is read, and how it is written.
pub(crate) fn bodies(container: &Container, fields: &FieldsNamed) -> syn::Result<(Code, Code)> {
    let object = Object::of(fields, |field| quote!(&self.#field))?;
    Ok((object.read(&quote!(Self), container.closed), object.write()))
}

/// The fields of a struct or of a variant. They are read and written in the order of the names; each call goes one name on.
pub(crate) struct Object {
    names: Code,
    reads: Vec<Code>,
    writes: Vec<Code>,
}

impl Object {
    /// `place` gives the reference to a field that is to be written.
    pub(crate) fn of(fields: &FieldsNamed, place: impl Fn(&Ident) -> Code) -> syn::Result<Self> {
        let (mut names, mut reads, mut writes) = (Vec::new(), Vec::new(), Vec::new());
        let mut flat = None;
        for field in &fields.named {
            let Some(ident) = &field.ident else { continue };
            if let Some(last) = flat {
                return Err(syn::Error::new_spanned(last, "what is flattened stands last"));
            }
            let (attribute, place) = (Field::of(&field.attrs)?, place(ident));
            if attribute.flat {
                reads.push(quote!(#ident: fields.rest()));
                writes.push(quote!(fields.put_rest(#place);));
                flat = Some(ident);
            } else {
                names.push(attribute.rename.clone().unwrap_or_else(|| ident.unraw().to_string()));
                reads.push(read(ident, &attribute));
                writes.push(write(&place, &attribute));
            }
        }
        Ok(Object { names: table(&names), reads, writes })
    }

    pub(crate) fn read(&self, maker: &Code, closed: bool) -> Code {
        let Object { names, reads, .. } = self;
        quote! {
            let mut fields = reader.object(tree, #names, #closed);
            #maker { #(#reads),* }
        }
    }

    pub(crate) fn write(&self) -> Code {
        let Object { names, writes, .. } = self;
        quote! {
            let mut fields = writer.object(#names);
            #(#writes)*
            fields.end();
        }
    }
}

fn read(ident: &Ident, attribute: &Field) -> Code {
    match &attribute.default {
        _ if attribute.skips_none() => quote!(#ident: fields.may()),
        None => quote!(#ident: fields.must()),
        Some(Absent::Default) => quote!(#ident: fields.or(::core::default::Default::default)),
        Some(Absent::From(path)) => quote!(#ident: fields.or(#path)),
    }
}

fn write(place: &Code, attribute: &Field) -> Code {
    match &attribute.skip_if {
        _ if attribute.skips_none() => quote!(fields.put_some(#place);),
        None => quote!(fields.put(#place);),
        Some(path) => quote!(fields.put_unless(#path(#place), #place);),
    }
}

/// Names as a static table.
pub(crate) fn table(names: &[String]) -> Code {
    let names = names.iter().map(|name| LitStr::new(name, Span::call_site()));
    quote!(&[#(#names),*])
}
