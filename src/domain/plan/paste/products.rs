//! Products pasted from a spreadsheet or a table: one row a product, cells parted by tabs.

use super::figures::producer;
use crate::domain::cycle::DossierType;
use crate::domain::money::Dong;
use crate::domain::plan::PlanProduct;
use crate::domain::vietnamese::{composed, fold};

/// Rows of a table taken for products.
#[derive(Clone, Debug, PartialEq)]
pub struct PastedProducts {
    /// The products, with keys that are free in the plan.
    pub products: Vec<PlanProduct>,
    /// Rows in which no product was found: headings of groups, sums.
    pub left_out: Vec<String>,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Number,
    Name,
    Producer,
    Form,
    Address,
    Group,
    Registration,
    Target,
    Current,
    Certificate,
    Support,
    Cost,
    Note,
}

/// Words of column heads, folded; the first that is found decides.
const HEADS: [(&str, Column); 20] = [
    ("stt", Column::Number),
    ("so tt", Column::Number),
    ("ten chu the", Column::Producer),
    ("loai hinh", Column::Form),
    ("chu the", Column::Producer),
    ("co so san xuat", Column::Producer),
    ("hinh thuc", Column::Registration),
    ("loai dang ky", Column::Registration),
    ("nhom", Column::Group),
    ("bo san pham", Column::Group),
    ("hien co", Column::Current),
    ("quyet dinh", Column::Certificate),
    ("phan dau", Column::Target),
    ("sao", Column::Target),
    ("ho tro", Column::Support),
    ("kinh phi", Column::Cost),
    ("dia chi", Column::Address),
    ("san pham", Column::Name),
    ("ghi chu", Column::Note),
    ("xa", Column::Address),
];

/// Without a row of heads: name, producer, address, group, stars.
const USUAL: [Column; 5] = [Column::Name, Column::Producer, Column::Address, Column::Group, Column::Target];

/// Takes pasted rows for products; `there` are those that the plan has. The same product is not joined with one that is
/// there: a rule says so (V22), and a person decides.
pub fn products(text: &str, there: &[PlanProduct]) -> PastedProducts {
    let mut pasted = PastedProducts { products: Vec::new(), left_out: Vec::new() };
    let mut columns: Option<Vec<Option<Column>>> = None;
    let mut number = 0;
    for line in composed(text).lines().filter(|line| !line.trim().is_empty()) {
        let cells: Vec<String> =
            line.split('\t').map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        if columns.is_none() {
            let heads: Vec<Option<Column>> = cells.iter().map(|cell| head(cell)).collect();
            let is_head = heads.contains(&Some(Column::Name)) && heads.iter().flatten().count() >= 2;
            columns = Some(if is_head { heads } else { usual(&cells) });
            if is_head {
                continue;
            }
        }
        let mut key = String::new();
        while key.is_empty() || there.iter().any(|one| one.key == key) {
            number += 1;
            key = format!("p{number}");
        }
        let mut one = PlanProduct::named(&key, "", "");
        for (cell, column) in cells.iter().zip(columns.iter().flatten()).filter(|(cell, _)| !cell.is_empty()) {
            if let Some(column) = column {
                put(&mut one, *column, cell);
            }
        }
        // `I`, `A`: the heading of a group.
        let numbers = cells.iter().zip(columns.iter().flatten()).filter(|(_, column)| **column == Some(Column::Number));
        let is_heading = numbers.map(|(cell, _)| cell).any(|cell| cell.chars().any(char::is_alphabetic));
        if is_heading || one.name.is_empty() || one.name.bytes().all(|byte| byte.is_ascii_digit()) {
            number -= 1;
            pasted.left_out.push(line.to_owned());
        } else {
            pasted.products.push(one);
        }
    }
    pasted
}

fn head(cell: &str) -> Option<Column> {
    let folded = fold(cell);
    HEADS.iter().find(|(word, _)| folded.contains(word)).map(|(_, column)| *column)
}

/// The usual columns; a number in front is the row's.
fn usual(cells: &[String]) -> Vec<Option<Column>> {
    let is_number = |cell: &String| !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let numbered = cells.first().filter(|cell| cells.len() > 1 && is_number(cell)).map(|_| Column::Number);
    numbered.into_iter().chain(USUAL).map(Some).collect()
}

