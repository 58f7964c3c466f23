//! The sections as a tree that a hand changes: add, move, indent, split, join, take away.

use crate::domain::plan::{Numbering, Plan, PlanSection, number};

/// A run of sections of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SectionPart {
    /// Before the articles of the decision.
    Decision,
    /// Before the first section.
    Opening,
    /// The sections.
    Body,
    /// After the last section.
    Closing,
    /// The text of an annex, by its place.
    Annex(usize),
}

/// Where a section stands: the run, and its place on each level. Never empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SectionSpot {
    /// The run.
    pub part: SectionPart,
    /// Places from the top down, from 0.
    pub path: Vec<usize>,
}

/// A section as a line of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineRow {
    /// Where it stands.
    pub spot: SectionSpot,
    /// How deep, from 0.
    pub depth: usize,
    /// Its number or bullet as printed; empty: none.
    pub number: String,
}

/// Where something is let go, seen from the section it is let go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DropAt {
    /// Right before it.
    Before,
    /// Right after it and what stands below it.
    After,
    /// As the first section below it.
    Inside,
}

/// Every section of the paper, parents before children, with its number.
pub fn outline(plan: &Plan) -> Vec<OutlineRow> {
    let mut parts = vec![SectionPart::Decision, SectionPart::Opening, SectionPart::Body, SectionPart::Closing];
    parts.extend((0..plan.annexes.len()).map(SectionPart::Annex));
    let mut rows = Vec::new();
    for part in parts {
        walk(plan.run(part), part, &mut Vec::new(), "", &mut rows);
    }
    rows
}

fn walk(sections: &[PlanSection], part: SectionPart, path: &mut Vec<usize>, parent: &str, rows: &mut Vec<OutlineRow>) {
    let mut counts = [0usize; Numbering::ALL.len()];
    for (at, section) in sections.iter().enumerate() {
        let count = &mut counts[section.numbering as usize];
        *count += 1;
        let own = section.number.clone().unwrap_or_else(|| number(section.numbering, *count, parent));
        path.push(at);
        let spot = SectionSpot { part, path: path.clone() };
        rows.push(OutlineRow { spot, depth: path.len() - 1, number: own.clone() });
        walk(&section.children, part, path, &own, rows);
        path.pop();
    }
}

impl SectionSpot {
    /// The spot of the section it stands below; `None`: it stands at the top.
    pub fn parent(&self) -> Option<SectionSpot> {
        let (_, above) = self.path.split_last()?;
        (!above.is_empty()).then(|| SectionSpot { part: self.part, path: above.to_vec() })
    }

    /// Its place among its neighbours.
    pub fn place(&self) -> usize {
        self.path.last().copied().unwrap_or_default()
    }

    /// The spot of the neighbour at another place.
    pub fn beside(&self, place: usize) -> SectionSpot {
        let mut path = self.path.clone();
        if let Some(last) = path.last_mut() {
            *last = place;
        }
        SectionSpot { part: self.part, path }
    }

    /// The spot of the child at a place.
    pub fn child(&self, place: usize) -> SectionSpot {
        SectionSpot { part: self.part, path: [self.path.as_slice(), &[place]].concat() }
    }

    /// Whether it is `other` or stands below it.
    pub fn is_within(&self, other: &SectionSpot) -> bool {
        self.part == other.part && self.path.starts_with(&other.path)
    }
}

impl Plan {
    /// The sections of a run; none where there is no such run.
    pub fn run(&self, part: SectionPart) -> &[PlanSection] {
        match part {
            SectionPart::Decision => self.wrapper.as_ref().map_or(&[], |wrapper| &wrapper.opening),
            SectionPart::Opening => &self.opening,
            SectionPart::Body => &self.sections,
            SectionPart::Closing => &self.closing,
            SectionPart::Annex(at) => self.annexes.get(at).map_or(&[], |annex| &annex.sections),
        }
    }

