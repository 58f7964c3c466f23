//! Children in a list that changes: only those that come, go or move are touched.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use leptos::prelude::document;

use super::node::Node;

/// Children that come, go and move one by one; those that stay are not touched. They live as long as their parent.
///
/// They are held in stretches, an element each, so that what changes in one of them is laid out and painted there alone.
#[derive(Clone)]
pub struct Lines {
    element: web_sys::Element,
    class: &'static str,
    shown: Weak<RefCell<Shown>>,
}

/// The children as they are shown.
#[derive(Default)]
pub(super) struct Shown {
    /// Each with the number of its stretch.
    nodes: Vec<(usize, Node)>,
    stretches: Vec<(usize, web_sys::Element)>,
}

/// A child in the new order.
pub enum Line {
    /// The one that stood at this place. Between all of these the order is the one before.
    Stays(usize),
    /// The one that stood at this place, which goes to another.
    Moves(usize),
    /// One that was not there.
    New(Node),
}

impl Lines {
    /// Those of an element, which keeps them alive; their stretches have this class.
    pub(super) fn new(element: web_sys::Element, class: &'static str, shown: &Rc<RefCell<Shown>>) -> Lines {
        Lines { element, class, shown: Rc::downgrade(shown) }
    }

    /// Shows the children in this order, each in the stretch with this number; a stretch lies in one piece. Those that are
    /// not named go, and are answered: who is being called by one of them lets them live until it is done.
    pub fn arrange(&self, order: Vec<(usize, Line)>) -> Vec<Node> {
        let Some(shown) = self.shown.upgrade() else { return Vec::new() };
        let Shown { nodes, mut stretches } = shown.take();
        let mut old: Vec<Option<(usize, Node)>> = nodes.into_iter().map(Some).collect();
        let mut take = |at: usize| old.get_mut(at).and_then(Option::take);
        let order = order.into_iter().filter_map(|(stretch, line)| match line {
            Line::Stays(at) => take(at).map(|(before, node)| (stretch, node, before != stretch)),
            Line::Moves(at) => take(at).map(|(_, node)| (stretch, node, true)),
            Line::New(node) => Some((stretch, node, true)),
        });
        let order: Vec<(usize, Node, bool)> = order.collect();
        let gone: Vec<Node> = old.into_iter().flatten().map(|(_, node)| node).collect();
        gone.iter().for_each(|node| node.element().remove());
        let mut next: Vec<(usize, web_sys::Element)> = Vec::new();
        let mut below: Option<web_sys::Element> = None;
        for (stretch, node, is_put) in order.iter().rev() {
            if next.last().is_none_or(|(last, _)| last != stretch) {
                let known = stretches.iter().position(|(own, _)| own == stretch).map(|at| stretches.swap_remove(at));
                let after = next.last().map(|(_, element)| element);
                let Some(own) = known.or_else(|| Some((*stretch, self.stretch(after)?))) else { continue };
                next.push(own);
                below = None;
            }
            let element = node.element();
            if *is_put && let Some((_, parent)) = next.last() {
                let _ = parent.insert_before(&element, below.as_deref());
            }
            below = Some(element);
        }
        // What is left holds nothing any more.
        stretches.iter().for_each(|(_, element)| element.remove());
        next.reverse();
        let nodes = order.into_iter().map(|(stretch, node, _)| (stretch, node)).collect();
        shown.replace(Shown { nodes, stretches: next });
        gone
    }

    /// A new stretch before another one, or at the end.
    fn stretch(&self, before: Option<&web_sys::Element>) -> Option<web_sys::Element> {
        let element = document().create_element("div").ok()?;
        let _ = element.set_attribute("class", self.class);
        let _ = self.element.insert_before(&element, before.map(|before| &**before));
        Some(element)
    }
}
