//! The camera on the screen, as long as its element is.

use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use super::node::{Node, classed};
use crate::platform::camera::{Camera, CameraFault, Look};
use crate::platform::clock;

/// The picture of the camera. `on_look` gets one picture after the other, the next when it is done with the last; `on_fault` hears why
/// there is none. The camera is turned off when the element leaves the page.
pub fn camera(label: &str, on_look: impl AsyncFn(Look) + 'static, on_fault: impl Fn(CameraFault) + 'static) -> Node {
    let node = classed("video", "camera").attr("playsinline", "").attr("muted", "").attr("aria-label", label);
    if let Ok(video) = node.element().dyn_into::<web_sys::HtmlVideoElement>() {
        spawn_local(async move {
            // The element comes into the page after this.
            clock::painted().await;
            match Camera::on(video.clone()).await {
                Ok(camera) => {
                    while video.is_connected() {
                        if let Some(look) = camera.look().await {
                            on_look(look).await;
                        }
                        clock::painted().await;
                    }
                }
                Err(fault) => on_fault(fault),
            }
        });
    }
    node
}

/// A code as a drawing: dark squares of `side` × `side` on a white ground, with the quiet zone around it.
pub fn squares(label: &str, side: usize, quiet: usize, is_dark: impl Fn(usize, usize) -> bool) -> Node {
    let mut path = String::new();
    for row in 0..side {
        let mut column = 0;
        while column < side {
            let run = (column..side).take_while(|at| is_dark(row, *at)).count();
            if run > 0 {
                let (x, y) = (column + quiet, row + quiet);
                path.push_str(&format!("M{x} {y}h{run}v1h-{run}z"));
            }
            column += run.max(1);
        }
    }
    let all = (side + 2 * quiet).to_string();
    let ground = super::node::svg("rect").attr("width", &all).attr("height", &all).attr("fill", "#fff");
    super::node::svg("svg")
        .attr("class", "qr")
        .attr("viewBox", &["0 0 ", &all, " ", &all].concat())
        .attr("role", "img")
        .attr("aria-label", label)
        .attr("shape-rendering", "crispEdges")
        .child(ground)
        .child(super::node::svg("path").attr("d", &path).attr("fill", "#000"))
}
