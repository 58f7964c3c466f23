//! A council's papers: which one, about which product, in whose words; as it will be printed.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::heard::{Heard, Said};
use super::{PaperPage, document_page};
use crate::domain::session::SessionId;
use crate::pages::hearing::with_hearing;
use crate::pages::{Path, waiting};
use crate::paper::council::{CouncilPaper, Facts};
use crate::state::{App, Hearing, OwnWords, Records};
use crate::text::council_papers as words;
use crate::ui::{Choice, Node, actions, button, classed, date_box, el, paragraph, select, text, text_box, value_of};

/// The papers of a session, opened at the one with this word.
pub fn council(records: Records, id: SessionId, first: &'static str) -> Node {
    let own = RwSignal::new(None::<OwnWords>);
    spawn_local(async move {
        let opened = OwnWords::open(records).await;
        let _ = own.try_set(Some(opened));
    });
    el("div").show(move || match own.get() {
        None => waiting::loading(),
        Some(own) => with_hearing(records.app, id, move |hearing| page((records.app, own), hearing, first)),
    })
}

/// The papers with their words in the choice and for what is kept.
const PAPERS: [(&str, crate::text::Text); 7] = [
    ("bien-ban", words::CHOOSE_MINUTES),
    ("tong-hop", words::CHOOSE_SUMMARY),
    ("tham-dinh", words::CHOOSE_ADVISORY),
    ("thong-bao", words::CHOOSE_NOTICE),
    ("quyet-dinh", words::CHOOSE_RECOGNITION),
    ("chung-nhan", words::CHOOSE_CERTIFICATE),
    ("cong-van", words::CHOOSE_LETTER),
];

/// Which paper is chosen, and about which product.
#[derive(Clone, Copy)]
struct Chosen {
    paper: RwSignal<String>,
    product: RwSignal<String>,
}

impl Chosen {
    fn get(self) -> CouncilPaper {
        let product = self.product.get().parse().unwrap_or(0);
        match self.paper.get().as_str() {
            "tong-hop" => CouncilPaper::Summary,
            "tham-dinh" => CouncilPaper::Advisory,
            "thong-bao" => CouncilPaper::Notice(product),
            "quyet-dinh" => CouncilPaper::Recognition,
            "chung-nhan" => CouncilPaper::Certificate(product),
            "cong-van" => CouncilPaper::Letter,
            _ => CouncilPaper::Minutes,
        }
    }

    fn is_of_product(self) -> bool {
        matches!(self.get(), CouncilPaper::Notice(_) | CouncilPaper::Certificate(_))
    }

    fn name(self) -> &'static str {
        let paper = self.paper.get();
        PAPERS.iter().find(|(word, _)| *word == paper).map_or("", |(_, name)| name.get())
    }

    /// The name under which the office's own words for it are kept.
    fn word(self) -> &'static str {
        let paper = self.paper.get();
        PAPERS.iter().find(|(word, _)| *word == paper).map_or(PAPERS[0].0, |(word, _)| word)
    }
}

