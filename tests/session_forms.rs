//! The form of a session: what is typed survives every shape of it, and never takes away what sheets hold.

use serde_json::json;
use so_ocop::codec::{Field, Place, canonical, parse};
use so_ocop::domain::date::Date;
use so_ocop::domain::session::{MemberId, ProductId, Role, Session};
use so_ocop::domain::session_form::{MemberFields, ProductFields, SessionDraft, SessionFields};

const MEMBER: &str = "01a1fb9e-0680-7b9c-9598-91948d2378bc";
const PRODUCT: &str = "01a1fb9e-0681-7ad7-9e75-cde2b88e6280";

fn session() -> Session {
    let value = json!({
        "name": "Phiên 1", "council": "Hội đồng OCOP tỉnh", "purpose": "official", "level": "province",
        "date": "2026-10-20", "decision": "qd-26-2026",
        "members": [{ "id": MEMBER, "name": "Nông Thị Hoa", "post": "Sở", "role": "chair", "absent": true }],
        "products": [{
            "id": PRODUCT, "name": "Chè", "producer": "HTX", "commune": "Xã Điềm He", "code": "1", "phone": "02",
            "set": { "decision": "qd-26-2026", "slug": "01-che", "code": "01", "name": "Chè", "hash": "00" },
            "agreed": {}
        }],
        "rules": { "gap_limit": 8, "minima_cumulative": false, "quorum_percent": 60, "minima_on": "consensus" }
    });
    Session::read(value, &Place::default()).expect("a session")
}

#[test]
fn a_session_gives_its_fields() {
    let fields = SessionFields::of(&session());
    assert_eq!(
        [&fields.gap_limit, &fields.quorum, &fields.date, &fields.level],
        ["8", "60", "2026-10-20", "province"].map(str::to_owned).each_ref()
    );
    assert_eq!([fields.cumulative, fields.quorum_chair, fields.consensus], [false, true, true]);
    assert!(fields.members[0].absent && fields.members[0].id.is_some());
    assert_eq!(fields.products[0].set.as_ref().map(|set| set.slug.as_str()), Some("01-che"));
}

#[test]
fn a_new_form_follows_the_day() {
    let fields = SessionFields::blank(Date::parse("2026-10-20"));
    assert_eq!([fields.decision.as_str(), fields.date.as_str()], ["qd-26-2026", "2026-10-20"]);
    assert_eq!(SessionFields::blank(None).decision, "");
    assert!(fields.quorum_chair && fields.cumulative && fields.gap_limit == "10");
}

#[test]
fn shapes_give_and_take_only_rows_in_which_nobody_wrote() {
    let blank = SessionFields::blank(Date::parse("2026-10-20"));
    let fields = blank.clone().for_fields();
    assert_eq!((fields.members.len(), fields.products.len()), (5, 1));
    assert_eq!(fields.clone().for_tables(), blank.clone().for_tables());
    assert!(SessionDraft { base: blank.clone(), now: fields.clone(), unknown: Default::default() }.is_unchanged());

    let mut typed = fields;
    typed.members[2].post = "Sở Công Thương".to_owned();
    typed.products.push(ProductFields { code: "  7 ".to_owned(), ..ProductFields::blank() });
    let tables = typed.clone().for_tables();
    assert_eq!((tables.members.len(), tables.products.len()), (1, 1));
    assert_eq!(tables.clone().for_fields(), tables, "rows that are there are enough");
    assert!(!SessionDraft { base: blank, now: typed, unknown: Default::default() }.is_unchanged());
    // A row of a member who is there is no blank row, even if the name was emptied.
    let mut of = SessionFields::of(&session());
    of.members[0].name.clear();
    of.members[0].post.clear();
    assert_eq!(of.for_tables().members.len(), 1);
}

#[test]
fn a_draft_is_read_as_it_was_written() {
    let base = SessionFields::of(&session());
    let mut now = base.clone();
    now.name = " Phiên  1 \"đợt 2\" ".to_owned();
    now.gap_limit = "mười".to_owned();
    now.date = String::new();
    now.products[0].set = None;
    now.members.push(MemberFields { name: "Hà Văn Độ".to_owned(), ..MemberFields::blank(Role::Secretary) });
    let draft = SessionDraft { base, now, unknown: Default::default() };
    let text = canonical(&draft.write().expect("a value"));
    let read = SessionDraft::read(parse(text.as_bytes()).expect("JSON"), &Place::default()).expect("a draft");
    assert_eq!(read, draft);
    assert!(!read.is_unchanged() && !read.is_older_than(&SessionFields::of(&session())));
    let mut other = session();
    other.name = "Phiên 2".to_owned();
    assert!(read.is_older_than(&SessionFields::of(&other)));
}

#[test]
fn what_sheets_hold_comes_back() {
    let session = session();
    let ids = (MemberId::parse(MEMBER), ProductId::parse(PRODUCT));
    let mut fields = SessionFields::blank(None);
    fields.keep_scored(&session, &|_| false, &|_| false);
    assert!(fields.members.is_empty() && fields.products.is_empty() && fields.decision.is_empty());
    fields.keep_scored(&session, &|id| Some(id) == ids.0, &|id| Some(id) == ids.1);
    let whole = SessionFields::of(&session);
    assert_eq!((&fields.members, &fields.products), (&whole.members, &whole.products));
    assert_eq!(fields.decision, "qd-26-2026");
    // Its other fields are those that were typed.
    fields.products[0].name = "Chè xanh".to_owned();
    fields.products[0].set = None;
    fields.keep_scored(&session, &|_| true, &|_| true);
    assert_eq!((fields.members.len(), fields.products.len()), (1, 1));
    assert_eq!((fields.products[0].name.as_str(), &fields.products[0].set), ("Chè xanh", &whole.products[0].set));
}
