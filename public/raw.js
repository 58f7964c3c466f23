// The database as it lies on the device, without the program, as one JSON text. The page of last resort, the rescue
// page and the worker use it. It knows no record: rows are taken as they are. Written for old browsers.
(function (scope) {
  'use strict';
  var DATABASE = 'so-ocop';

  // ---- Databases. ----

  // `layout`, if given, is made where there is no database; otherwise none is made and the answer is null.
  function open(name, version, layout) {
    return new Promise(function (resolve, reject) {
      if (!scope.indexedDB) return reject(new Error('no database'));
      var request = version ? indexedDB.open(name, version) : indexedDB.open(name);
      // Asking for a database that is not there would create an empty one, and the program would then find it
      // without its stores.
      request.onupgradeneeded = function () {
        if (!layout) return request.transaction.abort();
        Object.keys(layout).forEach(function (store) {
          if (request.result.objectStoreNames.contains(store)) return;
          var form = layout[store];
          var made = request.result.createObjectStore(store, { keyPath: form.key, autoIncrement: form.numbered });
          Object.keys(form.indexes).forEach(function (index) {
            var own = form.indexes[index];
            made.createIndex(index, own.path, { unique: own.unique, multiEntry: own.several });
          });
        });
      };
      request.onsuccess = function () {
        var database = request.result;
        // A newer program must not wait for this one.
        database.onversionchange = function () { database.close(); };
        resolve(database);
      };
      request.onblocked = function () { reject(new Error('blocked by another tab')); };
      request.onerror = function () {
        if (!layout && request.error && request.error.name === 'AbortError') resolve(null);
        else reject(request.error);
      };
    });
  }

  function answer(request) {
    return new Promise(function (resolve, reject) {
      request.onsuccess = function () { resolve(request.result); };
      request.onerror = function (event) {
        // One row that cannot be read must not end the transaction.
        event.preventDefault();
        reject(request.error);
      };
    });
  }

  function formOf(store) {
    var form = { key: store.keyPath, numbered: store.autoIncrement, indexes: {} };
    [].slice.call(store.indexNames).forEach(function (name) {
      var index = store.index(name);
      form.indexes[name] = { path: index.keyPath, unique: index.unique, several: index.multiEntry };
    });
    return form;
  }

  // ---- Everything, as it stood at one moment. ----

  // A store whose rows cannot be had at once is read one by one; what cannot be read is named.
  function rowsOf(store, lost) {
    return Promise.all([answer(store.getAllKeys()), answer(store.getAll())]).then(function (both) {
      return both[0].map(function (key, i) { return { key: key, value: both[1][i] }; });
    }, function () {
      return answer(store.getAllKeys()).then(function (keys) {
        var found = [];
        return Promise.all(keys.map(function (key) {
          return answer(store.get(key)).then(function (value) {
            found.push({ key: key, value: value });
          }, function (error) {
            lost.push({ store: store.name, key: key, why: String(error) });
          });
        })).then(function () { return found; });
      }, function (error) {
        lost.push({ store: store.name, why: String(error) });
        return [];
      });
    });
  }

  // {version, layout, stores, lost}; null where there is no database.
  function snapshot() {
    return open(DATABASE).then(function (database) {
      if (!database) return null;
      var names = [].slice.call(database.objectStoreNames);
      var all = { version: database.version, layout: {}, stores: {}, lost: [] };
      if (!names.length) {
        database.close();
        return all;
      }
      var reading = database.transaction(names, 'readonly');
      return Promise.all(names.map(function (name) {
        var store = reading.objectStore(name);
        all.layout[name] = formOf(store);
        return rowsOf(store, all.lost).then(function (rows) { all.stores[name] = rows; });
      })).then(function () {
        database.close();
        return all;
      }, function (error) {
        database.close();
        throw error;
      });
    });
  }

  // A file inside a record can only be read by waiting for it, so it is replaced before the record is written.
  function withoutBlobs(value) {
    if (scope.Blob && value instanceof Blob) {
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

  // Rows that hold nothing but plain values, as almost all do, are not copied.
  function isPlain(rows) {
    return rows.every(function (row) {
      var value = row.value;
      return !value || typeof value !== 'object' || Object.keys(value).every(function (name) {
        return value[name] === null || typeof value[name] !== 'object';
      });
    });
  }

  // The parts of one JSON text, without its closing brace.
  function partsOf(all) {
    var parts = ['{"kind":"so-ocop-raw","database":' + JSON.stringify(DATABASE)];
    if (!all) return Promise.resolve(parts.concat(',"version":0,"stores":{}'));
    parts.push(',"version":' + all.version + ',"layout":' + JSON.stringify(all.layout));
    if (all.lost.length) parts.push(',"lost":' + JSON.stringify(all.lost));
    parts.push(',"stores":{');
    var next = Promise.resolve();
    Object.keys(all.stores).forEach(function (name, i) {
      next = next.then(function () {
        var rows = all.stores[name];
        return isPlain(rows) ? rows : withoutBlobs(rows);
      }).then(function (found) {
        parts.push((i ? ',\n' : '\n') + JSON.stringify(name) + ':[');
        found.forEach(function (row, j) {
          parts.push((j ? ',\n' : '\n') + JSON.stringify(row, plain));
        });
        parts.push(']');
      });
    });
    return next.then(function () {
      parts.push('}');
      return parts;
    });
  }

  function dump() {
    return snapshot().then(partsOf);
  }

  scope.soOcopRaw = { database: DATABASE, open: open, answer: answer, snapshot: snapshot, partsOf: partsOf, dump: dump };
})(self);
