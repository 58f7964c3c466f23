//! The texts of a council's papers as an office finds them first; it may change them.
//!
//! Nghị định 30/2020/NĐ-CP, Phụ lục III gives the parts of minutes (mẫu 1.9: time, place, who took part, course, end);
//! 26/2026/QĐ-TTg, Articles 6 to 8 say which papers there are. What the law leaves to the council's rules of operation
//! (quy chế hoạt động) is said to come from there.

/// Minutes of the council's meeting.
pub const MINUTES: &str = "\
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian bắt đầu: {bắt đầu}.
2. Địa điểm: {địa điểm}.
II. THÀNH PHẦN THAM DỰ
1. Chủ trì: {chủ trì}.
2. Thư ký: {thư ký}.
3. Thành viên Hội đồng chấm điểm: có mặt {số có mặt}/{số thành viên}, cần có mặt ít nhất {số cần có mặt} theo quy chế hoạt động.
{lý do mở phiên}
{bảng điểm danh}
4. Tổ tư vấn: {tổ tư vấn}.
5. Khách mời: {khách mời}.
III. NỘI DUNG
1. Căn cứ làm việc
Hội đồng được thành lập theo {quyết định thành lập}, làm việc theo {quy chế}; đánh giá theo {bộ tiêu chí}.
2. Thành viên không chấm điểm do có xung đột lợi ích
- {không chấm điểm}
3. Các lượt chấm điểm
- {lượt chấm}
4. Chênh lệch điểm phải thảo luận và kết luận của Hội đồng
- {chênh lệch}
- {kết luận từng việc}
5. Kết quả đánh giá, phân hạng
{bảng kết quả}
- {giải trình hạng}
IV. KẾT LUẬN
{tổng hợp}
Mã đối chiếu kết quả: {mã đối chiếu}. Mã này giống nhau trên mọi máy có cùng bộ phiếu đã khóa.
Cuộc họp kết thúc vào {kết thúc}. Biên bản đã được đọc lại cho các thành viên dự họp cùng nghe, thống nhất và ký tên./.
{bảng ký tên}
";

/// Minutes of a re-evaluation by written opinions (26/2026/QĐ-TTg, Article 7.6).
pub const WRITTEN_MINUTES: &str = "\
I. VIỆC LẤY Ý KIẾN
1. Thời gian: từ {bắt đầu} đến {kết thúc}.
2. Hình thức: Lấy ý kiến thành viên Hội đồng bằng văn bản theo khoản 6 Điều 7 Quyết định số 26/2026/QĐ-TTg.
3. Thành viên Hội đồng chấm điểm: gửi phiếu {số có mặt}/{số thành viên}, cần ít nhất {số cần có mặt} theo quy chế hoạt động.
{lý do mở phiên}
{bảng điểm danh}
4. Người kiểm phiếu: {thư ký}.
II. CĂN CỨ
Hội đồng được thành lập theo {quyết định thành lập}, làm việc theo {quy chế}; đánh giá theo {bộ tiêu chí}.
III. KẾT QUẢ
1. Thành viên không chấm điểm do có xung đột lợi ích
- {không chấm điểm}
2. Ý kiến khác nhau và kết luận của Hội đồng
- {chênh lệch}
- {kết luận từng việc}
3. Kết quả đánh giá, phân hạng
{bảng kết quả}
- {giải trình hạng}
{tổng hợp}
Mã đối chiếu kết quả: {mã đối chiếu}. Mã này giống nhau trên mọi máy có cùng bộ phiếu đã khóa./.
{bảng ký tên}
";

/// The table of results with its points.
pub const SUMMARY: &str = "\
{bảng tổng hợp}
{bảng điểm thành viên}
Điểm trung bình cắt đến hai chữ số thập phân, không làm tròn lên. Hạng sao xét theo điểm trung bình chính xác và các mức tối thiểu (dấu sao).
Mã đối chiếu kết quả: {mã đối chiếu}.
";

/// The report of the advisory team to the council.
pub const ADVISORY: &str = "\
Kính gửi: Chủ tịch {hội đồng}
Thực hiện nhiệm vụ thẩm định hồ sơ sản phẩm OCOP {phiên} theo {quyết định thành lập}, Tổ tư vấn báo cáo như sau:
I. HỒ SƠ ĐÃ THẨM ĐỊNH
Tổ tư vấn đã xem xét {số sản phẩm} hồ sơ theo {bộ tiêu chí}.
{bảng thẩm định}
II. NHẬN XÉT
- {nhận xét thẩm định}
III. HỒ SƠ, TÀI LIỆU CẦN BỔ SUNG
- {cần bổ sung}
IV. ĐỀ NGHỊ
Tổ tư vấn đề nghị Hội đồng xem xét, đánh giá, phân hạng {số sản phẩm} sản phẩm nêu trên. Điểm thẩm định chỉ để Hội đồng tham khảo./.
";