    fn run_mut(&mut self, part: SectionPart) -> Option<&mut Vec<PlanSection>> {
        match part {
            SectionPart::Decision => self.wrapper.as_mut().map(|wrapper| &mut wrapper.opening),
            SectionPart::Opening => Some(&mut self.opening),
            SectionPart::Body => Some(&mut self.sections),
            SectionPart::Closing => Some(&mut self.closing),
            SectionPart::Annex(at) => self.annexes.get_mut(at).map(|annex| &mut annex.sections),
        }
    }

    /// The section at a spot.
    pub fn section(&self, spot: &SectionSpot) -> Option<&PlanSection> {
        let (first, below) = spot.path.split_first()?;
        below.iter().try_fold(self.run(spot.part).get(*first)?, |section, at| section.children.get(*at))
    }

    /// The same, to change it.
    pub fn section_mut(&mut self, spot: &SectionSpot) -> Option<&mut PlanSection> {
        let (first, below) = spot.path.split_first()?;
        let mut section = self.run_mut(spot.part)?.get_mut(*first)?;
        for at in below {
            section = section.children.get_mut(*at)?;
        }
        Some(section)
    }

    /// The neighbours of the section at a spot, itself among them.
    fn neighbours_mut(&mut self, spot: &SectionSpot) -> Option<&mut Vec<PlanSection>> {
        match spot.parent() {
            Some(parent) => self.section_mut(&parent).map(|section| &mut section.children),
            None => self.run_mut(spot.part),
        }
    }

    /// Puts a section at a spot; what stands there and after it moves on. The spot it came to, which is the last of its
    /// level where the spot lies beyond it; `None`: there is no such level.
    pub fn insert_section(&mut self, spot: &SectionSpot, section: PlanSection) -> Option<SectionSpot> {
        let neighbours = self.neighbours_mut(spot)?;
        let place = spot.place().min(neighbours.len());
        neighbours.insert(place, section);
        Some(spot.beside(place))
    }

    /// A new section after this one, numbered like it; its spot.
    pub fn add_section_after(&mut self, spot: &SectionSpot) -> Option<SectionSpot> {
        let numbering = self.section(spot)?.numbering;
        self.insert_section(&spot.beside(spot.place() + 1), PlanSection::new(numbering, "", ""))
    }

    /// A new first section below this one; its spot.
    pub fn add_section_below(&mut self, spot: &SectionSpot) -> Option<SectionSpot> {
        let section = self.section(spot)?;
        let numbering = section.children.first().map_or_else(|| deeper(section.numbering), |child| child.numbering);
        self.insert_section(&spot.child(0), PlanSection::new(numbering, "", ""))
    }

    /// Takes a section away with what stands below it.
    pub fn remove_section(&mut self, spot: &SectionSpot) -> Option<PlanSection> {
        let place = spot.place();
        let neighbours = self.neighbours_mut(spot)?;
        (place < neighbours.len()).then(|| neighbours.remove(place))
    }

    /// Moves a section one place up or down among its neighbours; its new spot.
    pub fn shift_section(&mut self, spot: &SectionSpot, down: bool) -> Option<SectionSpot> {
        let place = spot.place();
        let to = if down { place + 1 } else { place.checked_sub(1)? };
        let neighbours = self.neighbours_mut(spot)?;
        if place.max(to) >= neighbours.len() {
            return None;
        }
        neighbours.swap(place, to);
        Some(spot.beside(to))
    }

    /// Makes a section the last one below the neighbour above it; its new spot.
    pub fn indent_section(&mut self, spot: &SectionSpot) -> Option<SectionSpot> {
        let above = spot.beside(spot.place().checked_sub(1)?);
        let parent = self.section(&above)?;
        let (count, numbering) = (parent.children.len(), parent.children.last().map(|child| child.numbering));
        let numbering = numbering.unwrap_or_else(|| deeper(parent.numbering));
        let mut section = self.remove_section(spot)?;
        (section.numbering, section.number) = (numbering, None);
        self.insert_section(&above.child(count), section)
    }

