//! As much of HTTP/1.1 as a browser needs to read files.

use std::fmt::Write as _;
use std::io::{self, BufRead, Read as _, Write as _};
use std::net::TcpStream;
use std::sync::Arc;

#[derive(Default)]
pub struct Request {
    pub method: String,
    /// Decoded, without the query.
    pub path: String,
    pub accept_encoding: String,
    pub if_none_match: String,
    /// The client wants no further request on this connection.
    pub close: bool,
}

pub struct Response {
    pub status: &'static str,
    pub headers: Vec<(&'static str, String)>,
    pub body: Arc<[u8]>,
}

impl Response {
    pub fn text(status: &'static str, text: &str) -> Response {
        let headers = vec![("Content-Type", "text/plain; charset=utf-8".into()), ("Cache-Control", "no-store".into())];
        Response { status, headers, body: text.as_bytes().into() }
    }

    pub fn redirect(to: &str) -> Response {
        Response { status: "301 Moved Permanently", headers: vec![("Location", to.into())], body: Arc::default() }
    }
}

/// The next request; `None` when the client has hung up. A body is not expected and not read.
pub fn read(reader: &mut impl BufRead) -> io::Result<Option<Request>> {
    let mut head = reader.take(64 * 1024);
    let mut line = String::new();
    if head.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let mut words = line.split_whitespace();
    let (Some(method), Some(target)) = (words.next(), words.next()) else {
        return Err(io::ErrorKind::InvalidData.into());
    };
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let mut request = Request { method: method.into(), path: decoded(path), ..Request::default() };
    loop {
        line.clear();
        if head.read_line(&mut line)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let Some((name, value)) = line.trim_end().split_once(':') else {
            if line.trim_end().is_empty() {
                return Ok(Some(request));
            }
            continue;
        };
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "accept-encoding" => request.accept_encoding = value.into(),
            "if-none-match" => request.if_none_match = value.into(),
            "connection" => request.close = value.eq_ignore_ascii_case("close"),
            _ => {}
        }
    }
}

pub fn write(mut stream: &TcpStream, request: &Request, response: &Response) -> io::Result<()> {
    let mut head = format!("HTTP/1.1 {}\r\nContent-Length: {}\r\n", response.status, response.body.len());
    for (name, value) in &response.headers {
        let _ = write!(head, "{name}: {value}\r\n");
    }
    head.push_str("X-Content-Type-Options: nosniff\r\n\r\n");
    let mut message = head.into_bytes();
    if request.method != "HEAD" {
        message.extend_from_slice(&response.body);
    }
    stream.write_all(&message)
}

/// `%41` becomes `A`; what is no valid text becomes a path that no file has.
fn decoded(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digits = [rest.next(), rest.next()].map(|digit| digit.and_then(|digit| char::from(digit).to_digit(16)));
        match digits {
            [Some(high), Some(low)] => bytes.push((high * 16 + low) as u8),
            _ => return "/\u{fffd}.".into(),
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| "/\u{fffd}.".into())
}
