// The page shown when the program cannot start or has stopped for good. It knows nothing of the program: the
// records are read straight from IndexedDB. Written for old browsers, since it also tells them that they are too old.
(function () {
  'use strict';
  var shown = false;

  function element(name, text, className) {
    var made = document.createElement(name);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function page(title, sentences) {
    var main = document.createElement('main');
    main.className = 'shell-page';
    main.id = 'panic';
    main.setAttribute('role', 'alert');
    main.tabIndex = -1;
    main.appendChild(element('h1', title));
    sentences.forEach(function (sentence) {
      main.appendChild(element('p', sentence));
    });
    document.body.textContent = '';
    document.body.appendChild(element('header', 'Sổ OCOP', 'shell-bar'));
    document.body.appendChild(main);
    main.focus();
    return main;
  }

  // `raw.js` reads the store. It comes after the program, and is asked for again where it did not arrive.
  function reader() {
    if (window.soOcopRaw) return Promise.resolve(window.soOcopRaw);
    return new Promise(function (resolve, reject) {
      var script = document.createElement('script');
      script.src = new URL('raw.js', document.baseURI).href;
      script.onload = function () { resolve(window.soOcopRaw); };
      script.onerror = function () { reject(new Error('raw.js')); };
      document.head.appendChild(script);
    });
  }

  // All rows of all stores as the parts of one JSON file, without its closing brace.
  function dump() {
    return reader().then(function (raw) { return raw.dump(); });
  }

  function save(parts) {
    var link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(parts.concat('}\n'), { type: 'application/json' }));
    link.download = 'so-ocop-du-lieu-tho.json';
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
  }

  function button(main, text, className, act) {
    var made = element('button', text, className);
    made.type = 'button';
    made.addEventListener('click', act);
    main.appendChild(made);
  }

  function panic(message) {
    if (shown || !document.body) return;
    shown = true;
    var main = page('Ứng dụng gặp lỗi và đã dừng', [
      'Dữ liệu đã lưu vẫn còn trên máy này. Tải lại trang để mở lại sổ; nếu lỗi lặp lại, hãy lưu dữ liệu thô ra tệp hoặc mở trang cứu hộ.'
    ]);
    if (message) main.appendChild(element('p', String(message), 'shell-detail'));
    button(main, 'Tải lại trang', '', function () { location.reload(); });
    button(main, 'Lưu dữ liệu thô ra tệp', 'shell-quiet', function () {
      dump().then(save, function (error) {
        main.appendChild(element('p', 'Không đọc được dữ liệu trên máy này: ' + error, 'shell-detail'));
      });
    });
    var rescue = element('a', 'Mở trang cứu hộ', 'shell-rescue');
    rescue.href = new URL('cuu-ho.html', document.baseURI).href;
    main.appendChild(element('p', ''));
    main.lastChild.appendChild(rescue);
  }

  // This script may arrive after the program has started.
  function started() {
    return window.soOcopStarted === true;
  }

  // A trap anywhere ends the program: its memory can no longer be trusted. Other script errors end it only before it runs.
  function fatal(error) {
    return !started() || (window.WebAssembly && error instanceof WebAssembly.RuntimeError);
  }

  window.soOcopPanic = panic;

  // At hand before it is needed: by then there may be no network.
  function ahead() {
    reader().then(null, function () {});
  }

  // For a running program that cannot write its own file: all rows, and the JSON text of what is not among them yet.
  // The latter is saved even when the database cannot be read.
  window.soOcopDump = function (pending) {
    dump().then(null, function (error) {
      return ['{"kind":"so-ocop-raw","error":' + JSON.stringify(String(error))];
    }).then(function (parts) {
      save(parts.concat(',"pending":' + pending));
    });
  };

  if (!window.WebAssembly || !('noModule' in document.createElement('script'))) {
    shown = true;
    page('Trình duyệt này quá cũ', [
      'Sổ OCOP cần một trình duyệt biết chạy WebAssembly. Hãy cập nhật trình duyệt hoặc mở bằng Chrome, Edge, Firefox hay Safari bản mới.'
    ]);
    return;
  }

  function fault(event) {
    var failed = event.target;
    if (event.type === 'unhandledrejection') {
      if (fatal(event.reason)) panic(event.reason);
    } else if (failed && failed.tagName === 'SCRIPT') {
      if (!started() && failed.type === 'module') panic('Không tải được chương trình.');
    } else if (failed === window && fatal(event.error)) {
      panic(event.message);
    }
  }

  // This script may arrive after the program has failed: the page has kept what happened until now.
  window.soOcopFault = fault;
  window.soOcopFaults.forEach(fault);
  if (started()) ahead();
  else addEventListener('so-ocop-started', ahead);
})();
