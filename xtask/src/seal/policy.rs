//! The content security policy of the page: its own files, its own inline scripts, WebAssembly, and nothing else.

use crate::digest;

/// For a finished site: inline scripts are named one by one by their hash.
pub fn strict(page: &str) -> String {
    let hashes = inline_scripts(page).iter().fold(String::new(), |text, script| {
        // The parser reads a line break of any kind as one line feed before it hashes.
        text + " 'sha256-" + &digest::base64(script.replace("\r\n", "\n").as_bytes()) + "'"
    });
    policy(&hashes, "", "")
}

/// For development: trunk rewrites its reload script while serving, so no hash would hold, and it opens a socket.
pub fn relaxed() -> String {
    policy(" 'unsafe-inline'", " 'unsafe-inline'", " ws: wss:")
}

/// For a page with nothing but its own files and no WebAssembly.
pub fn plain() -> &'static str {
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; base-uri 'none'; \
     form-action 'none'"
}

fn policy(scripts: &str, styles: &str, connections: &str) -> String {
    format!(
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{styles}; \
         img-src 'self' data: blob:; connect-src 'self'{connections}; font-src 'self'; object-src 'none'; \
         base-uri 'self'; form-action 'none'; worker-src 'self'; manifest-src 'self'"
    )
}

/// The text of every `<script>` without a `src`.
fn inline_scripts(page: &str) -> Vec<&str> {
    let mut scripts = Vec::new();
    let mut rest = page;
    while let Some(start) = rest.find("<script") {
        let Some((attributes, after)) = rest[start..].split_once('>') else {
            break;
        };
        let Some((text, next)) = after.split_once("</script>") else {
            break;
        };
        if !attributes.contains(" src=") {
            scripts.push(text);
        }
        rest = next;
    }
    scripts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_scripts_without_a_file_are_named() {
        let page =
            "<script>a</script><script defer src=\"b.js\"></script>\n<script type=\"module\" nonce>\nc\n</script>";
        assert_eq!(inline_scripts(page), ["a", "\nc\n"]);
        assert_eq!(strict(page).matches("'sha256-").count(), 2);
    }
}
