//! Connections that break, and commits whose reply is lost on the way.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::thread;
use std::time::Duration;

use loyalty_core::repository::{Filter, Outcome, Refusal, Search, StorageError};
use loyalty_sql::{ServerError, StorageConfig};

use crate::database::Database;
use crate::probe::{NOTE, turn, version};

const PASSES: u8 = 0;
/// The next question passes, and the answer does not.
const LOSES_REPLY: u8 = 1;
/// The next question does not pass.
const LOSES_QUESTION: u8 = 2;

/// A proxy in front of a server that cuts a connection when it is told to.
struct Proxy {
    address: String,
    mode: Arc<AtomicU8>,
}

impl Proxy {
    fn new(server: String) -> Proxy {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let mode = Arc::new(AtomicU8::new(PASSES));
        let told = Arc::clone(&mode);
        // It ends with the process, when the last connection has gone.
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                let server = TcpStream::connect(&server).unwrap();
                let (to_server, to_client) = (server.try_clone().unwrap(), client.try_clone().unwrap());
                let (asked, answered) = (Arc::clone(&told), Arc::clone(&told));
                thread::spawn(move || pass(client, to_server, &asked, LOSES_QUESTION));
                thread::spawn(move || pass(server, to_client, &answered, LOSES_REPLY));
            }
        });
        Proxy { address, mode }
    }

    fn tell(&self, mode: u8) {
        self.mode.store(mode, Ordering::SeqCst);
    }
}

/// Carries bytes from one side to the other, until it is told to cut both.
fn pass(mut from: TcpStream, mut to: TcpStream, told: &AtomicU8, cuts: u8) {
    let mut bytes = vec![0; 1 << 16];
    while let Ok(count @ 1..) = from.read(&mut bytes) {
        if told.compare_exchange(cuts, PASSES, Ordering::SeqCst, Ordering::SeqCst).is_ok() {
            if cuts == LOSES_REPLY {
                // A server that answers each statement by itself must come to the last.
                from.set_read_timeout(Some(Duration::from_millis(300))).unwrap();
                while let Ok(1..) = from.read(&mut bytes) {}
            }
            break;
        }
        if to.write_all(&bytes[..count]).is_err() {
            break;
        }
    }
    let _gone = (from.shutdown(Shutdown::Both), to.shutdown(Shutdown::Both));
}

fn server_error(error: &StorageError) -> &ServerError {
    error.source.downcast_ref().unwrap()
}

#[test]
fn a_lost_reply_is_unknown_and_a_lost_question_changes_nothing() {
    let Some(database) = Database::new() else { return };
    let proxy = Proxy::new(database.address());
    let storage = loyalty_sql::open(&StorageConfig::new(database.url_at(&proxy.address)), &[&NOTE]).unwrap();
    for expected in 0..3 {
        assert_eq!(storage.commit(vec![turn("a", expected, "words")]).unwrap(), [Ok(())]);
    }
    proxy.tell(LOSES_REPLY);
    let lost = storage.commit(vec![turn("a", 3, "words")]).unwrap_err();
    assert_eq!(lost.outcome, Outcome::Unknown, "{lost}");
    assert!(matches!(server_error(&lost), ServerError::ReplyLost { .. }), "{lost}");
    // It stands, and the version says so to whoever asks again.
    assert_eq!(version(&*storage, "a"), 4);
    assert_eq!(storage.commit(vec![turn("a", 3, "words")]).unwrap(), [Err(Refusal::Conflict)]);

    proxy.tell(LOSES_REPLY);
    let lost = storage.read(&[]).and_then(|_| storage.search(&everything())).unwrap_err();
    assert_eq!(lost.outcome, Outcome::Failed, "{lost}");

    // A connection that has done the same before: making one, and preparing statements, are questions of their own.
    assert_eq!(storage.commit(vec![turn("a", 3, "words")]).unwrap(), [Err(Refusal::Conflict)]);
    proxy.tell(LOSES_QUESTION);
    let lost = storage.commit(vec![turn("a", 4, "words")]).unwrap_err();
    // The driver cannot see that it did not arrive.
    assert_eq!(lost.outcome, Outcome::Unknown, "{lost}");
    assert_eq!(version(&*storage, "a"), 4);
    assert_eq!(storage.commit(vec![turn("a", 4, "words")]).unwrap(), [Ok(())]);
}

fn everything() -> Search {
    let filter = Filter::everything();
    Search { table: &NOTE, filter, words: vec![], sort: None, descending: false, after: None, limit: 9 }
}

#[test]
fn a_connection_that_died_while_it_rested_is_replaced() {
    let Some(database) = Database::new() else { return };
    let storage = loyalty_sql::open(&database.config(), &[&NOTE]).unwrap();
    assert_eq!(storage.commit(vec![turn("a", 0, "words")]).unwrap(), [Ok(())]);
    database.hang_up();
    thread::sleep(Duration::from_millis(1_200));
    assert_eq!(storage.commit(vec![turn("a", 1, "words")]).unwrap(), [Ok(())]);
    assert_eq!(version(&*storage, "a"), 2);
}
