//! A connection, over loopback or over a socket in a folder.

use std::io::{Read, Result, Write};
use std::net::{Ipv4Addr, Shutdown, TcpStream};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;

/// Where a server listens.
#[derive(Debug, Clone)]
pub(crate) enum Place {
    /// At this port of loopback.
    Port(u16),
    /// At a socket in a folder, which can be reached from every network.
    Socket(PathBuf),
}

impl Place {
    pub(crate) fn connect(&self) -> Result<Stream> {
        match self {
            Place::Port(port) => TcpStream::connect((Ipv4Addr::LOCALHOST, *port)).and_then(Stream::over_tcp),
            Place::Socket(path) => UnixStream::connect(path).map(Stream::Socket),
        }
    }
}

/// One connection.
pub(crate) enum Stream {
    Tcp(TcpStream),
    Socket(UnixStream),
}

impl Stream {
    /// A connection that sends at once, as clients of databases do.
    pub(crate) fn over_tcp(stream: TcpStream) -> Result<Self> {
        stream.set_nodelay(true)?;
        Ok(Stream::Tcp(stream))
    }

    /// The same connection once more.
    pub(crate) fn twin(&self) -> Result<Self> {
        match self {
            Stream::Tcp(stream) => stream.try_clone().map(Stream::Tcp),
            Stream::Socket(stream) => stream.try_clone().map(Stream::Socket),
        }
    }

    /// Ends one direction or both, for all twins.
    pub(crate) fn shut(&self, what: Shutdown) {
        let _closed = match self {
            Stream::Tcp(stream) => stream.shutdown(what),
            Stream::Socket(stream) => stream.shutdown(what),
        };
    }
}

impl Read for Stream {
    fn read(&mut self, bytes: &mut [u8]) -> Result<usize> {
        match self {
            Stream::Tcp(stream) => stream.read(bytes),
            Stream::Socket(stream) => stream.read(bytes),
        }
    }
}

impl Write for Stream {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        match self {
            Stream::Tcp(stream) => stream.write(bytes),
            Stream::Socket(stream) => stream.write(bytes),
        }
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}