fn page((app, words_of): (App, OwnWords), hearing: &Hearing, first: &str) -> Node {
    let heard = Rc::new(Heard::new(app, hearing));
    let said = Said::kept(words_of, &hearing.session);
    said.keep(app, words_of, hearing.id);
    let chosen = Chosen { paper: RwSignal::new(first.to_owned()), product: RwSignal::new("0".to_owned()) };
    // The words of the chosen paper: the office's own, or those that it finds first.
    let own = RwSignal::new(None::<String>);
    let (print, id) = (RwSignal::new(String::new()), hearing.id);
    spawn_local(async move {
        let found = app.fingerprint(id).await.map(|print| print.to_string()).unwrap_or_default();
        let _ = print.try_set(found);
    });
    let facts = {
        let heard = Rc::clone(&heard);
        move || heard.facts(said, print.get())
    };
    let template = {
        let facts = facts.clone();
        move || own.get().unwrap_or_else(|| chosen.get().template(&facts()).to_owned())
    };
    let document = {
        let (facts, template) = (facts.clone(), template.clone());
        move || chosen.get().document(&facts(), &template())
    };
    let has_subject = {
        let facts = facts.clone();
        move || chosen.get().has_subject(&facts())
    };
    let session = hearing.session.name.clone();
    let products = hearing.session.products.iter().enumerate();
    let products = products.map(|(at, product)| Choice { value: at.to_string(), label: product.name.clone() });
    let papers = PAPERS.map(|(word, name)| Choice { value: word.to_owned(), label: name.get().to_owned() });
    let product = el("div")
        .child(select(words::CHOOSE_PRODUCT.get(), products.collect(), chosen.product))
        .hidden_while(move || !chosen.is_of_product());
    let options = classed("section", "paper-options stack")
        .attr("aria-label", words::OPTIONS.get())
        .effect(Box::new(move || own.set(words_of.kept(chosen.word()))))
        .child(classed("div", "row").child(select(words::CHOOSE.get(), papers.into(), chosen.paper)).child(product))
        .child(
            paragraph("banner warning", words::NO_SUBJECT.get())
                .id("khong-can")
                .attr("role", "status")
                .hidden_while(has_subject),
        )
        .child(fields(said))
        .child(editor(chosen, words_of, own, template, facts));
    document_page(PaperPage {
        back: Path::Session(hearing.id),
        title: Rc::new(move || [chosen.name(), " ", &session].concat()),
        controls: Vec::new(),
        options: Some(options),
        document: Rc::new(document),
    })
}

fn fields(said: Said) -> Node {
    let boxes = [
        (words::SAY_COMMITTEE, said.committee),
        (words::SAY_BODY, said.body),
        (words::SAY_PLACE, said.place),
        (words::SAY_VENUE, said.venue),
        (words::SAY_NUMBER, said.number),
    ];
    el("details").child(text("summary", words::SAY.get())).child(
        classed("div", "stack")
            .children(boxes.map(|(label, value)| text_box(label.get(), value)))
            .child(date_box(words::SAY_DATE.get(), said.date)),
    )
}

/// The words of the paper, to be changed; what is written counts when the field is left.
fn editor(
    chosen: Chosen,
    words_of: OwnWords,
    own: RwSignal<Option<String>>,
    template: impl Fn() -> String + Clone + 'static,
    facts: impl Fn() -> Facts + Clone + 'static,
) -> Node {
    let keep = move |words: Option<String>| {
        words_of.keep(&[(untrack(|| chosen.word()), words.clone().unwrap_or_default())]);
        own.set(words);
    };
    let shown = template.clone();
    let area = el("textarea")
        .id("mau-van-ban")
        .attr("rows", "16")
        .bind_value(shown)
        .on("change", move |event| keep(Some(value_of(&event)).filter(|words| !words.trim().is_empty())));
    let unknown = {
        let (facts, template) = (facts.clone(), template);
        move || {
            let unknown = chosen.get().unknown_fields(&facts(), &template());
            unknown.iter().map(|field| words::unknown_field(field.line, &field.name)).collect::<Vec<_>>().join(" ")
        }
    };
    let said = RwSignal::new(String::new());
    let names = move || {
        let names: Vec<String> =
            chosen.get().values(&facts()).iter().map(|(name, _)| ["{", name, "}"].concat()).collect();
        names.join(", ")
    };
    let back =
        button("quiet", words::ORIGINAL.get(), move || keep(None)).bind_flag("disabled", move || own.get().is_none());
    el("details")
        .child(text("summary", words::CHANGE.get()))
        .child(paragraph("help", words::CHANGE_HELP.get()))
        .child(classed("label", "field").child(text("span", words::TEMPLATE.get())).child(area))
        .child(
            paragraph("banner warning", "")
                .attr("role", "status")
                .effect(Box::new(move || said.set(unknown())))
                .bind_text(move || said.get())
                .hidden_while(move || said.with(String::is_empty)),
        )
        .child(actions([back]))
        .child(text("p", words::FIELDS.get()))
        .child(paragraph("help", "").bind_text(names))
}
