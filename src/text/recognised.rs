//! Texts of the list of certificates, and of taking earlier recognitions in from a list.

use super::{Text, texts};

texts! {
    TITLE = "Giấy chứng nhận OCOP", "OCOP certificates";
    LEAD = "Mọi lần công nhận: sản phẩm, hạng sao, quyết định, thời hạn. Kết quả của những năm trước: dán từ Excel hoặc mở bảng tính.",
        "Every recognition: product, stars, decision, term. Paste or open the results of earlier years.";
    NEEDS = "Mỗi dòng cần có tên sản phẩm, chủ thể, hạng sao (3, 4, 5), số và ngày của quyết định công nhận. Ghi chung một ô như “816/QĐ-UBND ngày 12/5/2022” cũng đọc được. Sản phẩm và chủ thể chưa có sẽ được ghi thêm vào sổ.",
        "Each row needs product, producer, stars, number and day of the decision. Products and producers that are not there are entered.";
    NONE_YET = "Chưa có giấy chứng nhận nào. Dán danh sách sản phẩm đã được công nhận từ Excel, hoặc mở bảng tính.",
        "No certificate yet. Paste a list of recognised products, or open a spreadsheet.";
    BY_LIST = "Nhập kết quả đã công nhận", "Enter earlier recognitions";
    STARS = "Hạng sao", "Stars";
    POINTS = "Điểm", "Points";
    DECISION = "Số quyết định", "Decision";
    DECIDED = "Ngày quyết định", "Day of the decision";
    ISSUER = "Cơ quan công nhận", "Issued by";
    UNTIL = "Ngày hết hạn in trên giấy", "Printed end";
    STANDING = "Hiệu lực", "Standing";
    ONLY_PAPER = "Giấy này đến từ hồ sơ của sổ hoặc đã có việc sau đó, nên chỉ sửa được số giấy, điểm, ngày hết hạn và ghi chú. Việc khác ghi ở trang sản phẩm.",
        "This certificate came from a dossier here, or something has happened to it: only number, points, end and remarks change here.";
    PRODUCT_FIXED = "Tên sản phẩm, chủ thể và nơi sản xuất sửa ở trang của sản phẩm (chọn dòng rồi bấm Mở dòng).",
        "Name, producer and place are changed on the product's own page.";
    ASK = "Có {} sản phẩm gần giống tên đã có trong sổ. Chọn cho từng sản phẩm; dòng chưa chọn sẽ không được ghi.",
        "{} products are nearly called like ones on record. Choose for each; rows without a choice are left out.";
    NOT_CHOSEN = "– Chọn –", "– choose –";
    SAME = "Chính là: {} – {}", "It is: {} – {}";
    OTHER = "Sản phẩm khác, ghi mới", "Another product";
    ALL_SAME = "Tất cả chính là sản phẩm đã có", "All are those on record";
}

/// The stars a certificate has, as choices.
pub const STAR_NAMES: [&str; 3] = ["3 sao", "4 sao", "5 sao"];

/// What a list would bring about.
pub fn foretold(new_products: usize, known_products: usize) -> Vec<String> {
    const NEW: Text = Text { vi: "{} sản phẩm mới sẽ được ghi thêm vào sổ.", en: "{} new products." };
    const KNOWN: Text = Text {
        vi: "{} giấy chứng nhận được gắn vào sản phẩm đã có trong sổ.",
        en: "{} certificates go to products on record.",
    };
    let counted = [(NEW, new_products), (KNOWN, known_products)];
    let said = counted.iter().filter(|(_, count)| *count > 0);
    said.map(|(text, count)| text.fill(&[&super::grouped(*count as i64)])).collect()
}
