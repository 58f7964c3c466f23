//! How long the table takes with 20,000 rows: median and least of several runs, in milliseconds.

#![expect(clippy::print_stdout, reason = "the figures are the output")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use so_ocop::book::list;
use so_ocop::domain::moment::Moment;
use so_ocop::domain::registry::{Producer, Product};
use so_ocop::ledger::registry::Registry;
use so_ocop::ledger::{Act, Change};
use so_ocop::storage::Queue;
use so_ocop::table::{Aim, Block, Cell, Column, Draft, Filter, Kind, Sheet, View};

const ROWS: usize = 20_000;
const PASTED: usize = 5_000;

fn main() {
    let rows: Vec<Vec<Cell>> = (0..ROWS).map(row).collect();
    measure("open: sheet and view", || {
        let sheet = Sheet::new(columns(), rows.clone());
        View::new(&sheet).order().len()
    });
    let sheet = Sheet::new(columns(), rows);
    let mut view = View::new(&sheet);
    measure("search of all columns, one keystroke", || {
        view.search(black_box("tham diem"));
        view.refresh(&sheet);
        view.order().len()
    });
    view.search("");
    measure("filter of one column, one keystroke", || {
        view.filter(1, Filter::typed(black_box("htx chè"), &Kind::Text));
        view.refresh(&sheet);
        view.order().len()
    });
    view.filter(1, None);
    measure("order by two columns, one of them people", || {
        view.sort.clear();
        view.sort_by(2, false);
        view.sort_by(0, true);
        view.refresh(&sheet);
        view.order().len()
    });
    view.sort.clear();
    view.refresh(&sheet);
    let text: String = (0..PASTED).map(pasted).collect();
    let text = ["Tên sản phẩm\tChủ thể\tNgười đại diện\tDoanh thu\tNgày\r\n", &text].concat();
    let shown: Vec<usize> = (0..columns().len()).collect();
    measure("paste of 5,000 rows: reading and preview", || {
        let draft = Draft::new(&sheet, &shown, Block::of_text(black_box(&text)), Aim::End, true);
        draft.plan(&sheet, view.order(), true).added
    });
    let draft = Draft::new(&sheet, &shown, Block::of_text(&text), Aim::End, true);
    let plan = draft.plan(&sheet, view.order(), true);
    measure("paste of 5,000 rows: taken in and undone", || {
        let mut sheet = sheet.clone();
        let act = plan.act(&draft, &mut sheet).expect("an act");
        assert!(sheet.perform(act) && sheet.undo());
        sheet.rows().len()
    });
    let text: String = (0..ROWS).map(pasted).collect();
    let text = ["Tên sản phẩm\tChủ thể\tNgười đại diện\tDoanh thu\tNgày\r\n", &text].concat();
    let draft = Draft::new(&sheet, &shown, Block::of_text(&text), Aim::End, true);
    measure("paste of 20,000 rows: preview", || draft.plan(&sheet, view.order(), true).added);
    let plan = draft.plan(&sheet, view.order(), true);
    measure("paste of 20,000 rows: taken in", || {
        let mut sheet = sheet.clone();
        let act = plan.act(&draft, &mut sheet).expect("an act");
        sheet.perform(act)
    });
    measure("20,000 new products: ledger and queue", || taken_in().pending());
    measure("20,000 rows as a book that travels", || travelling(&sheet).len());
    #[cfg(feature = "sheets")]
    files(&sheet);
    let all: Vec<usize> = (0..ROWS).collect();
    measure("copy of all rows as text", || so_ocop::table::copied(&sheet, &all, &shown).text().len());
}

/// Every row a product of its own, as the list of products takes them in.
fn taken_in() -> Queue {
    let mut count = 0u64;
    let mut random = || {
        count += 1;
        let mut bytes = [0; 10];
        bytes[..8].copy_from_slice(&count.to_be_bytes());
        bytes
    };
    let mut act = Act { now: Moment(0), who: "office".to_owned(), random: &mut random };
    let (mut registry, mut all) = (Registry::default(), Change::default());
    let maker = act.id();
    let mut also = |change: Change| {
        all.rows.extend(change.rows);
        all.entries.extend(change.entries);
    };
    also(registry.save(maker, Producer::named("HTX Kim Tú"), None, &mut act));
    for at in 0..ROWS {
        let id = act.id();
        also(registry.save(id, Product::named(&format!("Chè {at}"), maker), None, &mut act));
    }
    let mut queue = Queue::default();
    queue.enqueue(all);
    let _ = black_box(queue.start());
    queue
}

