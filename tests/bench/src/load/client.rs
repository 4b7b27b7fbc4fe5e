//! As little HTTP/1.1 as will do: what the client spends is missing to the server beside it.

use std::{io, net::SocketAddr};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// A connection that is kept.
pub struct Client {
    stream: TcpStream,
    received: Vec<u8>,
}

impl Client {
    pub async fn connect(address: SocketAddr) -> io::Result<Client> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Client { stream, received: Vec::with_capacity(64 * 1024) })
    }

    /// Sends a whole request, reads the whole answer, and says its status.
    pub async fn send(&mut self, request: &[u8]) -> io::Result<u16> {
        self.stream.write_all(request).await?;
        self.received.clear();
        let mut head = None;
        loop {
            if self.stream.read_buf(&mut self.received).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            head = head.or_else(|| Head::parse(&self.received));
            if head.as_ref().is_some_and(|head| head.is_complete(&self.received)) {
                return Ok(head.map_or(0, |head| head.status));
            }
        }
    }
}

struct Head {
    status: u16,
    length: usize,
    body: Body,
}

enum Body {
    Length(usize),
    Chunked,
}

impl Head {
    fn parse(received: &[u8]) -> Option<Head> {
        let length = received.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
        let text = std::str::from_utf8(&received[..length]).ok()?;
        let status = text.get(9..12)?.parse().ok()?;
        let header = |name: &str| text.lines().find_map(|line| line.strip_prefix(name));
        let body = match header("content-length: ") {
            Some(length) => Body::Length(length.parse().ok()?),
            None if header("transfer-encoding: chunked").is_some() => Body::Chunked,
            None => Body::Length(0),
        };
        Some(Head { status, length, body })
    }

    fn is_complete(&self, received: &[u8]) -> bool {
        match self.body {
            Body::Length(length) => received.len() >= self.length + length,
            Body::Chunked => is_last_chunk_there(&received[self.length..]).unwrap_or(false),
        }
    }
}

/// Goes from chunk to chunk; `None` where more has to come.
fn is_last_chunk_there(mut rest: &[u8]) -> Option<bool> {
    loop {
        let line = rest.windows(2).position(|two| two == b"\r\n")?;
        let size = usize::from_str_radix(std::str::from_utf8(&rest[..line]).ok()?.trim(), 16).ok()?;
        rest = rest.get(line + 2 + size + 2..)?;
        if size == 0 {
            return Some(true);
        }
    }
}
