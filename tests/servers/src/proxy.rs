//! A way to a server that can be cut at a commit.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::stream::{Place, Stream};

/// What both protocols say in plain text when a transaction is to be committed.
const COMMIT: &[u8] = b"COMMIT";

/// Which half of a commit is lost. Who waits for the reply cannot tell the one from the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// The server never hears of it.
    Request,
    /// The server has done it and its reply is lost.
    Reply,
}

/// Listens on loopback and passes everything on to a server and back. Once [armed](Self::arm) it cuts the next connection on which a client sends
/// the word COMMIT, in whatever case, or runs the statement that it has prepared with that word. It looks at bytes only: under TLS it finds none.
pub struct CutProxy {
    port: u16,
    state: Arc<State>,
}

struct State {
    server: Place,
    armed: Mutex<Option<Cut>>,
    cuts: AtomicU64,
    ended: AtomicBool,
}

impl CutProxy {
    /// A way to the server with this address.
    pub fn to(url: &str) -> Result<Self, String> {
        Self::to_place(Place::Port(port_of(url)?.2))
    }

    pub(crate) fn to_place(server: Place) -> Result<Self, String> {
        let told = |e| format!("cannot listen on loopback: {e}");
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(told)?;
        let port = listener.local_addr().map_err(told)?.port();
        let state = Arc::new(State { server, armed: Mutex::default(), cuts: AtomicU64::new(0), ended: AtomicBool::new(false) });
        let listens = Arc::clone(&state);
        std::thread::spawn(move || {
            for client in listener.incoming().flatten() {
                if listens.ended.load(Ordering::Relaxed) {
                    return;
                }
                let passes = Arc::clone(&listens);
                std::thread::spawn(move || passes.serve(client));
            }
        });
        Ok(Self { port, state })
    }

    /// The server's address with our port in it.
    pub fn url(&self, of_server: &str) -> Result<String, String> {
        let (before, after, _) = port_of(of_server)?;
        Ok(format!("{before}{}{after}", self.port))
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// Cuts at the next commit, once.
    pub fn arm(&self, cut: Cut) {
        *self.state.armed.lock().unwrap_or_else(PoisonError::into_inner) = Some(cut);
    }

    /// How many connections were cut.
    pub fn cuts(&self) -> u64 {
        self.state.cuts.load(Ordering::SeqCst)
    }
}

impl Drop for CutProxy {
    /// Takes no more connections; those that are open go on.
    fn drop(&mut self) {
        self.state.ended.store(true, Ordering::Relaxed);
        let _woken = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
    }
}

impl State {
    /// Passes on what a client and the server say to each other until one of them ends.
    fn serve(&self, client: TcpStream) -> std::io::Result<()> {
        let (mut client, mut server) = (Stream::over_tcp(client)?, self.server.connect()?);
        let (mut answers, mut listener) = (server.twin()?, client.twin()?);
        // What was lost is read all the same: the server must not learn of the cut before it has committed.
        let lost = Arc::new(AtomicBool::new(false));
        let heard = Arc::new(Mutex::new(Heard::default()));
        let (is_lost, hears) = (Arc::clone(&lost), Arc::clone(&heard));
        let back = std::thread::spawn(move || {
            pass(&mut answers, |bytes| {
                hears.lock().unwrap_or_else(PoisonError::into_inner).answered(bytes);
                if !is_lost.load(Ordering::SeqCst) {
                    return listener.write_all(bytes);
                }
                listener.shut(Shutdown::Both);
                Ok(())
            });
            listener.shut(Shutdown::Both);
        });
        pass(&mut client, |bytes| {
            match self.cut_at(&mut heard.lock().unwrap_or_else(PoisonError::into_inner), bytes) {
                None => {}
                Some(Cut::Request) => {
                    server.shut(Shutdown::Both);
                    return Err(ended());
                }
                // What is still to come of the request must arrive.
                Some(Cut::Reply) => lost.store(true, Ordering::SeqCst),
            }
            server.write_all(bytes)
        });
        // A client that went away, or was cut off: the server reads to the end of what was sent.
        server.shut(Shutdown::Write);
        let _ended = back.join();
        server.shut(Shutdown::Both);
        Ok(())
    }