fn travelling(sheet: &Sheet) -> String {
    let rows: Vec<usize> = (0..sheet.rows().len()).collect();
    let columns: Vec<usize> = (0..sheet.columns().len()).collect();
    list("Sản phẩm", sheet, &rows, &columns, true).to_text()
}

#[cfg(feature = "sheets")]
fn files(sheet: &Sheet) {
    use so_ocop::book::Carried;
    use so_ocop::exchange::sheets::Form;
    use so_ocop::formats::{open, write};
    let book = Carried::of_text(&travelling(sheet)).expect("a book");
    let written = |form| write(&book, form, None, &mut |_, _| ()).expect("written");
    measure("20,000 rows to XLSX", || written(Form::Xlsx).len());
    measure("20,000 rows to CSV", || written(Form::Csv).len());
    let read = |bytes: &[u8]| {
        let mut opened = open(bytes.to_vec(), &mut |_, _| ()).expect("opened");
        opened.block(0, &mut |_, _| ()).expect("a block").rows.len()
    };
    let (xlsx, csv) = (written(Form::Xlsx), written(Form::Csv));
    measure("20,000 rows from XLSX", || read(&xlsx));
    measure("20,000 rows from CSV", || read(&csv));
}

fn columns() -> Vec<Column> {
    vec![
        Column { required: true, ..Column::new("name", "Tên sản phẩm", Kind::Text) },
        Column::new("producer", "Chủ thể", Kind::Text),
        Column::new("person", "Người đại diện", Kind::Person),
        Column { total: true, ..Column::new("money", "Doanh thu", Kind::Money) },
        Column::new("day", "Ngày", Kind::Date),
        Column::new("place", "Nơi sản xuất", Kind::Text),
    ]
}

const GOODS: [&str; 8] =
    ["Chè xanh", "Mật ong rừng", "Miến dong", "Thạch đen", "Khau nhục", "Rượu men lá", "Gạo nếp", "Tinh dầu hồi"];
const PLACES: [&str; 8] = ["Điềm He", "Hữu Lễ", "Tràng Phái", "Tú Xuyên", "An Sơn", "Bình Phúc", "Hòa Bình", "Diêm He"];
const PEOPLE: [&str; 8] = [
    "Hà Thị Thắm",
    "Nông Văn Tú",
    "Lương Thu Hường",
    "Hứa Phong Lan",
    "Hà Văn Độ",
    "Nông Thị Ngoan",
    "Lý A Páo",
    "Hà Diềm",
];

fn row(at: usize) -> Vec<Cell> {
    let place = PLACES[at / 8 % 8];
    let date = so_ocop::domain::date::Date::of_days(18_000 + (at % 3000) as i32).expect("a day");
    vec![
        Cell::text(&format!("{} {place} {at}", GOODS[at % 8])),
        Cell::text(&format!("HTX {} {place}", GOODS[at / 64 % 8])),
        Cell::text(PEOPLE[at * 5 % 8]),
        Cell::Number((at * 7919 % 1_000_003) as i64 * 1000),
        Cell::Date(date),
        Cell::text(&format!("Thôn {}, xã {place}, tỉnh Lạng Sơn", at % 40)),
    ]
}

fn pasted(at: usize) -> String {
    let place = PLACES[at % 8];
    format!("Dầu lạc {place} {at}\tTổ hợp tác {place}\t{}\t{},5 triệu\t{}/5/2026\r\n", PEOPLE[at % 8], at, at % 28 + 1)
}

/// Runs `work` for about a second and prints its figures.
fn measure<T>(name: &str, mut work: impl FnMut() -> T) {
    let mut times = Vec::new();
    let begin = Instant::now();
    while begin.elapsed() < Duration::from_secs(1) {
        let start = Instant::now();
        black_box(work());
        times.push(start.elapsed());
    }
    times.sort();
    let millis = |time: Duration| time.as_micros() as f64 / 1000.0;
    let (median, least) = (millis(times[times.len() / 2]), millis(times[0]));
    println!("{name:50} median {median:9.2} ms   least {least:9.2} ms   {} runs", times.len());
}
