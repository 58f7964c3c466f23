// The page shown when the program cannot start or has stopped for good. It knows nothing of the program: the
// records are read straight from IndexedDB. Written for old browsers, since it also tells them that they are too old.
(function () {
  'use strict';
  var DATABASE = 'so-ocop';
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

  // Binary values are kept as base64, so that the file is complete.
  function base64(bytes) {
    var text = '';
    for (var i = 0; i < bytes.length; i += 0x8000) {
      text += String.fromCharCode.apply(null, bytes.subarray(i, i + 0x8000));
    }
    return { base64: btoa(text) };
  }

  function plain(_, value) {
    if (value instanceof ArrayBuffer) return base64(new Uint8Array(value));
    if (ArrayBuffer.isView(value)) return base64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    return value;
  }

  // A file inside a record can only be read by waiting for it, so it is replaced before the record is written.
  function withoutBlobs(value) {
    if (value instanceof Blob) {
      return new Response(value).arrayBuffer().then(function (buffer) {
        return { type: value.type, name: value.name, bytes: buffer };
      });
    }
    if (Array.isArray(value)) return Promise.all(value.map(withoutBlobs));
    if (value && Object.getPrototypeOf(value) === Object.prototype) {
      var names = Object.keys(value);
      return Promise.all(names.map(function (name) { return withoutBlobs(value[name]); })).then(function (parts) {
        var copy = {};
        names.forEach(function (name, i) { copy[name] = parts[i]; });
        return copy;
      });
    }
    return Promise.resolve(value);
  }

  function rows(store) {
    return new Promise(function (resolve, reject) {
      var found = [];
      var cursor = store.openCursor();
      cursor.onerror = function () { reject(cursor.error); };
      cursor.onsuccess = function () {
        if (!cursor.result) return resolve(found);
        found.push({ key: cursor.result.primaryKey, value: cursor.result.value });
        cursor.result.continue();
      };
    });
  }

  function open() {
    return new Promise(function (resolve, reject) {
      var request = indexedDB.open(DATABASE);
      // Asking for a database that is not there would create an empty one, and the program would then find it
      // without its stores.
      request.onupgradeneeded = function () { request.transaction.abort(); };
      request.onsuccess = function () { resolve(request.result); };
      request.onerror = function () {
        if (request.error && request.error.name === 'AbortError') resolve(null);
        else reject(request.error);
      };
    });
  }

  // All rows of all stores as the parts of one JSON file, without its closing brace.
  function dump() {
    return open().then(function (database) {
      var parts = ['{"kind":"so-ocop-raw","database":' + JSON.stringify(DATABASE)];
      if (!database) return parts.concat(',"version":0,"stores":{}');
      parts.push(',"version":' + database.version + ',"stores":{');
      var names = Array.prototype.slice.call(database.objectStoreNames);
      var next = Promise.resolve();
      names.forEach(function (name, i) {
        next = next.then(function () {
          return rows(database.transaction(name, 'readonly').objectStore(name));
        }).then(withoutBlobs).then(function (found) {
          parts.push((i ? ',\n' : '\n') + JSON.stringify(name) + ':[');
          found.forEach(function (row, j) {
            parts.push((j ? ',\n' : '\n') + JSON.stringify(row, plain));
          });
          parts.push(']');
        });
      });
      return next.then(function () {
        database.close();
        parts.push('}');
        return parts;
      });
    });
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
      'Dữ liệu đã lưu vẫn còn trên máy này. Tải lại trang để mở lại sổ; nếu lỗi lặp lại, hãy lưu dữ liệu thô ra tệp và gửi kèm khi báo lỗi.'
    ]);
    if (message) main.appendChild(element('p', String(message), 'shell-detail'));
    button(main, 'Tải lại trang', '', function () { location.reload(); });
    button(main, 'Lưu dữ liệu thô ra tệp', 'shell-quiet', function () {
      dump().then(save, function (error) {
        main.appendChild(element('p', 'Không đọc được dữ liệu trên máy này: ' + error, 'shell-detail'));
      });
    });
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
})();
