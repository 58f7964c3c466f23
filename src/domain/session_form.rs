//! What is typed into the form of a session, until it is a session: kept as it was typed, so that the form can be shown in
//! another shape or on another day without losing a letter. It decides nothing and is no record of the office.

use super::date::Date;
use super::regime;
use super::session::{
    CouncilRules, Level, Member, MemberId, MinimaOn, ProductId, Purpose, Role, Session, SessionProduct,
};
use crate::record;

record! {
    /// The form's fields. Numbers and days are texts, as they were typed.
    pub struct SessionFields {
        /// What people call the session.
        pub name: String,
        /// The council's name.
        pub council: String,
        /// The word of its level.
        pub level: String,
        /// The word of what it is for.
        pub purpose: String,
        /// The day, yyyy-mm-dd.
        pub date: String,
        /// Folder of the decision.
        pub decision: String,
        /// Largest difference between two members, points.
        pub gap_limit: String,
        /// Whether marks are cumulative.
        pub cumulative: bool,
        /// Share of the members who must be present, percent.
        pub quorum: String,
        /// Whether the chair must be present.
        pub quorum_chair: bool,
        /// Whether minimum marks are tested on the agreed level.
        pub consensus: bool,
        /// The members, row by row.
        pub members: Vec<MemberFields>,
        /// The products, row by row.
        pub products: Vec<ProductFields>,
    }
}

record! {
    /// One member's fields.
    pub struct MemberFields {
        /// The member that they are of; absent: a new one.
        pub id: Option<MemberId>,
        /// Full name.
        pub name: String,
        /// Post and body.
        pub post: String,
        /// The word of the role.
        pub role: String,
        /// Not present at the session.
        pub absent: bool,
    }
}

record! {
    /// One product's fields.
    pub struct ProductFields {
        /// The product that they are of; absent: a new one.
        pub id: Option<ProductId>,
        /// Its name.
        pub name: String,
        /// Its producer.
        pub producer: String,
        /// The producer's commune.
        pub commune: String,
        /// The producer's telephone.
        pub phone: String,
        /// Its code.
        pub code: String,
        /// The chosen set; absent: none yet.
        pub set: Option<SetFields>,
    }
}

record! {
    /// A set that was chosen and is not pinned yet.
    pub struct SetFields {
        /// The folder of its decision.
        pub folder: String,
        /// Its slug.
        pub slug: String,
        /// Its name.
        pub name: String,
    }
}

record! {
    /// A form that is being filled in.
    pub struct SessionDraft {
        /// The fields as they were before anything was typed.
        pub base: SessionFields,
        /// The fields as they are now.
        pub now: SessionFields,
    }
}

impl MemberFields {
    /// A row with this role in which nobody has written.
    pub fn blank(role: Role) -> MemberFields {
        MemberFields {
            id: None,
            name: String::new(),
            post: String::new(),
            role: role.word().to_owned(),
            absent: false,
            unknown: Default::default(),
        }
    }

    fn of(member: &Member) -> MemberFields {
        MemberFields {
            id: Some(member.id),
            name: member.name.clone(),
            post: member.post.clone(),
            role: member.role.word().to_owned(),
            absent: member.absent == Some(true),
            unknown: Default::default(),
        }
    }

    fn is_blank(&self) -> bool {
        self.id.is_none() && is_blank(&[&self.name, &self.post])
    }
}

impl ProductFields {
    /// A row in which nobody has written.
    pub fn blank() -> ProductFields {
        ProductFields {
            id: None,
            name: String::new(),
            producer: String::new(),
            commune: String::new(),
            phone: String::new(),
            code: String::new(),
            set: None,
            unknown: Default::default(),
        }
    }

    fn of(product: &SessionProduct) -> ProductFields {
        ProductFields {
            id: Some(product.id),
            name: product.name.clone(),
            producer: product.producer.clone(),
            commune: product.commune.clone(),
            phone: product.phone.clone(),
            code: product.code.clone(),
            set: Some(SetFields {
                folder: product.set.decision.clone(),
                slug: product.set.slug.clone(),
                name: product.set.name.clone(),
                unknown: Default::default(),
            }),
            unknown: Default::default(),
        }
    }

