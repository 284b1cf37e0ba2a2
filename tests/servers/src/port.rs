//! Free ports of loopback.

use std::hash::{BuildHasher, RandomState};
use std::net::{Ipv4Addr, TcpListener};

/// Ports below those that systems hand out to clients: one that was free stays free while its server is stopped.
const PORTS: std::ops::Range<u16> = 15_000..32_000;

/// A port that nobody listens on. The search begins anywhere, so that two processes do not meet.
pub(crate) fn free() -> Result<u16, String> {
    let count = PORTS.end - PORTS.start;
    let begin = u16::try_from(RandomState::new().hash_one(()) % u64::from(count)).unwrap_or_default();
    let mut ports = (0..count).map(|step| PORTS.start + (begin + step) % count);
    ports.find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok()).ok_or_else(|| "no port is free, end some servers".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_free_port_can_be_listened_on_once() {
        let port = free().unwrap();
        assert!(PORTS.contains(&port));
        // A process that another test starts in this moment holds, until it is on its own, what the search had open.
        let bound = std::iter::repeat_with(|| TcpListener::bind((Ipv4Addr::LOCALHOST, port))).take(1_000_000).find_map(Result::ok);
        let _listener = bound.unwrap();
        assert!(TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_err());
    }
}