fn put(one: &mut PlanProduct, column: Column, cell: &str) {
    let stars = || cell.chars().find_map(|letter| letter.to_digit(10)).and_then(|stars| u8::try_from(stars).ok());
    match column {
        Column::Number => (),
        Column::Name => cell.clone_into(&mut one.name),
        Column::Producer => {
            let (form, printed, name) = producer(cell);
            if form.is_some() {
                (one.legal_form, one.form_printed) = (form, printed);
            }
            one.producer = name;
        }
        Column::Form => {
            (one.legal_form, one.form_printed) = (producer(cell).0.or(one.legal_form), cell.to_owned());
        }
        Column::Address => cell.clone_into(&mut one.address),
        Column::Group => cell.clone_into(&mut one.group),
        Column::Registration => {
            let folded = fold(cell);
            let kinds = [
                ("nang hang", DossierType::Upgrade),
                ("danh gia lai", DossierType::ReEvaluation),
                ("lan dau", DossierType::First),
                ("moi", DossierType::First),
            ];
            one.registration = kinds.iter().find(|(word, _)| folded.contains(word)).map(|(_, kind)| *kind);
        }
        Column::Target => one.target_star = stars(),
        Column::Current => one.current_star = stars(),
        Column::Certificate => cell.clone_into(&mut one.certificate_printed),
        Column::Support => cell.clone_into(&mut one.support),
        Column::Cost => match Dong::parse(cell) {
            Ok(cost) => one.cost = Some(cost),
            // What is no amount is not lost.
            Err(_) => remark(one, cell),
        },
        Column::Note => remark(one, cell),
    }
}

fn remark(one: &mut PlanProduct, text: &str) {
    if !one.note.is_empty() {
        one.note.push_str("; ");
    }
    one.note.push_str(text);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::registry::LegalForm;

    #[test]
    fn a_table_with_heads_is_read_by_them() {
        let text = "STT\tTên sản phẩm\tTên chủ thể\tĐịa chỉ\tHình thức đăng ký\tHạng sao phấn đấu\tKinh phí\tGhi chú\n\
            I\tNhóm thực phẩm\n\
            1\tThạch đen Kim Tú\tHộ kinh doanh Hà Văn Độ\tThôn Nà Bung, xã Điềm He\tNâng hạng\t4 sao\t20 triệu\t\n\
            2\tKhẩu sli  Hà Diềm\tHTX Hà Diềm\txã Hữu Lễ\tLần đầu\t3\tchưa rõ\tmới\n\
            \t\tCộng\n";
        let there = [PlanProduct::named("p2", "", "")];
        let pasted = products(text, &there);
        let keys: Vec<&str> = pasted.products.iter().map(|one| one.key.as_str()).collect();
        assert_eq!(keys, ["p1", "p3"]);
        let one = &pasted.products[0];
        assert_eq!((one.name.as_str(), one.producer.as_str()), ("Thạch đen Kim Tú", "Hà Văn Độ"));
        assert_eq!((one.legal_form, one.form_printed.as_str()), (Some(LegalForm::Household), "Hộ kinh doanh"));
        assert_eq!(
            (one.registration, one.target_star, one.cost),
            (Some(DossierType::Upgrade), Some(4), Some(Dong(20_000_000)))
        );
        let two = &pasted.products[1];
        assert_eq!(
            (two.name.as_str(), two.legal_form, two.cost),
            ("Khẩu sli Hà Diềm", Some(LegalForm::Cooperative), None)
        );
        assert_eq!(two.note, "chưa rõ; mới");
        assert_eq!(pasted.left_out, ["I\tNhóm thực phẩm", "\t\tCộng"]);
    }

    #[test]
    fn a_table_without_heads_is_read_in_the_usual_order() {
        let pasted = products("1\tRượu men lá Hữu Lễ\thộ kinh doanh Nông Thị Ngoan\txã Hữu Lễ\tĐồ uống\t3 sao\n", &[]);
        let one = &pasted.products[0];
        assert_eq!(
            (one.name.as_str(), one.producer.as_str(), one.address.as_str()),
            ("Rượu men lá Hữu Lễ", "Nông Thị Ngoan", "xã Hữu Lễ")
        );
        assert_eq!((one.group.as_str(), one.target_star), ("Đồ uống", Some(3)));
        assert_eq!(products("Chè xanh", &[]).products[0].name, "Chè xanh");
        assert_eq!(products("\n \n", &[]), PastedProducts { products: Vec::new(), left_out: Vec::new() });
    }
}
