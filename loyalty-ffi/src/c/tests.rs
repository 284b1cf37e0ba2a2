//! What C cannot bring about from outside: panics inside.

use std::ffi::{CStr, c_char};
use std::ptr::null_mut;
use std::sync::Arc;

use loyalty_core::repository::{Changes, Read, Refusal, Repository, Row, Search, StorageError};

use super::handle::{self, loyalty_handle};
use super::status::loyalty_status::{LOYALTY_INVALID_HANDLE, LOYALTY_OK, LOYALTY_PANICKED, LOYALTY_POISONED};
use super::{loyalty_close, loyalty_execute, loyalty_last_error, loyalty_open, loyalty_status_name, loyalty_string_free};
use crate::engine::Engine;

/// A repository that panics whenever it is asked.
struct Panics;

impl Repository for Panics {
    fn read(&self, _: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        panic!("a panic inside")
    }
    fn search(&self, _: &Search) -> Result<Vec<Row>, StorageError> {
        panic!("a panic inside")
    }
    fn commit(&self, _: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        panic!("a panic inside")
    }
}

/// Executes and gives status and answer.
fn execute(handle: loyalty_handle, request: &str, context: &str) -> (i32, Option<String>) {
    let mut answer: *mut c_char = null_mut();
    let (request, context) = (request.as_bytes(), context.as_bytes());
    // SAFETY: all pointers are of living values.
    let status =
        unsafe { loyalty_execute(handle, request.as_ptr().cast(), request.len(), context.as_ptr().cast(), context.len(), &raw mut answer) };
    (status, take(answer))
}

fn take(text: *mut c_char) -> Option<String> {
    if text.is_null() {
        return None;
    }
    // SAFETY: it came from the library and is given back once.
    unsafe {
        let owned = CStr::from_ptr(text).to_str().unwrap().to_owned();
        loyalty_string_free(text);
        Some(owned)
    }
}

fn last_error() -> String {
    let mut error = null_mut();
    // SAFETY: a living pointer.
    assert_eq!(unsafe { loyalty_last_error(&raw mut error) }, 0);
    take(error).unwrap()
}

const GET: &str = r#"{"op":"customer.get","args":{"customer":"c-1"}}"#;
const MARIA: &str = r#"{"actor":{"id":"maria","kind":"agent","roles":["admin"]}}"#;

#[test]
fn a_panic_is_caught_and_poisons_the_handle_for_ever() {
    let handle = handle::keep(Engine::open_over(Arc::new(Panics), "{}").unwrap()).unwrap();
    assert_eq!(execute(handle, GET, MARIA), (LOYALTY_PANICKED as i32, None));
    assert!(last_error().contains("failed inside"), "{}", last_error());
    for _ in 0..2 {
        assert_eq!(execute(handle, GET, MARIA), (LOYALTY_POISONED as i32, None));
    }
    assert_eq!(loyalty_close(handle), LOYALTY_OK as i32);
    assert_eq!(execute(handle, GET, MARIA).0, LOYALTY_INVALID_HANDLE as i32);
}

#[test]
fn a_closed_handle_never_becomes_another_store() {
    let open = || {
        let mut handle = 0;
        let config = b"memory:";
        // SAFETY: living values.
        assert_eq!(unsafe { loyalty_open(config.as_ptr().cast(), config.len(), &raw mut handle) }, 0);
        handle
    };
    let first = open();
    assert_eq!(loyalty_close(first), 0);
    let second = open();
    assert_ne!(first, second);
    assert_eq!(execute(first, GET, MARIA).0, LOYALTY_INVALID_HANDLE as i32);
    assert_eq!(loyalty_close(first), LOYALTY_INVALID_HANDLE as i32);
    let (status, answer) = execute(second, GET, MARIA);
    assert_eq!(status, 0);
    assert!(answer.unwrap().contains("not_found"));
    assert_eq!(loyalty_close(second), 0);
}

#[test]
fn a_context_without_time_is_filled_in() {
    let engine = Engine::open("memory:").unwrap();
    let answer = engine.execute(r#"{"op":"customer.create","args":{"id":"c-1","email":"ada@example.com"}}"#, MARIA);
    assert!(answer.starts_with(r#"{"ok":"#), "{answer}");
    let calls = format!(r#"[{{"request":{GET},"context":{MARIA}}},{{"request":{{"op":"nonsense"}},"context":{MARIA}}}]"#);
    let answers: serde_json::Value = serde_json::from_str(&engine.execute_batch(&calls).unwrap()).unwrap();
    assert_eq!(answers[0]["ok"]["customer"], "c-1", "{answers}");
    assert_eq!(answers[1]["error"]["code"], "unknown_operation");
    let half = engine.execute_batch(&format!(r#"[{{"request":{GET},"context":{MARIA}}},{{"request":{GET}}}]"#)).unwrap_err();
    assert!(half.to_string().starts_with("calls[1]: missing field `context`"), "{half}");
    assert!(engine.may_purchase("ada@example.com").unwrap() && engine.may_sign_in("c-1").unwrap());
    assert!(!engine.may_earn("c-1").unwrap() && !engine.may_sign_in("c-2").unwrap());
    assert_eq!(engine.may_purchase("ada").unwrap_err().code(), "invalid_request");
}

#[test]
fn every_status_has_its_name() {
    // SAFETY: static texts.
    let name = |status| unsafe { CStr::from_ptr(loyalty_status_name(status)) }.to_str().unwrap();
    assert_eq!(name(LOYALTY_POISONED as i32), "LOYALTY_POISONED");
    assert_eq!([name(9), name(-1)], ["LOYALTY_UNKNOWN"; 2]);
}
