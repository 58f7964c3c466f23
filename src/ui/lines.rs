//! Children in a list that changes: only those that come, go or move are touched.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use super::node::Node;

/// Children that come, go and move one by one; those that stay are not touched. They live as long as their parent.
#[derive(Clone)]
pub struct Lines {
    element: web_sys::Element,
    shown: Weak<RefCell<Vec<Node>>>,
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
    /// Those of an element, which keeps them alive.
    pub(super) fn new(element: web_sys::Element, shown: &Rc<RefCell<Vec<Node>>>) -> Lines {
        Lines { element, shown: Rc::downgrade(shown) }
    }

    /// Shows the children in this order; those that are not named go, and are answered: who is being called by one of
    /// them lets them live until it is done.
    pub fn arrange(&self, order: Vec<Line>) -> Vec<Node> {
        let Some(shown) = self.shown.upgrade() else { return Vec::new() };
        let mut old: Vec<Option<Node>> = shown.take().into_iter().map(Some).collect();
        let mut take = |at: usize| old.get_mut(at).and_then(Option::take);
        let order = order.into_iter().filter_map(|line| match line {
            Line::Stays(at) => take(at).map(|node| (node, false)),
            Line::Moves(at) => take(at).map(|node| (node, true)),
            Line::New(node) => Some((node, true)),
        });
        let order: Vec<(Node, bool)> = order.collect();
        let gone: Vec<Node> = old.into_iter().flatten().collect();
        gone.iter().for_each(|node| node.element().remove());
        let mut below: Option<web_sys::Element> = None;
        for (node, is_put) in order.iter().rev() {
            let element = node.element();
            if *is_put {
                let _ = self.element.insert_before(&element, below.as_deref());
            }
            below = Some(element);
        }
        shown.replace(order.into_iter().map(|(node, _)| node).collect());
        gone
    }
}
