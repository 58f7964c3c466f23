// Starts the second program: everything about files, beside the page. A failure of any kind becomes an error event of
// the worker, which is what the page listens to.
'use strict';

const fail = (reason) => setTimeout(() => {
  throw reason;
});
self.addEventListener('unhandledrejection', (event) => fail(event.reason));
importScripts('so-ocop-worker.js');
wasm_bindgen({ module_or_path: 'so-ocop-worker_bg.wasm' });