    /// Whether this packet ends with the connection being cut.
    fn cut_at(&self, heard: &mut Heard, bytes: &[u8]) -> Option<Cut> {
        let cut = if heard.commits(bytes) { self.armed.lock().unwrap_or_else(PoisonError::into_inner).take() } else { None };
        if cut.is_some() {
            self.cuts.fetch_add(1, Ordering::SeqCst);
        }
        cut
    }
}

/// What a client has said on one connection, as far as it matters.
#[derive(Default)]
struct Heard {
    /// The end of what it said before, in capitals: the word may have begun there.
    tail: Vec<u8>,
    /// What PostgreSQL's protocol says when it is to run the statement that was prepared of the word: its name between two zeros.
    runs: Option<Vec<u8>>,
    /// Whether it prepares a transaction in MySQL's protocol, and the numbers that the server gave to those that it has prepared.
    prepares: bool,
    commit: Vec<[u8; 4]>,
}

/// A whole transaction as MariaDB prepares it.
const WHOLE: &[u8] = b"\x16BEGIN NOT ATOMIC ";

impl Heard {
    /// Whether the client asks for a commit with these bytes.
    fn commits(&mut self, bytes: &[u8]) -> bool {
        if let Some(runs) = self.runs_whole(bytes) {
            return runs;
        }
        let mut text = std::mem::take(&mut self.tail);
        text.extend(bytes.iter().map(u8::to_ascii_uppercase));
        let mut found = self.runs.as_ref().is_some_and(|runs| text.windows(runs.len()).any(|window| window == runs));
        for at in 0..text.len().saturating_sub(COMMIT.len() - 1) {
            if text[at..].starts_with(COMMIT) {
                match prepared(&text[..at], &text[at + COMMIT.len()..]) {
                    Some(runs) => self.runs = Some(runs),
                    None => found = true,
                }
            }
        }
        self.tail = text.split_off(text.len().saturating_sub(COMMIT.len() - 1));
        found
    }

    /// Whether a packet of MySQL's protocol runs a statement that was prepared to commit; `None` if it neither prepares nor runs one. Who waits
    /// for each answer begins to write with a packet, or with one before it that closes a statement.
    fn runs_whole(&mut self, bytes: &[u8]) -> Option<bool> {
        match bytes {
            [5, 0, 0, 0, 0x19, _, _, _, _, rest @ ..] if !rest.is_empty() => self.runs_whole(rest),
            [_, _, _, 0, 0x16, ..] => {
                self.prepares = bytes[4..].starts_with(WHOLE);
                Some(false)
            }
            [_, _, _, 0, 0x17, a, b, c, d, ..] => Some(self.commit.contains(&[*a, *b, *c, *d])),
            _ => None,
        }
    }

    /// Takes the number of a statement from the server's answer to its preparation.
    fn answered(&mut self, bytes: &[u8]) {
        if let ([_, _, _, 1, 0, a, b, c, d, ..], true) = (bytes, std::mem::take(&mut self.prepares)) {
            self.commit.push([*a, *b, *c, *d]);
        }
    }
}

/// How the statement is run that is prepared where the word stands between these bytes: after the statement's name and a zero, and before one.
fn prepared(before: &[u8], after: &[u8]) -> Option<Vec<u8>> {
    let (0, name) = (*after.first()?, before.strip_suffix(&[0])?) else { return None };
    let length = name.iter().rev().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let name = &name[name.len() - length..];
    if name.is_empty() { None } else { Some([&[0], name, &[0]].concat()) }
}

/// Hands on what comes until nothing does, or it is not taken.
fn pass(from: &mut Stream, mut to: impl FnMut(&[u8]) -> std::io::Result<()>) {
    let mut bytes = vec![0; 1 << 16];
    while let Ok(count @ 1..) = from.read(&mut bytes) {
        if to(&bytes[..count]).is_err() {
            return;
        }
    }
}

fn ended() -> std::io::Error {
    std::io::ErrorKind::ConnectionAborted.into()
}

/// What stands before the port of an address, what after it, and the port.
fn port_of(url: &str) -> Result<(&str, &str, u16), String> {
    let wrong = || format!("{url} is not an address on 127.0.0.1 with a port, give one");
    let (before, rest) = url.split_once("@127.0.0.1:").ok_or_else(wrong)?;
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let port = rest[..end].parse().map_err(|_| wrong())?;
    Ok((&url[..before.len() + "@127.0.0.1:".len()], &rest[end..], port))
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader, Result};

    use super::*;