    fn is_blank(&self) -> bool {
        let texts = [&self.name, &self.producer, &self.commune, &self.phone, &self.code];
        self.id.is_none() && self.set.is_none() && is_blank(&texts)
    }
}

fn is_blank(texts: &[&String]) -> bool {
    texts.iter().all(|text| text.trim().is_empty())
}

impl SessionFields {
    /// Those of a new official session of a province on this day, without members and products.
    pub fn blank(today: Option<Date>) -> SessionFields {
        let (name, council) = (String::new(), String::new());
        let folder = today.and_then(regime::in_force).map_or("", |regime| regime.folder);
        let date = today.map(|date| date.to_string()).unwrap_or_default();
        SessionFields::with((name, council, date, folder.to_owned()), Level::Province, Purpose::Official)
    }

    fn with(
        (name, council, date, decision): (String, String, String, String),
        level: Level,
        purpose: Purpose,
    ) -> SessionFields {
        let mut fields = SessionFields {
            name,
            council,
            level: level.word().to_owned(),
            purpose: purpose.word().to_owned(),
            date,
            decision,
            gap_limit: String::new(),
            cumulative: false,
            quorum: String::new(),
            quorum_chair: false,
            consensus: false,
            members: Vec::new(),
            products: Vec::new(),
            unknown: Default::default(),
        };
        fields.take_rules(&CouncilRules::default());
        fields
    }

    /// Those of a session.
    pub fn of(session: &Session) -> SessionFields {
        let words = (session.name.clone(), session.council.clone(), session.date.to_string(), session.decision.clone());
        let mut fields = SessionFields::with(words, session.level, session.purpose);
        fields.take_rules(&session.rules);
        fields.members = session.members.iter().map(MemberFields::of).collect();
        fields.products = session.products.iter().map(ProductFields::of).collect();
        fields
    }

    fn take_rules(&mut self, rules: &CouncilRules) {
        self.gap_limit = rules.gap_limit.to_string();
        self.cumulative = rules.minima_cumulative;
        self.quorum = rules.quorum().to_string();
        self.quorum_chair = rules.needs_chair();
        self.consensus = rules.minima_on() == MinimaOn::Consensus;
    }

    /// The same without rows in which nobody has written, as tables show them.
    pub fn for_tables(mut self) -> SessionFields {
        self.members.retain(|row| !row.is_blank());
        self.products.retain(|row| !row.is_blank());
        self
    }

    /// The same with rows to write in where there are none: a chair, four members, a product.
    pub fn for_fields(mut self) -> SessionFields {
        if self.members.is_empty() {
            let roles = [Role::Chair, Role::Member, Role::Member, Role::Member, Role::Member];
            self.members = roles.map(MemberFields::blank).to_vec();
        }
        if self.products.is_empty() {
            self.products = vec![ProductFields::blank()];
        }
        self
    }

    /// Brings back what sheets hold in the session by now: members and products with sheets are never taken away, and
    /// neither their sets nor the decision change.
    pub fn keep_scored(
        &mut self,
        session: &Session,
        member_has: &dyn Fn(MemberId) -> bool,
        product_has: &dyn Fn(ProductId) -> bool,
    ) {
        let kept = session.members.iter().filter(|member| member_has(member.id));
        for member in kept {
            if !self.members.iter().any(|row| row.id == Some(member.id)) {
                self.members.push(MemberFields::of(member));
            }
        }
        for product in session.products.iter().filter(|product| product_has(product.id)) {
            let own = ProductFields::of(product);
            match self.products.iter_mut().find(|row| row.id == own.id) {
                Some(row) => row.set = own.set,
                None => self.products.push(own),
            }
            self.decision.clone_from(&session.decision);
        }
    }
}

impl SessionDraft {
    /// Whether nothing was typed.
    pub fn is_unchanged(&self) -> bool {
        self.base.clone().for_tables() == self.now.clone().for_tables()
    }

    /// Whether it was begun on other fields than these: the session has changed since.
    pub fn is_older_than(&self, fields: &SessionFields) -> bool {
        self.base.clone().for_tables() != fields.clone().for_tables()
    }
}
