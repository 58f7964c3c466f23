//! A static host for the built site, on this machine only: for `cargo xtask serve` and for the browser tests.
//!
//! It answers as a good host on the network would (compressed bodies, ETags, long life for hashed names), under any
//! path, and can be told to drop every connection, so that a test can be offline. It knows nothing of the app.

mod files;
mod http;
mod media_type;

use crate::Result;
use files::Files;
use std::io::BufReader;
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// What an unknown path that names no file gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// `index.html`, as a host with a rewrite rule answers.
    Index,
    /// `404.html` with status 404, as hosts without rules answer.
    NotFoundPage,
}

/// A running server. It stops when dropped.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    listening: Option<JoinHandle<()>>,
}

struct Shared {
    /// Empty, or `/one/or/more/segments`.
    prefix: String,
    files: Files,
    stopped: AtomicBool,
    offline: AtomicBool,
    missing_is_404: AtomicBool,
    /// Open connections, so that they can be cut.
    connections: Mutex<Vec<(u64, TcpStream)>>,
    requests: Mutex<Vec<String>>,
}

impl Server {
    /// Serves `folder` on 127.0.0.1 under `prefix` (`""` or `"/a/b"`). Port 0 takes any free port.
    pub fn start(folder: &Path, port: u16, prefix: &str) -> Result<Server> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| cannot_listen(port, &error))?;
        let address = listener.local_addr().map_err(|error| error.to_string())?;
        let prefix = prefix.trim_matches('/');
        let shared = Arc::new(Shared {
            prefix: if prefix.is_empty() { String::new() } else { format!("/{prefix}") },
            files: Files::new(folder),
            stopped: AtomicBool::new(false),
            offline: AtomicBool::new(false),
            missing_is_404: AtomicBool::new(false),
            connections: Mutex::default(),
            requests: Mutex::default(),
        });
        let listening = thread::spawn({
            let shared = Arc::clone(&shared);
            move || listen(&listener, &shared)
        });
        Ok(Server { address, shared, listening: Some(listening) })
    }

    /// The address of a page, given relative to the site: `url("phien/1")`.
    pub fn url(&self, page: &str) -> String {
        format!("http://{}{}/{}", self.address, self.shared.prefix, page.trim_start_matches('/'))
    }

    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Offline, every connection is cut, the open ones at once and new ones as they come.
    pub fn set_offline(&self, offline: bool) {
        self.shared.offline.store(offline, Ordering::SeqCst);
        if offline {
            self.shared.cut();
        }
    }

    pub fn set_missing(&self, missing: Missing) {
        self.shared.missing_is_404.store(missing == Missing::NotFoundPage, Ordering::SeqCst);
    }

    /// Every path that was asked for since the start, in order, with the prefix.
    pub fn requests(&self) -> Vec<String> {
        lock(&self.shared.requests).clone()
    }

    /// Stays until the process is ended.
    pub fn wait(mut self) {
        if let Some(listening) = self.listening.take() {
            let _ = listening.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        self.shared.cut();
        // The listener waits for a connection; this is the last one.
        let _ = TcpStream::connect(self.address);
        if let Some(listening) = self.listening.take() {
            let _ = listening.join();
        }
    }
}

/// Fails, in plain words, when another program has the port.
pub fn check_free(port: u16) -> Result<()> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map(drop).map_err(|error| cannot_listen(port, &error))
}

fn cannot_listen(port: u16, error: &std::io::Error) -> String {
    if error.kind() == std::io::ErrorKind::AddrInUse {
        format!(
            "port {port} is taken by another program: end it, or choose another port with --port {}",
            port.saturating_add(1)
        )
    } else {
        format!("cannot listen on port {port}: {error}")
    }
}

fn listen(listener: &TcpListener, shared: &Arc<Shared>) {
    let numbers = AtomicU64::new(0);
    for stream in listener.incoming() {
        if shared.stopped.load(Ordering::SeqCst) {
            return;
        }
        let Ok(stream) = stream else { continue };
        let number = numbers.fetch_add(1, Ordering::Relaxed);
        let Ok(handle) = stream.try_clone() else {
            continue;
        };
        lock(&shared.connections).push((number, handle));
        let shared = Arc::clone(shared);
        thread::spawn(move || {
            // A browser may hang up at any moment; that is not an error of the server.
            let _ = shared.converse(&stream);
            let _ = stream.shutdown(Shutdown::Both);
            lock(&shared.connections).retain(|(open, _)| *open != number);
        });
    }
}

impl Shared {
    fn converse(&self, stream: &TcpStream) -> std::io::Result<()> {
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(60)))?;
        let mut reader = BufReader::new(stream);
        while let Some(request) = http::read(&mut reader)? {
            if self.offline.load(Ordering::SeqCst) || self.stopped.load(Ordering::SeqCst) {
                return Ok(());
            }
            lock(&self.requests).push(request.path.clone());
            let response = self.answer(&request);
            http::write(stream, &request, &response)?;
            if request.close {
                return Ok(());
            }
        }
        Ok(())
    }

    fn answer(&self, request: &http::Request) -> http::Response {
        let Some(path) = request.path.strip_prefix(&self.prefix) else {
            return http::Response::text("404 Not Found", "outside the site's path");
        };
        match path.strip_prefix('/') {
            Some(file) => {
                let missing =
                    if self.missing_is_404.load(Ordering::SeqCst) { Missing::NotFoundPage } else { Missing::Index };
                self.files.answer(file, missing, request)
            }
            None if path.is_empty() => http::Response::redirect(&format!("{}/", self.prefix)),
            None => http::Response::text("404 Not Found", "outside the site's path"),
        }
    }

    fn cut(&self) {
        for (_, stream) in lock(&self.connections).iter() {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }
}

/// A thread that panicked while it held the lock leaves plain lists behind, which are still good.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
