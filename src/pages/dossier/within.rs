//! Fields of a part of a dossier that write themselves: a form, a year of it, a piece of evidence.

use std::rc::Rc;

use crate::domain::cycle::Dossier;
use crate::domain::date::Date;
use crate::pages::registry::Editor;
use crate::table::Figure;
use crate::text::Text;
use crate::ui::Node;

/// How a value of a part is read and written.
pub struct Lens<P: 'static, V: 'static> {
    /// Reads it.
    pub get: fn(&P) -> V,
    /// Writes it.
    pub set: fn(&mut P, V),
}

/// The [`Lens`] of a field: `lens!(representative.name)`.
macro_rules! lens {
    ($($path:tt)+) => {
        $crate::pages::dossier::within::Lens {
            get: |it| Clone::clone(&it.$($path)+),
            set: |it, value| it.$($path)+ = value,
        }
    };
}
pub(super) use lens;

/// A part of a dossier with its fields on the screen. What is not there any more is not written.
pub struct Within<P: 'static> {
    editor: Editor<Dossier>,
    see: Rc<See<P>>,
    touch: Rc<Touch<P>>,
}

type See<P> = dyn Fn(&Dossier) -> Option<&P>;
type Touch<P> = dyn Fn(&mut Dossier) -> Option<&mut P>;

impl<P: 'static> Within<P> {
    /// The part that `see` reads and `touch` changes.
    pub fn new(
        editor: Editor<Dossier>,
        see: impl Fn(&Dossier) -> Option<&P> + 'static,
        touch: impl Fn(&mut Dossier) -> Option<&mut P> + 'static,
    ) -> Within<P> {
        Within { editor, see: Rc::new(see), touch: Rc::new(touch) }
    }

    fn get<V: Default + 'static>(&self, lens: &Lens<P, V>) -> impl Fn(&Dossier) -> V + 'static {
        let (see, get) = (self.see.clone(), lens.get);
        move |dossier| see(dossier).map(get).unwrap_or_default()
    }

    fn set<V: 'static>(&self, lens: &Lens<P, V>) -> impl Fn(&mut Dossier, V) + 'static {
        let (touch, set) = (self.touch.clone(), lens.set);
        move |dossier, value| {
            if let Some(part) = touch(dossier) {
                set(part, value);
            }
        }
    }

    /// A line of text.
    pub fn text(&self, label: Text, lens: Lens<P, String>) -> Node {
        self.editor.text(label.get(), self.get(&lens), self.set(&lens))
    }

    /// Several lines of text.
    pub fn area(&self, label: Text, lens: Lens<P, String>) -> Node {
        self.editor.area(label.get(), self.get(&lens), self.set(&lens))
    }

    /// A figure.
    pub fn figure(&self, label: Text, figure: Figure, lens: Lens<P, Option<i64>>) -> Node {
        self.editor.figure(label.get(), figure, self.get(&lens), self.set(&lens))
    }

    /// A date.
    pub fn date(&self, label: Text, lens: Lens<P, Option<Date>>) -> Node {
        self.editor.date(label.get(), self.get(&lens), self.set(&lens))
    }

    /// A box to tick.
    pub fn check(&self, label: &str, lens: Lens<P, bool>) -> Node {
        self.editor.check(label, self.get(&lens), self.set(&lens))
    }

    /// One of a few values.
    pub fn select<V: Copy + Default + PartialEq + 'static>(
        &self,
        label: Text,
        choices: Vec<(V, &'static str)>,
        lens: Lens<P, V>,
    ) -> Node {
        self.editor.select(label.get(), choices, self.get(&lens), self.set(&lens))
    }
}
