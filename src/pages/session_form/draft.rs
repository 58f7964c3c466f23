//! What is typed into the form, until it is a session.

use leptos::prelude::*;

use super::rules::RulesDraft;
use super::want::{Want, Whose};

use crate::domain::criteria::SetPin;
use crate::domain::date::Date;
use crate::domain::session::{Level, Member, MemberId, ProductId, Purpose, Role, Session, SessionProduct};
use crate::domain::session_form::{MemberFields, ProductFields, SessionFields, SetFields};
use crate::pages::set_picker::TakenSet;
use crate::state::App;

/// The form's fields.
#[derive(Clone)]
pub struct Draft {
    pub name: RwSignal<String>,
    pub council: RwSignal<String>,
    pub level: RwSignal<String>,
    pub purpose: RwSignal<String>,
    pub date: RwSignal<String>,
    pub decision: RwSignal<String>,
    pub rules: RulesDraft,
    pub members: RwSignal<Vec<MemberDraft>>,
    pub products: RwSignal<Vec<ProductDraft>>,
    /// Sheets exist: the decision stays.
    pub has_sheets: bool,
    /// What was missing at the last attempt to save.
    pub wants: RwSignal<Vec<Want>>,
    before: Option<Session>,
}

/// One member's fields.
#[derive(Clone, Copy, PartialEq)]
pub struct MemberDraft {
    pub id: Option<MemberId>,
    pub name: RwSignal<String>,
    pub post: RwSignal<String>,
    pub role: RwSignal<String>,
    /// Not present at the session.
    pub absent: RwSignal<bool>,
    pub has_sheets: bool,
}

/// One product's fields.
#[derive(Clone, Copy, PartialEq)]
pub struct ProductDraft {
    pub id: Option<ProductId>,
    pub name: RwSignal<String>,
    pub producer: RwSignal<String>,
    pub commune: RwSignal<String>,
    pub phone: RwSignal<String>,
    pub code: RwSignal<String>,
    /// The chosen set.
    pub set: RwSignal<Option<TakenSet>>,
    pub has_sheets: bool,
}

fn field(text: &str) -> RwSignal<String> {
    RwSignal::new(text.to_owned())
}

impl MemberDraft {
    /// An empty row with this role.
    pub fn blank(role: Role) -> MemberDraft {
        MemberDraft::of(&MemberFields::blank(role), false)
    }

    fn of(fields: &MemberFields, has_sheets: bool) -> MemberDraft {
        MemberDraft {
            id: fields.id,
            name: field(&fields.name),
            post: field(&fields.post),
            role: field(&fields.role),
            absent: RwSignal::new(fields.absent),
            has_sheets,
        }
    }

    fn fields(&self) -> MemberFields {
        MemberFields {
            id: self.id,
            name: self.name.get(),
            post: self.post.get(),
            role: self.role.get(),
            absent: self.absent.get(),
            unknown: Default::default(),
        }
    }
}

impl ProductDraft {
    /// An empty product.
    pub fn blank() -> ProductDraft {
        ProductDraft::of(&ProductFields::blank(), false)
    }

    fn of(fields: &ProductFields, has_sheets: bool) -> ProductDraft {
        let taken =
            |set: &SetFields| TakenSet { folder: set.folder.clone(), slug: set.slug.clone(), name: set.name.clone() };
        ProductDraft {
            id: fields.id,
            name: field(&fields.name),
            producer: field(&fields.producer),
            commune: field(&fields.commune),
            phone: field(&fields.phone),
            code: field(&fields.code),
            set: RwSignal::new(fields.set.as_ref().map(taken)),
            has_sheets,
        }
    }

    fn fields(&self) -> ProductFields {
        let set = |TakenSet { folder, slug, name }| SetFields { folder, slug, name, unknown: Default::default() };
        ProductFields {
            id: self.id,
            name: self.name.get(),
            producer: self.producer.get(),
            commune: self.commune.get(),
            phone: self.phone.get(),
            code: self.code.get(),
            set: self.set.get().map(set),
            unknown: Default::default(),
        }
    }
}

impl Draft {
    /// The form with these fields; `before` is the session that is there, `has_sheets` says whether somebody scored
    /// already.
    pub fn of(fields: &SessionFields, before: Option<Session>, has_sheets: &dyn Fn(Whose) -> bool) -> Draft {
        let member = |own: &MemberFields| MemberDraft::of(own, own.id.is_some_and(|id| has_sheets(Whose::Member(id))));
        let product =
            |own: &ProductFields| ProductDraft::of(own, own.id.is_some_and(|id| has_sheets(Whose::Product(id))));
        Draft {
            name: field(&fields.name),
            council: field(&fields.council),
            level: field(&fields.level),
            purpose: field(&fields.purpose),
            date: field(&fields.date),
            decision: field(&fields.decision),
            rules: RulesDraft::of(fields, before.as_ref().map(|before| before.rules.clone()).unwrap_or_default()),
            members: RwSignal::new(fields.members.iter().map(member).collect()),
            products: RwSignal::new(fields.products.iter().map(product).collect()),
            has_sheets: has_sheets(Whose::Anybody),
            wants: RwSignal::new(Vec::new()),
            before,
        }
    }

