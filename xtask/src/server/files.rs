//! The files of the site as responses. Each is read and compressed once, until it changes on disk.

use super::http::{Request, Response};
use super::{Missing, lock, media_type};
use crate::{digest, encoding::Encoding};
use std::collections::HashMap;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::SystemTime;

pub struct Files {
    folder: PathBuf,
    known: Mutex<HashMap<PathBuf, Arc<File>>>,
}

struct File {
    modified: Option<SystemTime>,
    etag: String,
    plain: Arc<[u8]>,
    brotli: OnceLock<Arc<[u8]>>,
    gzip: OnceLock<Arc<[u8]>>,
}

impl Files {
    pub fn new(folder: &Path) -> Files {
        Files { folder: folder.to_path_buf(), known: Mutex::default() }
    }

    /// The response for a path relative to the site.
    pub fn answer(&self, path: &str, missing: Missing, request: &Request) -> Response {
        if !matches!(request.method.as_str(), "GET" | "HEAD") {
            return Response::text("405 Method Not Allowed", "only files are read here");
        }
        let path = if path.is_empty() { "index.html" } else { path };
        if let Some(file) = self.file(path) {
            return respond("200 OK", path, &file, request);
        }
        // A name with a dot asks for a file, and a wrong answer to that would hide a fault in the build.
        let names_a_file = path.rsplit('/').next().is_some_and(|name| name.contains('.'));
        let (status, page) = match missing {
            _ if names_a_file => return Response::text("404 Not Found", "no such file"),
            Missing::Index => ("200 OK", "index.html"),
            Missing::NotFoundPage => ("404 Not Found", "404.html"),
        };
        match self.file(page) {
            Some(file) => respond(status, page, &file, request),
            None => Response::text("404 Not Found", "the site is not built"),
        }
    }

    fn file(&self, relative: &str) -> Option<Arc<File>> {
        let inside = Path::new(relative).components().all(|part| matches!(part, Component::Normal(_)));
        let path = inside.then(|| self.folder.join(relative))?;
        let modified = fs::metadata(&path).ok().filter(fs::Metadata::is_file)?.modified().ok();
        let known = lock(&self.known).get(&path).cloned();
        if let Some(file) = known.filter(|file| file.modified == modified) {
            return Some(file);
        }
        let plain: Arc<[u8]> = fs::read(&path).ok()?.into();
        let etag = digest::hex(&plain)[..16].to_string();
        let file = Arc::new(File { modified, etag, plain, brotli: OnceLock::new(), gzip: OnceLock::new() });
        lock(&self.known).insert(path, Arc::clone(&file));
        Some(file)
    }
}

impl File {
    fn encoded(&self, encoding: Encoding) -> Arc<[u8]> {
        let kept = match encoding {
            Encoding::Brotli => &self.brotli,
            Encoding::Gzip => &self.gzip,
        };
        Arc::clone(kept.get_or_init(|| encoding.encode(&self.plain).into()))
    }
}

fn respond(status: &'static str, name: &str, file: &File, request: &Request) -> Response {
    let (media_type, compressible) = media_type::of(name);
    let encoding = Encoding::accepted(&request.accept_encoding).filter(|_| compressible && file.plain.len() > 256);
    let etag = format!("\"{}{}\"", file.etag, encoding.map(Encoding::name).unwrap_or_default());
    let life = if is_hashed(name) { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut headers = vec![("ETag", etag.clone()), ("Cache-Control", life.into()), ("Vary", "Accept-Encoding".into())];
    if status.starts_with("200") && request.if_none_match.contains(&etag) {
        return Response { status: "304 Not Modified", headers, body: Arc::default() };
    }
    headers.push(("Content-Type", media_type.into()));
    headers.extend(encoding.map(|encoding| ("Content-Encoding", encoding.name().into())));
    let body = encoding.map_or_else(|| Arc::clone(&file.plain), |encoding| file.encoded(encoding));
    Response { status, headers, body }
}

/// Whether the name carries a hash of the content, as trunk writes it: `main-0123456789abcdef.css`.
pub fn is_hashed(name: &str) -> bool {
    let stem = name.rsplit('/').next().unwrap_or(name).split('.').next().unwrap_or_default();
    let hash = stem.strip_suffix("_bg").unwrap_or(stem).rsplit('-').next().unwrap_or_default();
    stem.contains('-')
        && hash.len() >= 15
        && hash.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}
