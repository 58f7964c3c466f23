use super::*;
use std::io::{Read as _, Write as _};
use std::path::PathBuf;

/// A small site in a folder of its own, removed when the test ends.
struct Site(PathBuf);

impl Site {
    fn new(name: &str) -> Site {
        let folder = std::env::temp_dir().join(format!("xtask-server-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("folder");
        for (file, text) in [("index.html", "home"), ("404.html", "lost"), ("app-0123456789abcdef_bg.wasm", "\0asm")] {
            std::fs::write(folder.join(file), text).expect("file");
        }
        std::fs::write(folder.join("big.js"), "let a = 1;\n".repeat(100)).expect("file");
        Site(folder)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The whole answer to a request, head and body; empty when the connection was cut.
fn get(server: &Server, path: &str, headers: &str) -> String {
    let Ok(mut stream) = TcpStream::connect(("127.0.0.1", server.port())) else {
        return String::new();
    };
    let _ = write!(stream, "GET {path} HTTP/1.1\r\nConnection: close\r\n{headers}\r\n");
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

#[track_caller]
fn check(server: &Server, path: &str, status: &str, contains: &str) {
    let answer = get(server, path, "");
    assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{path}: {answer}");
    assert!(answer.contains(contains), "{path}: {answer}");
}

#[test]
fn pages_files_and_nothing_else() {
    let site = Site::new("pages");
    let server = Server::start(&site.0, 0, "").expect("server");
    check(&server, "/", "200", "\r\n\r\nhome");
    check(&server, "/phien/1/cham/a?b=c", "200", "\r\n\r\nhome");
    check(&server, "/missing.js", "404", "no such file");
    check(&server, "/../Cargo.toml", "404", "no such file");
    check(&server, "/%2e%2e/x.toml", "404", "no such file");
    check(&server, "/app-0123456789abcdef_bg.wasm", "200", "immutable");
    check(&server, "/app-0123456789abcdef_bg.wasm", "200", "application/wasm");
    check(&server, "/big.js", "200", "no-cache");
    server.set_missing(Missing::NotFoundPage);
    check(&server, "/phien/1", "404", "\r\n\r\nlost");
    assert_eq!(server.requests().len(), 9);
}

#[test]
fn a_site_under_a_path() {
    let site = Site::new("prefix");
    let server = Server::start(&site.0, 0, "/a/b/").expect("server");
    assert_eq!(server.url("phien/1"), format!("http://127.0.0.1:{}/a/b/phien/1", server.port()));
    check(&server, "/a/b/", "200", "home");
    check(&server, "/a/b", "301", "Location: /a/b/");
    check(&server, "/a/b/viec", "200", "home");
    check(&server, "/", "404", "outside");
    check(&server, "/a/bc/", "404", "outside");
}

#[test]
fn bodies_are_compressed_and_revalidated() {
    let site = Site::new("bodies");
    let server = Server::start(&site.0, 0, "").expect("server");
    let answer = get(&server, "/big.js", "Accept-Encoding: gzip, br\r\n");
    assert!(answer.contains("Content-Encoding: br") && answer.len() < 600, "{answer}");
    let etag = answer.lines().find_map(|line| line.strip_prefix("ETag: ")).expect("an ETag").to_string();
    let again = get(&server, "/big.js", &format!("Accept-Encoding: gzip, br\r\nIf-None-Match: {etag}\r\n"));
    assert!(again.starts_with("HTTP/1.1 304 "), "{again}");
    std::fs::write(site.0.join("big.js"), "let b = 2;\n".repeat(100)).expect("file");
    let changed = get(&server, "/big.js", &format!("Accept-Encoding: gzip, br\r\nIf-None-Match: {etag}\r\n"));
    assert!(changed.starts_with("HTTP/1.1 200 "), "{changed}");
}

#[test]
fn offline_cuts_open_and_new_connections() {
    let site = Site::new("offline");
    let server = Server::start(&site.0, 0, "").expect("server");
    let mut open = TcpStream::connect(("127.0.0.1", server.port())).expect("connection");
    check(&server, "/", "200", "home");
    server.set_offline(true);
    assert_eq!(open.read(&mut [0; 1]).unwrap_or(0), 0);
    assert_eq!(get(&server, "/", ""), "");
    server.set_offline(false);
    check(&server, "/", "200", "home");
}

#[test]
fn a_taken_port_is_said_in_words() {
    let site = Site::new("taken");
    let server = Server::start(&site.0, 0, "").expect("server");
    let refusal = check_free(server.port()).expect_err("the port is taken");
    assert!(refusal.contains("is taken by another program"), "{refusal}");
}
