//! Handles: numbers with a generation, so that a stale one is an error and never another store.

use std::sync::atomic::AtomicBool;
use std::sync::{Arc, PoisonError, RwLock};

use super::status::{Failure, Status};
use crate::engine::Engine;

/// An open store: a number, not a pointer. 0 never is one, and a closed one is never given out again.
///
/// One handle may be used from many threads at once. It does not survive `fork`: open one in the child.
#[expect(non_camel_case_types, reason = "the name in C")]
pub type loyalty_handle = u64;

/// What stands behind a handle.
pub(super) struct Held {
    pub(super) engine: Engine,
    pub(super) poisoned: AtomicBool,
}

/// Places for stores. A place that was closed is used again under the next generation.
struct Place {
    generation: u32,
    held: Option<Arc<Held>>,
}

static PLACES: RwLock<Vec<Place>> = RwLock::new(Vec::new());

/// Keeps an engine and gives its handle.
pub(super) fn keep(engine: Engine) -> Result<loyalty_handle, Failure> {
    let held = Arc::new(Held { engine, poisoned: AtomicBool::new(false) });
    let mut places = PLACES.write().unwrap_or_else(PoisonError::into_inner);
    let is_free = |place: &Place| place.held.is_none() && place.generation < u32::MAX;
    if let Some((index, place)) = places.iter_mut().enumerate().find(|(_, place)| is_free(place)) {
        place.generation += 1;
        place.held = Some(held);
        return number(index, place.generation);
    }
    places.push(Place { generation: 1, held: Some(held) });
    number(places.len() - 1, 1)
}

fn number(index: usize, generation: u32) -> Result<loyalty_handle, Failure> {
    let index = u32::try_from(index).map_err(|_| Failure::inside(Status::LOYALTY_REFUSED, "too many stores are open"))?;
    Ok(u64::from(generation) << 32 | u64::from(index))
}

/// What stands behind a handle, alive as long as the caller keeps it.
pub(super) fn find(handle: loyalty_handle) -> Result<Arc<Held>, Failure> {
    let places = PLACES.read().unwrap_or_else(PoisonError::into_inner);
    place(handle, &places).and_then(|index| places.get(index)?.held.clone()).ok_or_else(unknown)
}

/// Takes a store out. Calls that other threads have begun come to their end.
pub(super) fn release(handle: loyalty_handle) -> Result<Arc<Held>, Failure> {
    let mut places = PLACES.write().unwrap_or_else(PoisonError::into_inner);
    let index = place(handle, &places);
    index.and_then(|index| places.get_mut(index)?.held.take()).ok_or_else(unknown)
}

fn place(handle: loyalty_handle, places: &[Place]) -> Option<usize> {
    let index = usize::try_from(handle & u64::from(u32::MAX)).ok()?;
    let generation = u32::try_from(handle >> 32).ok()?;
    places.get(index).filter(|place| place.generation == generation).map(|_| index)
}

fn unknown() -> Failure {
    Failure::misuse(Status::LOYALTY_INVALID_HANDLE, "this handle was closed, or never was one")
}