    /// Puts a section after the one it stands below, on that one's level; its new spot.
    pub fn outdent_section(&mut self, spot: &SectionSpot) -> Option<SectionSpot> {
        let parent = spot.parent()?;
        let numbering = self.section(&parent)?.numbering;
        let mut section = self.remove_section(spot)?;
        (section.numbering, section.number) = (numbering, None);
        self.insert_section(&parent.beside(parent.place() + 1), section)
    }

    /// Moves a section with what stands below it to another one, or to the first place of a run without sections; its new
    /// spot. `None`, and nothing changes: it would stand below itself, or one of them is not there.
    pub fn move_section(&mut self, from: &SectionSpot, onto: &SectionSpot, drop: DropAt) -> Option<SectionSpot> {
        let is_first = drop == DropAt::Before && onto.path == [0] && self.run_mut(onto.part)?.is_empty();
        if onto.is_within(from) || self.section(from).is_none() || !(is_first || self.section(onto).is_some()) {
            return None;
        }
        let mut section = self.remove_section(from)?;
        let mut to = onto.clone();
        // What stood after it on its level has moved up by one.
        let level = from.path.len() - 1;
        if to.part == from.part
            && to.path.len() > level
            && to.path[..level] == from.path[..level]
            && to.path[level] > from.path[level]
        {
            to.path[level] -= 1;
        }
        if drop == DropAt::Inside {
            // A heading below one that is numbered alike is of the next level.
            let above = self.section(&to)?.numbering;
            if section.numbering == above {
                (section.numbering, section.number) = (deeper(above), None);
            }
            return self.insert_section(&to.child(0), section);
        }
        let place = to.place() + usize::from(drop == DropAt::After);
        self.insert_section(&to.beside(place), section)
    }

    /// Parts a section at the caret: what stood after it begins a new section of the same kind, which takes what stands
    /// below along. The new one's spot.
    pub fn split_section(&mut self, spot: &SectionSpot, before: &str, after: &str) -> Option<SectionSpot> {
        let section = self.section_mut(spot)?;
        section.text = before.to_owned();
        let mut new = PlanSection::new(section.numbering, "", after);
        new.style = section.style;
        // A heading keeps what stands below it; a text that goes on below it becomes its first paragraph.
        if section.heading.is_empty() || section.children.is_empty() {
            new.children = std::mem::take(&mut section.children);
            return self.insert_section(&spot.beside(spot.place() + 1), new);
        }
        new.numbering = section.children[0].numbering;
        self.insert_section(&spot.child(0), new)
    }

    /// Joins a section that has nothing but text to the end of the one before it in the outline; that one's spot, and how
    /// many bytes of its text stood there before.
    pub fn join_section(&mut self, spot: &SectionSpot) -> Option<(SectionSpot, usize)> {
        let own = self.section(spot)?;
        if !own.heading.is_empty() || !own.children.is_empty() || own.table.is_some() {
            return None;
        }
        let rows = outline(self);
        let at = rows.iter().position(|row| row.spot == *spot)?;
        let before = rows.get(at.checked_sub(1)?).filter(|row| row.spot.part == spot.part)?.spot.clone();
        let text = self.remove_section(spot)?.text;
        let above = self.section_mut(&before)?;
        let length = above.text.len();
        above.text.push_str(&text);
        Some((before, length))
    }
}

/// How what stands below is usually numbered.
fn deeper(numbering: Numbering) -> Numbering {
    match numbering {
        Numbering::Roman => Numbering::Arabic,
        Numbering::Arabic | Numbering::Nested => Numbering::Plain,
        Numbering::Letter => Numbering::Dash,
        Numbering::Dash => Numbering::Plus,
        Numbering::Plus | Numbering::Star | Numbering::Plain => Numbering::Plain,
    }
}