    /// A server that answers each line with `done`, and what it has heard.
    fn server() -> (String, Arc<Mutex<Vec<String>>>) {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let url = format!("mysql://u:p@127.0.0.1:{}/d", listener.local_addr().unwrap().port());
        let heard = Arc::new(Mutex::new(Vec::new()));
        let hears = Arc::clone(&heard);
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                for line in BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok) {
                    hears.lock().unwrap().push(line);
                    let _gone = stream.write_all(b"done\n");
                }
            }
        });
        (url, heard)
    }

    /// Says each of these in a packet of its own, and reads an answer after each line.
    fn talk(proxy: &CutProxy, packets: &[&str]) -> Result<usize> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, proxy.port))?;
        stream.set_nodelay(true)?;
        let mut answers = BufReader::new(stream.try_clone()?).lines();
        let mut answered = 0;
        for packet in packets {
            stream.write_all(packet.as_bytes())?;
            std::thread::sleep(std::time::Duration::from_millis(20));
            if packet.ends_with('\n') {
                answered += usize::from(answers.next().ok_or_else(ended)?? == "done");
            }
        }
        Ok(answered)
    }

    #[test]
    fn nothing_is_cut_unless_armed() {
        let (url, heard) = server();
        let proxy = CutProxy::to(&url).unwrap();
        assert_eq!(talk(&proxy, &["BEGIN\n", "COMMIT\n", "BEGIN\n"]).unwrap(), 3);
        assert_eq!((heard.lock().unwrap().len(), proxy.cuts()), (3, 0));
    }

    #[test]
    fn an_armed_proxy_loses_one_reply() {
        let (url, heard) = server();
        let proxy = CutProxy::to(&url).unwrap();
        proxy.arm(Cut::Reply);
        assert_eq!(talk(&proxy, &["INSERT\n", "SELECT\n"]).unwrap(), 2, "without a commit nothing is cut");
        talk(&proxy, &["BEGIN\n", "com", "mit\n", "BEGIN\n"]).unwrap_err();
        assert_eq!(heard.lock().unwrap().last().unwrap(), "commit");
        assert_eq!(talk(&proxy, &["COMMIT\n"]).unwrap(), 1, "it is armed for one cut");
        assert_eq!(proxy.cuts(), 1);
    }

    #[test]
    fn an_armed_proxy_loses_one_request() {
        let (url, heard) = server();
        let proxy = CutProxy::to(&url).unwrap();
        proxy.arm(Cut::Request);
        talk(&proxy, &["BEGIN\n", "COMMIT\n", "BEGIN\n"]).unwrap_err();
        assert_eq!((heard.lock().unwrap().len(), proxy.cuts()), (1, 1));
    }

    #[test]
    fn a_commit_that_was_prepared_is_found_when_it_is_run() {
        let mut heard = Heard::default();
        let (prepare, other) = (b"P\0\0\0\x12s7\0COMMIT\0\0\0", b"P\0\0\0\x12s8\0SELECT\0\0\0");
        assert!(!heard.commits(b"B\0\0\0\x10\0s7\0\0\0\0\0"), "nothing is prepared yet");
        assert!(!heard.commits(prepare) && !heard.commits(other) && !heard.commits(b"D\0\0\0\x08Ss7\0"), "nothing is run yet");
        assert!(!heard.commits(b"B\0\0\0\x10\0s8\0\0\0\0\0"), "it is another that is run");
        assert!(heard.commits(b"B\0\0\0\x10\0s7\0\0\0\0\0"));
    }

    #[test]
    fn a_transaction_that_mariadb_has_prepared_is_found_when_it_is_run() {
        let mut heard = Heard::default();
        let (other, whole) = (b"\x09\0\0\0\x16SELECT 1", b"\x05\0\0\0\x19\x01\0\0\0\x20\0\0\0\x16BEGIN NOT ATOMIC COMMIT; END");
        assert!(!heard.commits(other), "nothing is run yet");
        heard.answered(b"\x0c\0\0\x01\0\x07\0\0\0\x01\0\0\0\0\0\0");
        assert!(!heard.commits(whole), "nothing is run yet");
        heard.answered(b"\x0c\0\0\x01\0\x08\0\0\0\0\0\0\0\0\0\0");
        assert!(!heard.commits(b"\x0a\0\0\0\x17\x07\0\0\0\0\x01\0\0\0"), "it is another that is run");
        assert!(heard.commits(b"\x0a\0\0\0\x17\x08\0\0\0\0\x01\0\0\0"));
    }

    #[test]
    fn an_address_keeps_all_but_its_port() {
        let (url, _) = server();
        let proxy = CutProxy::to(&url).unwrap();
        assert_eq!(proxy.url("postgres://u:p@127.0.0.1:5/d?x=1").unwrap(), format!("postgres://u:p@127.0.0.1:{}/d?x=1", proxy.port));
        assert!(CutProxy::to("mysql://u:p@shop.example/d").is_err());
    }
}
