// A copy of the whole database in a folder that the person chose, where the browser can write into one: one file a day,
// written anew with each restore point, the newest 30 kept. The page asks for the folder, the worker writes into it. With
// a passphrase the copies are encrypted (`locked.js`): what is kept on the device is not the passphrase but a key made of it
// that encrypts and cannot be taken out.
(function (scope) {
  'use strict';
  var raw = scope.soOcopRaw, answer = raw.answer;
  var DATABASE = 'so-ocop-folder';
  var LAYOUT = { folder: { key: null, numbered: false, indexes: {} } };
  var KEPT = 30;
  var NAME = /^OCOP_sao-luu_\d{4}-\d{2}-\d{2}(\.co-mat-khau)?\.json$/;
  var HOURS_OF_VIETNAM = 7 * 3600000;

  function shelf(mode, act) {
    return raw.open(DATABASE, 1, LAYOUT).then(function (database) {
      var store = database.transaction('folder', mode).objectStore('folder');
      return answer(act(store)).then(function (value) {
        database.close();
        return value;
      }, function (error) {
        database.close();
        throw error;
      });
    });
  }

  function kept() {
    return shelf('readonly', function (store) { return store.get('now'); });
  }

  function put(value) {
    return shelf('readwrite', function (store) { return store.put(value, 'now'); });
  }

  function permission(handle) {
    return handle.queryPermission({ mode: 'readwrite' });
  }

  // What is known of the folder; null: none was chosen.
  function state() {
    return kept().then(function (own) {
      if (!own) return null;
      return permission(own.handle).then(function (may) {
        return { name: own.handle.name, may: may, last: own.last || 0, fault: own.fault || '', locked: !!own.lock };
      });
    });
  }

  // Another folder goes on with the same passphrase.
  function choose() {
    return scope.showDirectoryPicker({ id: 'so-ocop', mode: 'readwrite' }).then(function (handle) {
      return kept().then(function (own) { return put({ handle: handle, lock: own && own.lock }); }).then(state);
    });
  }

  // From now on copies are encrypted with this passphrase; an empty one: no more. The state that is there is written anew.
  function protect(passphrase) {
    var made = passphrase.trim() ? scope.soOcopLocked.keyOf(passphrase) : Promise.resolve(undefined);
    return made.then(function (lock) {
      return kept().then(function (own) { return own && put({ handle: own.handle, last: own.last, lock: lock }); });
    }).then(state);
  }

  // Browsers forget the permission when they are closed; only a press of a button may ask for it again.
  function allow() {
    return kept().then(function (own) {
      return own && own.handle.requestPermission({ mode: 'readwrite' });
    }).then(state);
  }

  function forget() {
    return shelf('readwrite', function (store) { return store.delete('now'); });
  }

  // Whether there is a folder that may be written into and does not hold this state yet.
  function wants(mark) {
    return kept().then(function (own) {
      if (!own || (own.mark === mark && !own.fault)) return false;
      return permission(own.handle).then(function (may) { return may === 'granted'; });
    }).catch(function () { return false; });
  }

  function names(handle) {
    var found = [], all = handle.keys();
    function next() {
      return all.next().then(function (step) {
        if (step.done) return found;
        if (NAME.test(step.value)) found.push(step.value);
        return next();
      });
    }
    return next();
  }

  function written(handle, name, parts) {
    return handle.getFileHandle(name, { create: true }).then(function (file) {
      // The file takes the place of the old one when it is whole.
      return file.createWritable();
    }).then(function (stream) {
      return stream.write(new Blob(parts)).then(function () { return stream.close(); });
    });
  }

  // What became of a copy. Where the person has chosen another folder or passphrase meanwhile, theirs stays, and the state
  // is written once more.
  function note(own, last, mark, fault) {
    return kept().then(function (now) {
      if (!now) return undefined;
      var salt = function (lock) { return lock ? String(lock.salt) : ''; };
      var isSame = now.handle.name === own.handle.name && salt(now.lock) === salt(own.lock);
      return put({ handle: now.handle, lock: now.lock, last: last, mark: isSame ? mark : undefined, fault: fault });
    });
  }

  // Writes the parts of a raw text into the folder. What fails is kept to be told, and harms nothing else.
  function keep(parts, at, mark) {
    return kept().then(function (own) {
      var name = 'OCOP_sao-luu_' + new Date(at + HOURS_OF_VIETNAM).toISOString().slice(0, 10) + '.json';
      // What is to be encrypted is never written without.
      var file = own.lock
        ? scope.soOcopLocked.locked(parts, name, own.lock).then(function (locked) {
          return written(own.handle, scope.soOcopLocked.nameOf(name), locked);
        })
        : written(own.handle, name, parts);
      return file.then(function () {
        return names(own.handle);
      }).then(function (all) {
        var old = all.sort().reverse().slice(KEPT);
        return Promise.all(old.map(function (name) { return own.handle.removeEntry(name); }));
      }).then(function () {
        return note(own, at, mark, '');
      }, function (error) {
        return note(own, own.last, own.mark, String(error && error.name || error));
      });
    }).catch(function () {});
  }

  scope.soOcopFolder = { state: state, choose: choose, protect: protect, allow: allow, forget: forget, wants: wants, keep: keep };
})(self);
