// Files with a passphrase in the form of `exchange::LockedFile`, without the program: the rescue page and the copies in a
// folder. Written for old browsers.
(function (scope) {
  'use strict';
  var ROUNDS = 600000;
  var SALT = 16, IV = 12;

  function bytesOf(text) {
    return new TextEncoder().encode(text);
  }

  function base64(bytes) {
    var text = '';
    for (var i = 0; i < bytes.length; i += 0x8000) {
      text += String.fromCharCode.apply(null, bytes.subarray(i, i + 0x8000));
    }
    return btoa(text);
  }

  // Whether the browser can: pages that are not served securely get no keys.
  function isPossible() {
    return Boolean(scope.crypto && scope.crypto.subtle);
  }

  // The key of a passphrase with its salt, to be kept: it encrypts and nothing else, and nobody gets it out again.
  function keyOf(passphrase) {
    if (!isPossible()) return Promise.reject(new Error('trình duyệt này không mã hóa được ở địa chỉ này'));
    var salt = crypto.getRandomValues(new Uint8Array(SALT));
    // Composed letters: a keyboard that sets its tones apart gives the same passphrase.
    var words = bytesOf(passphrase.trim().normalize('NFC'));
    return crypto.subtle.importKey('raw', words, 'PBKDF2', false, ['deriveKey']).then(function (key) {
      var way = { name: 'PBKDF2', hash: 'SHA-256', salt: salt, iterations: ROUNDS };
      return crypto.subtle.deriveKey(way, key, { name: 'AES-GCM', length: 256 }, false, ['encrypt']);
    }).then(function (key) { return { key: key, salt: salt }; });
  }

  function nameOf(inside) {
    return inside.replace(/\.json$/, '') + '.co-mat-khau.json';
  }

  // The parts of a file, encrypted; `inside` is its name. The keys of the outer form stand in the order of the alphabet:
  // its canonical text is what is bound to the content.
  function locked(parts, inside, lock) {
    var iv = crypto.getRandomValues(new Uint8Array(IV));
    function form(data) {
      var all = { cipher: 'AES-256-GCM' };
      if (data !== undefined) all.data = data;
      all.format = 1;
      all.iv = base64(iv);
      all.kdf = 'PBKDF2-HMAC-SHA-256';
      all.kind = 'so-ocop/locked';
      all.name = inside;
      all.rounds = ROUNDS;
      all.salt = base64(lock.salt);
      return JSON.stringify(all);
    }
    return new Response(new Blob(parts)).arrayBuffer().then(function (content) {
      var way = { name: 'AES-GCM', iv: iv, additionalData: bytesOf(form()) };
      return crypto.subtle.encrypt(way, lock.key, content);
    }).then(function (content) { return [form(base64(new Uint8Array(content))), '\n']; });
  }

  scope.soOcopLocked = { isPossible: isPossible, keyOf: keyOf, nameOf: nameOf, locked: locked };
})(self);
