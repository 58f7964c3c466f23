//! Restore points on the page of the data: made, compared, put back, deleted.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::open_file::why;
use super::passphrase::passphrase;
use crate::state::{App, Difference, PointHead, Refused};
use crate::text::{self, points, shell};
use crate::ui::{Node, actions, button, classed, el, paragraph, table, text};

/// The list, and what is being looked at.
#[derive(Clone, Copy)]
struct Points {
    app: App,
    heads: RwSignal<Option<Result<Vec<PointHead>, Refused>>, LocalStorage>,
    /// The point that is looked at, with what putting it back would change once that is known.
    looked_at: RwSignal<Option<(String, Option<Difference>)>, LocalStorage>,
    said: RwSignal<String>,
}

/// The section of the page.
pub fn section(app: App) -> Node {
    let all = Points {
        app,
        heads: RwSignal::new_local(None),
        looked_at: RwSignal::new_local(None),
        said: RwSignal::new(String::new()),
    };
    all.load();
    let make = button("quiet", points::MAKE.get(), move || all.make());
    let said = paragraph("banner", "").id("diem-bao").attr("role", "status");
    let said = said.bind_text(move || all.said.get()).hidden_while(move || all.said.with(String::is_empty));
    classed("section", "stack")
        .id("khoi-phuc")
        .child(text("h2", points::TITLE.get()))
        .child(paragraph("help", points::HELP.get()))
        .child(actions([make.id("tao-diem")]))
        .child(said)
        .child(el("div").show(move || all.list()))
        .child(passphrase(app))
}

impl Points {
    fn load(self) {
        spawn_local(async move {
            let found = self.app.points().await;
            let _ = self.heads.try_set(Some(found));
        });
    }

    /// Says how something went, and reads the list anew. The page may be gone by then.
    fn has_done(self, words: String) {
        let _ = self.said.try_set(words);
        let _ = self.looked_at.try_set(None);
        self.load();
    }

    fn make(self) {
        spawn_local(async move {
            let words = match self.app.make_point().await {
                Ok(true) => points::MADE.get().to_owned(),
                Ok(false) => points::NOTHING_NEW.get().to_owned(),
                Err(refused) => why(&refused),
            };
            self.has_done(words);
        });
    }

    fn compare(self, id: String) {
        self.said.set(String::new());
        self.looked_at.set(Some((id.clone(), None)));
        spawn_local(async move {
            match self.app.compare_point(id.clone()).await {
                Ok(difference) => {
                    let _ = self.looked_at.try_set(Some((id, Some(difference))));
                }
                Err(refused) => self.has_done(why(&refused)),
            }
        });
    }

    fn put_back(self, id: String) {
        self.looked_at.set(None);
        self.said.set(points::RESTORING.get().to_owned());
        spawn_local(async move {
            let done = self.app.put_point_back(id).await;
            self.has_done(done.map_or_else(|refused| why(&refused), |()| points::RESTORED.get().to_owned()));
        });
    }

    fn drop(self, id: String) {
        spawn_local(async move {
            let done = self.app.drop_point(id).await;
            self.has_done(done.map_or_else(|refused| why(&refused), |()| points::DROPPED.get().to_owned()));
        });
    }

    fn give(self, id: String) {
        spawn_local(async move {
            if let Err(refused) = self.app.give_point(id).await {
                let _ = self.said.try_set(why(&refused));
            }
        });
    }

    fn list(self) -> Node {
        self.heads.with(|heads| match heads {
            None => paragraph("", points::READING.get()),
            Some(Err(refused)) => paragraph("banner warning", &why(refused)),
            Some(Ok(heads)) if heads.is_empty() => paragraph("empty", points::NONE.get()),
            Some(Ok(heads)) => classed("ul", "cards").children(heads.iter().map(|head| self.one(head))),
        })
    }

    fn one(self, head: &PointHead) -> Node {
        let with_id = |act: fn(Points, String)| {
            let id = head.id.clone();
            move || act(self, id.clone())
        };
        let id = head.id.clone();
        let detail = el("div").attr("aria-live", "polite").show(move || {
            self.looked_at.with(|looked_at| match looked_at {
                Some((of, None)) if *of == id => paragraph("", points::COMPARING.get()),
                Some((of, Some(difference))) if *of == id => self.detail(&id, difference),
                _ => el("div"),
            })
        });
        classed("li", "card")
            .child(text("b", &text::date_and_time(head.at)))
            .child(text("small", points::reason(&head.reason)))
            .child(paragraph("", &points::content(&head.rows, head.bytes)))
            .child(actions([
                button("quiet", points::COMPARE.get(), with_id(Points::compare)),
                button("quiet", points::SAVE.get(), with_id(Points::give)),
                button("quiet", points::DROP.get(), with_id(Points::drop)),
            ]))
            .child(detail)
    }

    fn detail(self, id: &str, difference: &Difference) -> Node {
        let unread = (difference.unread > 0).then(|| paragraph("help", &points::unread(difference.unread)));
        if difference.is_none() {
            return el("div").child(paragraph("", points::SAME.get()).id("giong-diem")).maybe(unread);
        }
        let rows = difference.kinds.iter().map(|of| {
            let cells = [of.changes.back, of.changes.changed, of.changes.gone].map(|n| text("td", &n.to_string()));
            el("tr").child(text("th", points::kind(of.kind.word())).attr("scope", "row")).children(cells)
        });
        let head = [points::CHANGES_OF, points::BACK, points::CHANGED, points::GONE].map(text::Text::get);
        let mut groups: Vec<Node> =
            difference.groups.iter().map(|of| text("li", &points::group(of.heading.as_ref(), of.changes))).collect();
        if difference.more_groups > 0 {
            groups.push(text("li", &points::more(difference.more_groups)));
        }
        let id = id.to_owned();
        let restore = button("danger", points::RESTORE.get(), move || self.put_back(id.clone()));
        let cancel = button("quiet", shell::CANCEL.get(), move || self.looked_at.set(None));
        el("div")
            .child(table("grid", points::WHAT_CHANGES.get(), &head, rows))
            .child(el("ul").children(groups))
            .maybe(unread)
            .child(paragraph("", points::RESTORE_HELP.get()))
            .child(actions([cancel, restore.id("khoi-phuc-that")]))
    }
}
