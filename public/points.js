// Restore points: raw texts of the whole database (`raw.js`), in a database of their own, and their way back. The
// worker and the rescue page use it. Written for old browsers.
(function (scope) {
  'use strict';
  var raw = scope.soOcopRaw, open = raw.open, answer = raw.answer;
  var POINTS = 'so-ocop-restore';
  // The newest points lie here too: a browser that finds its databases damaged throws all of them away.
  var SPARE = 'so-ocop-restore';
  var SPARES = 2;

  function completed(writing) {
    return new Promise(function (resolve, reject) {
      writing.oncomplete = function () { resolve(); };
      writing.onabort = function () { reject(writing.error || new Error('aborted')); };
    });
  }

  function change(database, stores) {
    return database.transaction(stores, 'readwrite', { durability: 'strict' });
  }

  // How much there is: rows by kind, marks of deleted records, packs of the journal; and a mark that another state of
  // the database does not have.
  function counted(all) {
    var rows = {}, deleted = 0, revisions = 0, last = 0, records = 0;
    ((all && all.stores.records) || []).forEach(function (row) {
      var value = row.value || {};
      records += 1;
      revisions += Number(value.rev) || 0;
      last = Math.max(last, Number(value.updated) || 0);
      if (value.deleted) deleted += 1;
      else rows[String(value.kind)] = (rows[String(value.kind)] || 0) + 1;
    });
    var packs = (all && all.stores.journal) || [];
    var device = JSON.stringify((all && all.stores.device) || []);
    var sum = 0;
    for (var i = 0; i < device.length; i++) sum = (sum * 31 + device.charCodeAt(i)) | 0;
    var newest = packs.length ? packs[packs.length - 1].key : 0;
    var mark = [records, revisions, last, packs.length, newest, sum].join(':');
    return { rows: rows, deleted: deleted, packs: packs.length, mark: mark, records: records };
  }

  var POINTS_LAYOUT = {
    heads: { key: 'id', numbered: false, indexes: {} },
    contents: { key: 'id', numbered: false, indexes: {} }
  };

  function shelf(act) {
    return open(POINTS, 1, POINTS_LAYOUT).then(function (database) {
      return act(database).then(function (value) {
        database.close();
        return value;
      }, function (error) {
        database.close();
        throw error;
      });
    });
  }

  function spare(act, otherwise) {
    if (!scope.caches) return Promise.resolve(otherwise);
    return scope.caches.open(SPARE).then(act).catch(function () { return otherwise; });
  }

  function place(id) {
    return '/so-ocop-restore/' + encodeURIComponent(id);
  }

  function spares() {
    return spare(function (cache) {
      return cache.keys().then(function (requests) {
        return Promise.all(requests.map(function (request) {
          return cache.match(request).then(function (kept) {
            return JSON.parse(decodeURIComponent(kept.headers.get('x-head')));
          });
        }));
      });
    }, []);
  }

  function keepSpare(head, bytes) {
    return spare(function (cache) {
      var headers = { 'x-head': encodeURIComponent(JSON.stringify(head)) };
      return cache.put(place(head.id), new Response(bytes, { headers: headers })).then(spares).then(function (heads) {
        var old = heads.sort(newestFirst).slice(SPARES);
        return Promise.all(old.map(function (head) { return cache.delete(place(head.id)); }));
      });
    });
  }

  function newestFirst(a, b) {
    return a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1;
  }

  // The heads of all points, newest first.
  function points() {
    var kept = shelf(function (database) {
      return answer(database.transaction('heads', 'readonly').objectStore('heads').getAll());
    });
    // Where the databases are gone or damaged, the spare ones are still there.
    return Promise.all([kept.catch(function () { return []; }), spares()]).then(function (both) {
      var ids = both[0].map(function (head) { return head.id; });
      var others = both[1].filter(function (head) { return ids.indexOf(head.id) < 0; });
      return both[0].concat(others).sort(newestFirst);
    });
  }

  function packed(parts) {
    var blob = new Blob(parts);
    if (!scope.CompressionStream || !blob.stream) {
      return new Response(blob).arrayBuffer().then(function (bytes) { return { bytes: bytes, packed: false }; });
    }
    var stream = blob.stream().pipeThrough(new CompressionStream('gzip'));
    return new Response(stream).arrayBuffer().then(function (bytes) { return { bytes: bytes, packed: true }; });
  }

  // Keeps what stands in the database as a point, and in the folder that the person chose, if any. Answers the head of
  // the point; null when there is nothing, or nothing new since the newest point.
  function take(reason, at) {
    var folder = scope.soOcopFolder;
    return Promise.all([raw.snapshot(), points()]).then(function (both) {
      var all = both[0], newest = both[1][0], counts = counted(all);
      if (!all || !counts.records) return null;
      var isNew = !newest || newest.mark !== counts.mark;
      return Promise.resolve(folder ? folder.wants(counts.mark) : false).then(function (isWanted) {
        if (!isNew && !isWanted) return null;
        return raw.partsOf(all).then(function (parts) {
          var whole = parts.concat('}\n');
          var copied = isWanted ? folder.keep(whole, at, counts.mark) : Promise.resolve();
          return copied.then(function () { return isNew ? kept(whole, all, counts, reason, at) : null; });
        });
      });
    });
  }

  function kept(parts, all, counts, reason, at) {
    return packed(parts).then(function (content) {
      var head = {
        id: String(at) + '-' + Math.random().toString(36).slice(2, 10),
        at: new Date(at).toISOString(),
        reason: reason,
        bytes: content.bytes.byteLength,
        packed: content.packed,
        rows: counts.rows,
        deleted: counts.deleted,
        lost: all.lost.length,
        mark: counts.mark
      };
      return shelf(function (database) {
        var writing = change(database, ['heads', 'contents']);
        writing.objectStore('heads').put(head);
        writing.objectStore('contents').put({ id: head.id, bytes: content.bytes });
        return completed(writing);
      }).then(function () {
        return keepSpare(head, content.bytes);
      }).then(function () { return head; });
    });
  }

  // The whole database as a raw text.
  function now() {
    return raw.snapshot().then(function (all) {
      if (!all) return null;
      return raw.partsOf(all).then(function (parts) { return new Response(new Blob(parts.concat('}\n'))).text(); });
    });
  }

  function text(bytes, isPacked) {
    var blob = new Blob([bytes]);
    if (!isPacked) return new Response(blob).text();
    if (!scope.DecompressionStream) return Promise.reject(new Error('this browser cannot unpack it'));
    return new Response(blob.stream().pipeThrough(new DecompressionStream('gzip'))).text();
  }

  // The text of a point.
  function content(id) {
    return points().then(function (heads) {
      var head = heads.filter(function (head) { return head.id === id; })[0];
      if (!head) throw new Error('no such point');
      return shelf(function (database) {
        return answer(database.transaction('contents', 'readonly').objectStore('contents').get(id));
      }).catch(function () { return null; }).then(function (kept) {
        if (kept) return kept.bytes;
        return spare(function (cache) { return cache.match(place(id)); }).then(function (found) {
          if (!found) throw new Error('the content is gone');
          return found.arrayBuffer();
        });
      }).then(function (bytes) { return text(bytes, head.packed); });
    });
  }

  function drop(ids) {
    return shelf(function (database) {
      var writing = change(database, ['heads', 'contents']);
      ids.forEach(function (id) {
        writing.objectStore('heads').delete(id);
        writing.objectStore('contents').delete(id);
      });
      return completed(writing);
    }).then(function () {
      return spare(function (cache) {
        return Promise.all(ids.map(function (id) { return cache.delete(place(id)); }));
      });
    });
  }

  // ---- Putting everything back. ----

  function revived(_, value) {
    if (value && typeof value === 'object' && typeof value.base64 === 'string' && Object.keys(value).length === 1) {
      return Uint8Array.from(atob(value.base64), function (letter) { return letter.charCodeAt(0); });
    }
    return value;
  }

  function removed(name) {
    return new Promise(function (resolve, reject) {
      var request = indexedDB.deleteDatabase(name);
      request.onsuccess = function () { resolve(); };
      request.onerror = function () { reject(request.error); };
      request.onblocked = function () { reject(new Error('blocked by another tab')); };
    });
  }

  // The database with all stores of `all`; made anew only where it is not there, cannot be opened or lacks a store.
  function ready(all) {
    var make = function () { return open(raw.database, all.version, all.layout); };
    var again = function () { return removed(raw.database).then(make); };
    return open(raw.database).then(function (database) {
      if (!database) return make();
      var lacks = Object.keys(all.stores).some(function (name) { return !database.objectStoreNames.contains(name); });
      if (!lacks) return database;
      database.close();
      return again();
    }, again);
  }

  // Puts the state of a text in the place of what stands in the database: all of it in one transaction, or nothing.
  function restore(json) {
    var all = JSON.parse(json, revived);
    if (all.kind !== 'so-ocop-raw' || !all.stores || !all.layout || !all.stores.records) {
      return Promise.reject(new Error('not a whole restore point'));
    }
    return ready(all).then(function (database) {
      var names = [].slice.call(database.objectStoreNames);
      var writing = change(database, names);
      var end = completed(writing);
      try {
        names.forEach(function (name) {
          var store = writing.objectStore(name);
          store.clear();
          (all.stores[name] || []).forEach(function (row) {
            if (store.keyPath === null) store.put(row.value, row.key);
            else store.put(row.value);
          });
        });
      } catch (error) {
        writing.abort();
        return end.catch(function () { database.close(); throw error; });
      }
      return end.then(function () { database.close(); }, function (error) { database.close(); throw error; });
    });
  }

  // Bytes that the browser still gives to this site; -1: it does not say.
  function room() {
    var storage = scope.navigator && scope.navigator.storage;
    if (!storage || !storage.estimate) return Promise.resolve(-1);
    return storage.estimate().then(function (told) { return told.quota - told.usage; }, function () { return -1; });
  }

  scope.soOcopPoints = {
    counted: counted,
    list: points,
    take: take,
    now: now,
    content: content,
    drop: drop,
    restore: restore,
    room: room
  };
})(self);
