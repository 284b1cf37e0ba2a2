//! The border that no panic crosses, and the check against callbacks that call back.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::Ordering;

use super::handle::{self, Held, loyalty_handle};
use super::status::{Failure, Status, remember};

thread_local! {
    /// The handles whose callbacks are running in this thread.
    static CALLING_OUT: RefCell<Vec<loyalty_handle>> = const { RefCell::new(Vec::new()) };
    /// The handle whose call is running in this thread.
    static INSIDE: RefCell<Vec<loyalty_handle>> = const { RefCell::new(Vec::new()) };
}

/// Runs a function that belongs to no handle.
pub(super) fn plain(work: impl FnOnce() -> Result<(), Failure>) -> i32 {
    remember(catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(panicked())))
}

/// Runs a function on what stands behind a handle. A panic poisons it.
pub(super) fn with(handle: loyalty_handle, work: impl FnOnce(&Held) -> Result<(), Failure>) -> i32 {
    plain(|| {
        refuse_reentry(handle)?;
        let held = handle::find(handle)?;
        if held.poisoned.load(Ordering::Acquire) {
            return Err(Failure::inside(
                Status::LOYALTY_POISONED,
                "an earlier call with this handle failed inside; close it and open another",
            ));
        }
        let _inside = Entry::push(&INSIDE, handle);
        catch_unwind(AssertUnwindSafe(|| work(&held))).unwrap_or_else(|_| {
            held.poisoned.store(true, Ordering::Release);
            Err(panicked())
        })
    })
}

/// Refuses what a callback asks of the handle that is calling it.
pub(super) fn refuse_reentry(handle: loyalty_handle) -> Result<(), Failure> {
    match CALLING_OUT.with(|out| out.borrow().contains(&handle)) {
        true => Err(Failure::misuse(Status::LOYALTY_REENTERED, "a callback called back with the handle that was calling it")),
        false => Ok(()),
    }
}

/// Runs a callback of the host; calls with the same handle from inside are refused meanwhile.
pub(super) fn call_out<T>(callback: impl FnOnce() -> T) -> T {
    let handle = INSIDE.with(|inside| inside.borrow().last().copied()).unwrap_or(0);
    let _out = Entry::push(&CALLING_OUT, handle);
    callback()
}

fn panicked() -> Failure {
    Failure::inside(Status::LOYALTY_PANICKED, "the library failed inside; close this handle, and please report it")
}

/// A handle in one of the lists, for as long as this lives.
struct Entry(&'static std::thread::LocalKey<RefCell<Vec<loyalty_handle>>>);

impl Entry {
    fn push(list: &'static std::thread::LocalKey<RefCell<Vec<loyalty_handle>>>, handle: loyalty_handle) -> Self {
        list.with(|list| list.borrow_mut().push(handle));
        Entry(list)
    }
}

impl Drop for Entry {
    fn drop(&mut self) {
        self.0.with(|list| list.borrow_mut().pop());
    }
}