/// The notice of a product's result.
pub const NOTICE: &str = "\
Kính gửi: {chủ thể}; {địa phương}
Căn cứ {bộ tiêu chí};
Căn cứ kết quả đánh giá, phân hạng sản phẩm {phiên} của {hội đồng}.
{cơ quan thông báo} thông báo kết quả đối với sản phẩm “{tên sản phẩm}” của {chủ thể}, bộ sản phẩm “{bộ sản phẩm}”, như sau:
1. Kết quả
- Điểm trung bình: {điểm trung bình} điểm, tính trên {số phiếu} phiếu.
- Điểm từng phần: {điểm từng phần}.
- Kết luận của Hội đồng: {kết luận}.
2. Vì sao chưa đạt hạng cao hơn
- {vì sao}
3. Nhận xét, góp ý của Hội đồng
- {góp ý}
4. Việc tiếp theo
{việc tiếp theo}
Nếu có ý kiến về kết quả, đề nghị chủ thể gửi văn bản về {cơ quan thông báo} để được xem xét, trả lời theo quy chế hoạt động của Hội đồng./.
";

/// The draft of the decision that recognises products of 3 and 4 stars, or 5 at the ministry.
pub const RECOGNITION: &str = "\
{thẩm quyền}
{căn cứ thẩm quyền}
Căn cứ {bộ tiêu chí};
Căn cứ {quyết định thành lập};
Theo đề nghị của {cơ quan tham mưu} tại {tờ trình} và kết quả đánh giá, phân hạng {phiên} của {hội đồng}.
QUYẾT ĐỊNH:
Điều 1. Công nhận kết quả đánh giá, phân hạng và cấp Giấy chứng nhận cho {số được công nhận} sản phẩm OCOP {phiên}: {số theo hạng}. Danh sách sản phẩm tại Phụ lục kèm theo Quyết định này.
Giấy chứng nhận có giá trị 36 tháng kể từ ngày ký Quyết định này.
Điều 2. Chủ thể có sản phẩm được công nhận sử dụng biểu trưng OCOP và hạng sao đúng quy định; duy trì các điều kiện đã được đánh giá. {cơ quan tham mưu} công bố kết quả, thông báo tới Ủy ban nhân dân cấp xã và chủ thể, theo dõi, kiểm tra sản phẩm sau công nhận.
Điều 3. Quyết định này có hiệu lực kể từ ngày ký. {nơi thi hành} và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.
";

/// The words of a certificate.
pub const CERTIFICATE: &str = "\
{thẩm quyền}
CHỨNG NHẬN:
Sản phẩm: {tên sản phẩm}
Mã số sản phẩm: {mã sản phẩm}
Chủ thể: {chủ thể}
Địa chỉ: {địa chỉ}
ĐẠT HẠNG {hạng sao} SẢN PHẨM OCOP
Theo {quyết định công nhận}.
Giấy chứng nhận có giá trị 36 tháng, đến hết {hết hạn}.
";

/// The letter to the ministry for products of 90 points and more.
pub const LETTER: &str = "\
Kính gửi: Bộ Nông nghiệp và Môi trường
Thực hiện {bộ tiêu chí}, {cơ quan ban hành} đã tổ chức đánh giá, phân hạng sản phẩm OCOP {phiên}. Có {số đề nghị} sản phẩm đạt từ 90 điểm trở lên, đã được phê duyệt kết quả tại {quyết định phê duyệt}:
{bảng đề nghị}
{cơ quan ban hành} đề nghị Bộ Nông nghiệp và Môi trường xem xét, đánh giá, phân hạng 5 sao đối với các sản phẩm nêu trên.
Hồ sơ gửi kèm theo Điều 6 Quyết định số 26/2026/QĐ-TTg, gồm 01 bộ bản giấy và 01 bộ bản điện tử:
- Báo cáo của Tổ tư vấn cấp tỉnh;
- Báo cáo kết quả đánh giá của Hội đồng cấp tỉnh;
- Quyết định phê duyệt kết quả đánh giá, phân hạng;
- Hồ sơ sản phẩm; hồ sơ kiểm tra, kiểm nghiệm bổ sung (nếu có);
- 05 mẫu sản phẩm mỗi loại (trừ dịch vụ du lịch).
{cơ quan ban hành} trân trọng đề nghị Bộ xem xét./.
";
