//! Pages that are made piece by piece.

use std::cell::RefCell;
use std::rc::Weak;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::node::Node;
use crate::platform::clock;

/// Elements that are made and shown together.
pub struct Piece {
    nodes: Vec<Node>,
    within: Option<web_sys::Element>,
}

impl Piece {
    /// Elements for the end of what grows.
    pub fn of(nodes: Vec<Node>) -> Piece {
        Piece { nodes, within: None }
    }

    /// Elements for the end of `begun`, which an earlier piece brought.
    pub fn more(nodes: Vec<Node>, begun: &Begun) -> Piece {
        Piece { nodes, within: Some(begun.0.clone()) }
    }

    /// What is there from the start.
    pub fn into_nodes(self) -> Vec<Node> {
        self.nodes
    }
}

/// An element whose content a later piece ends.
pub struct Begun(web_sys::Element);

impl Begun {
    pub fn of(node: &Node) -> Begun {
        Begun(node.element())
    }
}

pub(super) fn grow(
    element: web_sys::Element,
    place: Weak<RefCell<Vec<Node>>>,
    mut pieces: Box<dyn Iterator<Item = Piece>>,
) {
    // What the pieces keep alive belongs to the page that they are on.
    let owner = Owner::current();
    let _ = element.set_attribute("aria-busy", "true");
    spawn_local(async move {
        loop {
            clock::painted().await;
            // A tap on what has just been shown, and whatever else waited for that frame, comes first.
            clock::breathe().await;
            let Some(grown) = place.upgrade() else { return };
            let piece = match &owner {
                Some(owner) => owner.with(|| pieces.next()),
                None => pieces.next(),
            };
            let Some(piece) = piece else {
                let _ = element.remove_attribute("aria-busy");
                return;
            };
            let within = piece.within.as_ref().unwrap_or(&element);
            for node in piece.nodes {
                let _ = within.append_child(&node.element());
                grown.borrow_mut().push(node);
            }
        }
    });
}
