//! Bodies as they travel: brotli 11 and gzip 9, what a good static host sends.
//!
//! Compressing the program takes seconds, and the server, the size check and every browser test want it: results
//! are kept in cargo's target folder under the hash of what was compressed.

use crate::{digest, project};
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Brotli,
    Gzip,
}

impl Encoding {
    /// The name in `Accept-Encoding` and `Content-Encoding`.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Brotli => "br",
            Encoding::Gzip => "gzip",
        }
    }

    /// The best encoding that a client says it understands.
    pub fn accepted(header: &str) -> Option<Encoding> {
        let named =
            |name: &str| header.split(',').any(|word| word.split(';').next().is_some_and(|word| word.trim() == name));
        [Encoding::Brotli, Encoding::Gzip].into_iter().find(|encoding| named(encoding.name()))
    }

    pub fn encode(self, bytes: &[u8]) -> Vec<u8> {
        let kept = kept_at(self, bytes);
        if let Some(encoded) = kept.as_ref().and_then(|path| fs::read(path).ok()) {
            return encoded;
        }
        let encoded = match self {
            Encoding::Brotli => brotli(bytes),
            Encoding::Gzip => gzip(bytes),
        };
        if let Some(path) = kept {
            keep(&path, &encoded);
        }
        encoded
    }
}

// Writing to memory cannot fail; if it ever did, the text as it is would be the safe answer.
fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut encoded = Vec::new();
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    match brotli::BrotliCompress(&mut &bytes[..], &mut encoded, &parameters) {
        Ok(_) => encoded,
        Err(error) => unreachable!("compressing in memory: {error}"),
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    match encoder.write_all(bytes).and_then(|()| encoder.finish()) {
        Ok(encoded) => encoded,
        Err(error) => unreachable!("compressing in memory: {error}"),
    }
}

fn kept_at(encoding: Encoding, bytes: &[u8]) -> Option<PathBuf> {
    // Small files are compressed faster than they are looked up.
    let worthwhile = bytes.len() > 20_000;
    let folder = worthwhile.then(project::target_folder)??.join("encoded");
    Some(folder.join(format!("{}.{}", digest::hex(bytes), encoding.name())))
}

/// Keeps a result if it can; several processes may do so at once, so it appears whole or not at all.
fn keep(path: &PathBuf, encoded: &[u8]) {
    let Some(folder) = path.parent() else { return };
    let unfinished = path.with_extension(format!("{}", std::process::id()));
    let _ = fs::create_dir_all(folder)
        .and_then(|()| fs::write(&unfinished, encoded))
        .and_then(|()| fs::rename(&unfinished, path));
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    #[test]
    fn the_best_accepted_encoding_is_chosen() {
        assert_eq!(Encoding::accepted("gzip, deflate, br, zstd"), Some(Encoding::Brotli));
        assert_eq!(Encoding::accepted("gzip;q=1.0"), Some(Encoding::Gzip));
        assert_eq!(Encoding::accepted("identity"), None);
        assert_eq!(Encoding::accepted(""), None);
    }

    #[test]
    fn bodies_survive_the_journey() {
        let body = "Sổ OCOP ".repeat(500).into_bytes();
        let mut plain = Vec::new();
        brotli::Decompressor::new(&Encoding::Brotli.encode(&body)[..], 4096).read_to_end(&mut plain).expect("brotli");
        assert_eq!(plain, body);
        plain.clear();
        flate2::read::GzDecoder::new(&Encoding::Gzip.encode(&body)[..]).read_to_end(&mut plain).expect("gzip");
        assert_eq!(plain, body);
    }
}
