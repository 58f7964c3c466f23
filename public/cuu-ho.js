// The rescue page: what lies on this device, out into a file, and a restore point back. It needs nothing but `raw.js` and
// `points.js`, and `locked.js` for a file with a passphrase.
(function () {
  'use strict';
  var KINDS = {
    session: 'phiên chấm', worksheet: 'phiếu chấm', producer: 'chủ thể', product: 'sản phẩm', idea: 'ý tưởng',
    dossier: 'hồ sơ', certificate: 'giấy chứng nhận', office: 'thiết lập đơn vị', attachment: 'tệp kèm theo',
    criteria_set: 'bộ tiêu chí riêng', plan: 'kế hoạch', plan_note: 'ghi chú theo dõi kế hoạch',
    log_entry: 'dòng nhật ký của hội đồng', sealed_sheet: 'bản phiếu đã khóa'
  };
  var REASONS = {
    work: 'trong lúc làm việc', import: 'trước khi đưa tệp vào', undo: 'trước khi hoàn tác một lần đưa tệp vào',
    restore: 'trước khi khôi phục', update: 'trước khi dùng bản mới', hand: 'do người dùng tạo',
    delete: 'trước khi xóa một phiên khỏi máy', repair: 'trước khi gỡ bản ghi hỏng'
  };
  var raw = window.soOcopRaw, points = window.soOcopPoints;

  function at(id) {
    return document.getElementById(id);
  }

  function element(name, text) {
    var made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function button(text, act) {
    var made = element('button', text);
    made.type = 'button';
    made.addEventListener('click', function () {
      made.disabled = true;
      Promise.resolve(act()).then(null, wrong).then(function () { made.disabled = false; });
    });
    return made;
  }

  function say(text, isDanger) {
    at('tin').className = isDanger ? 'danger' : '';
    at('tin').textContent = text;
  }

  function wrong(error) {
    say('Không làm được: ' + (error && error.message || error) + '. Dữ liệu trên máy không thay đổi.', true);
  }

  function when(moment) {
    return new Date(moment).toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' });
  }

  function words(rows) {
    var found = Object.keys(rows).map(function (kind) { return rows[kind] + ' ' + (KINDS[kind] || kind); });
    return found.length ? found.join(', ') : 'không có bản ghi nào';
  }

  // A file that was to be encrypted is never saved without. Answers the name under which it was saved.
  function save(parts, name) {
    var passphrase = at('mat-khau').value, lock = window.soOcopLocked;
    if (!passphrase.trim()) return Promise.resolve(saved(parts, name));
    if (!lock) return Promise.reject(new Error('không tải được phần mã hóa (locked.js); chưa lưu tệp nào'));
    return lock.keyOf(passphrase).then(function (key) { return lock.locked(parts, name, key); }).then(function (own) {
      return saved(own, lock.nameOf(name));
    });
  }

  function saved(parts, name) {
    var link = element('a');
    link.href = URL.createObjectURL(new Blob(parts, { type: 'application/json' }));
    link.download = name;
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
    return name;
  }

  function stamp(moment) {
    return moment.slice(0, 16).replace(/[-:]/g, '').replace('T', '-');
  }

  function showData() {
    return raw.snapshot().then(function (all) {
      var counts = points.counted(all), place = at('dem');
      place.textContent = '';
      if (!all || !counts.records) {
        place.appendChild(element('p', 'Không có bản ghi nào trong kho dữ liệu của máy này.'));
        return;
      }
      var list = element('ul');
      Object.keys(counts.rows).sort().forEach(function (kind) {
        list.appendChild(element('li', counts.rows[kind] + ' ' + (KINDS[kind] || kind)));
      });
      if (counts.deleted) list.appendChild(element('li', counts.deleted + ' dấu của bản ghi đã xóa'));
      place.appendChild(list);
      if (all.lost.length) {
        place.appendChild(element('p', 'Có ' + all.lost.length + ' chỗ trong kho không đọc được; phần còn lại vẫn lưu ra tệp được.'));
      }
    }).then(null, function (error) {
      at('dem').textContent = '';
      at('dem').appendChild(element('p', 'Không mở được kho dữ liệu: ' + (error && error.message || error) + '. Vẫn có thể khôi phục từ một điểm dưới đây.'));
    });
  }

  function putBack(head) {
    // What is here now is kept first; where it cannot even be read there is nothing to keep.
    return points.take('restore', Date.now()).then(null, function () { return null; }).then(function () {
      return points.content(head.id);
    }).then(points.restore).then(showData).then(showPoints).then(function () {
      say('Đã khôi phục dữ liệu lúc ' + when(head.at) + '. Có thể mở lại Sổ OCOP.');
    });
  }

  function point(head) {
    var card = element('li'), ask = element('div');
    card.appendChild(element('b', when(head.at)));
    card.appendChild(element('p', (REASONS[head.reason] || head.reason) + '. ' + words(head.rows || {})));
    card.appendChild(button('Khôi phục điểm này', function () {
      ask.textContent = '';
      ask.appendChild(element('p', 'Mọi dữ liệu đang có trên máy sẽ được thay bằng dữ liệu lúc ' + when(head.at) +
        '. Dữ liệu đang có được giữ lại thành một điểm khôi phục trước đã.'));
      var go = button('Khôi phục', function () { return putBack(head); });
      go.className = 'main';
      ask.appendChild(go);
      ask.appendChild(button('Thôi', function () { ask.textContent = ''; }));
      go.focus();
    }));
    card.appendChild(button('Lưu điểm này ra tệp', function () {
      return points.content(head.id).then(function (text) {
        return save([text], 'so-ocop-diem-' + stamp(head.at) + '.json');
      }).then(function (name) { say('Đã lưu điểm khôi phục ra tệp ' + name + '.'); });
    }));
    card.appendChild(ask);
    return card;
  }

  function showPoints() {
    return points.list().then(function (heads) {
      var list = at('cac-diem');
      list.textContent = '';
      heads.forEach(function (head) { list.appendChild(point(head)); });
      if (!heads.length) list.appendChild(element('li', 'Chưa có điểm khôi phục nào trên máy này.'));
    });
  }

  if (!raw || !points) {
    say('Không tải được phần đọc dữ liệu (raw.js, points.js). Hãy nối mạng rồi tải lại trang này.', true);
    return;
  }
  at('luu-tep').addEventListener('click', function () {
    say('Đang lưu…');
    raw.dump().then(function (parts) {
      return save(parts.concat('}\n'), 'so-ocop-du-lieu-tho.json');
    }).then(function (name) { say('Đã lưu mọi dữ liệu ra tệp ' + name + '.'); }).then(null, wrong);
  });
  showData().then(showPoints).then(function () { document.body.dataset.ready = 'true'; }, wrong);
})();