    /// The fields as they are now; whoever asks is asked anew after every change.
    pub fn fields(&self) -> SessionFields {
        let mut fields = SessionFields::blank(None);
        fields.name = self.name.get();
        fields.council = self.council.get();
        fields.level = self.level.get();
        fields.purpose = self.purpose.get();
        fields.date = self.date.get();
        fields.decision = self.decision.get();
        self.rules.write(&mut fields);
        fields.members = self.members.get().iter().map(MemberDraft::fields).collect();
        fields.products = self.products.get().iter().map(ProductDraft::fields).collect();
        fields
    }

    /// The session that the fields describe, with every set pinned; or what is still wanted.
    pub async fn session(&self, app: App) -> Result<Session, Vec<Want>> {
        let name = tidy(self.name);
        let date = Date::parse(&self.date.get_untracked());
        let rules = self.rules.rules();
        let members = self.members(app);
        let drafts: Vec<ProductDraft> = self.products.get_untracked();
        let mut wants = Vec::new();
        wants.extend(name.is_empty().then_some(Want::Name));
        wants.extend(date.is_none().then_some(Want::Date));
        wants.extend(rules.as_ref().err());
        wants.extend(members.iter().all(|member| !member.role.scores()).then_some(Want::Member));
        wants.extend(drafts.is_empty().then_some(Want::Product));
        for (at, draft) in drafts.iter().enumerate() {
            wants.extend(tidy(draft.name).is_empty().then_some(Want::ProductName(at)));
            wants.extend(draft.set.with_untracked(Option::is_none).then_some(Want::Set(at)));
        }
        let (Some(date), Ok(rules), true) = (date, rules, wants.is_empty()) else { return Err(wants) };
        let mut products = Vec::new();
        for draft in drafts {
            products.push(self.product(app, draft).await.ok_or_else(|| vec![Want::Sets])?);
        }
        Ok(Session {
            name,
            council: tidy(self.council),
            purpose: Purpose::of_word(&self.purpose.get_untracked()).unwrap_or(Purpose::Official),
            level: Level::of_word(&self.level.get_untracked()).unwrap_or(Level::Province),
            date,
            decision: self.decision.get_untracked(),
            members,
            products,
            rules,
            dossier: self.before.as_ref().and_then(|before| before.dossier),
            procedure: self.before.as_ref().and_then(|before| before.procedure.clone()),
            unknown: self.before.as_ref().map(|before| before.unknown.clone()).unwrap_or_default(),
        })
    }

    /// The rows with a name; rows left empty are not members.
    fn members(&self, app: App) -> Vec<Member> {
        let before = |id: Option<MemberId>| self.before.as_ref().and_then(|session| session.member(id?));
        let member = |draft: MemberDraft| Member {
            id: draft.id.unwrap_or_else(|| app.new_id()),
            name: tidy(draft.name),
            post: tidy(draft.post),
            role: Role::of_word(&draft.role.get_untracked()).unwrap_or(Role::Member),
            absent: draft.absent.get_untracked().then_some(true),
            unknown: before(draft.id).map(|member| member.unknown.clone()).unwrap_or_default(),
        };
        self.members.get_untracked().into_iter().map(member).filter(|member| !member.name.is_empty()).collect()
    }

    async fn product(&self, app: App, draft: ProductDraft) -> Option<SessionProduct> {
        let before = self.before.as_ref().and_then(|session| session.product(draft.id?));
        let TakenSet { folder, slug, .. } = draft.set.get_untracked()?;
        // A pin once set stays, to the byte, as long as the set is the same.
        let kept: Option<SetPin> = before.map(|product| product.set.clone());
        let set = match kept.filter(|pin| pin.decision == folder && pin.slug == slug) {
            Some(pin) => pin,
            None => app.sets.load(&folder, &slug).await.ok()?.pin.clone(),
        };
        Some(SessionProduct {
            id: draft.id.unwrap_or_else(|| app.new_id()),
            name: tidy(draft.name),
            producer: tidy(draft.producer),
            commune: tidy(draft.commune),
            code: tidy(draft.code),
            phone: tidy(draft.phone),
            set,
            agreed: before.map(|product| product.agreed.clone()).unwrap_or_default(),
            typed: before.and_then(|product| product.typed.clone()),
            unknown: before.map(|product| product.unknown.clone()).unwrap_or_default(),
        })
    }
}

fn tidy(field: RwSignal<String>) -> String {
    field.with_untracked(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
}
