//! The fields of a council's result: from the linked session, or typed from paper.

use leptos::prelude::*;

use super::columns;
use super::overview::Seen;
use crate::domain::cycle::{CouncilFacts, Deed, DossierType, RecordedResult, Refusal, ResultGround, ScoringWay};
use crate::domain::points::Mean;
use crate::domain::session::Level;
use crate::text::{dossier, people};
use crate::ui::{Choice, Node, area, classed, el, paragraph, select, text_box};

/// The choice of the linked session.
const SESSION: &str = "session";

/// What is filled in.
#[derive(Clone)]
pub struct ResultFields {
    level: Level,
    council: Option<CouncilFacts>,
    source: RwSignal<String>,
    mean: RwSignal<String>,
    stars: RwSignal<String>,
    ground: RwSignal<String>,
    way: RwSignal<String>,
    why: RwSignal<String>,
}

impl ResultFields {
    /// The fields of a council of `level`; the linked session comes first where it is one of that level.
    pub fn new(seen: &Seen, level: Level) -> ResultFields {
        let council = seen.council.clone().filter(|council| council.official && council.level == level);
        let again = seen.dossier.kind == DossierType::ReEvaluation;
        let way = if again { ScoringWay::Written } else { ScoringWay::Meeting };
        let field = |text: &str| RwSignal::new(text.to_owned());
        ResultFields {
            level,
            source: field(if council.is_some() { SESSION } else { "" }),
            council,
            mean: field(""),
            stars: field(""),
            ground: field(""),
            way: field(way.word()),
            why: field(""),
        }
    }

    /// The fields.
    pub fn node(&self) -> Node {
        let choice = |value: &str, label: &str| Choice { value: value.to_owned(), label: label.to_owned() };
        let session = self
            .council
            .as_ref()
            .map(|council| choice(SESSION, &dossier::from_session(council.date, council.mean, council.stars)));
        let sources = session.into_iter().chain([choice("", dossier::FROM_PAPER.get())]).collect();
        let stars = std::iter::once(choice("", dossier::STARS_NONE.get()))
            .chain((1..=5).map(|stars: u8| choice(&stars.to_string(), &people::stars(stars))))
            .chain([choice("0", dossier::ELIMINATED.get())]);
        let grounds = std::iter::once(choice("", dossier::GROUND_NONE.get()))
            .chain(ResultGround::ALL.iter().map(|it| choice(it.word(), dossier::ground(*it).get())));
        let ways = ScoringWay::ALL.iter().map(|it| choice(it.word(), dossier::way(*it).get()));
        let source = self.source;
        let paper = classed("div", "stack-plain")
            .child(columns([
                text_box(dossier::MEAN_LABEL.get(), self.mean),
                select(dossier::STARS_LABEL.get(), stars.collect(), self.stars),
            ]))
            .child(select(dossier::GROUND_LABEL.get(), grounds.collect(), self.ground))
            .child(paragraph("help", dossier::MINUTES_HELP.get()))
            .hidden_while(move || source.with(|source| source == SESSION));
        el("div")
            .child(select(dossier::SOURCE.get(), sources, self.source))
            .child(paper)
            .child(select(dossier::WAY_LABEL.get(), ways.collect(), self.way))
            .child(area(dossier::RESULT_WORDS.get(), self.why))
    }

    /// The result as it is recorded, or what is missing.
    pub fn taken(&self, deed: &Deed) -> Result<RecordedResult, Refusal> {
        let way = ScoringWay::of_word(&self.way.get_untracked()).unwrap_or(ScoringWay::Meeting);
        let reason = self.why.get_untracked().trim().to_owned();
        if let Some(council) = self.council.as_ref().filter(|_| self.source.get_untracked() == SESSION) {
            return Ok(RecordedResult { reason, ..council.recorded(deed.on, way) });
        }
        let typed = self.mean.get_untracked().trim().replace(',', ".");
        let mean = match typed.as_str() {
            "" => None,
            typed => {
                let mean = Mean::of_exact_text(typed).ok_or(Refusal::ResultMissing)?;
                let fits = mean >= Mean::whole(0) && mean <= Mean::whole(100);
                Some(mean).filter(|_| fits).ok_or(Refusal::ResultMissing).map(Some)?
            }
        };
        Ok(RecordedResult {
            level: self.level,
            on: deed.on,
            scored: None,
            mean,
            stars: self.stars.get_untracked().parse().map_err(|_| Refusal::ResultMissing)?,
            ground: ResultGround::of_word(&self.ground.get_untracked()),
            reason,
            way,
            document: deed.document.clone(),
            unknown: Default::default(),
        })
    }
}
