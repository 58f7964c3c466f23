// Starts the second program: everything about files, beside the page. A failure of any kind becomes an error event of
// the worker, which is what the page listens to.
'use strict';

const fail = (reason) => setTimeout(() => {
  throw reason;
});
self.addEventListener('unhandledrejection', (event) => fail(event.reason));
// Without it there are files, but no restore points.
try {
  importScripts('raw.js', 'points.js');
} catch (error) {
  console.warn('so-ocop: no restore points:', error);
}
importScripts('so-ocop-worker.js');
wasm_bindgen({ module_or_path: 'so-ocop-worker_bg.wasm' });
