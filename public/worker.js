// Starts one of the programs beside the page, which do everything about files; the page names it. A failure of any kind
// becomes an error event of the worker, which is what the page listens to.
'use strict';

const fail = (reason) => setTimeout(() => {
  throw reason;
});
self.addEventListener('unhandledrejection', (event) => fail(event.reason));
// Only the program of the app's own files keeps restore points; without them there still are files.
if (self.name === 'so-ocop-worker') {
  try {
    importScripts('raw.js', 'points.js');
  } catch (error) {
    console.warn('so-ocop: no restore points:', error);
  }
  try {
    importScripts('locked.js', 'folder.js');
  } catch (error) {
    console.warn('so-ocop: no copies in a folder:', error);
  }
}
importScripts(`${self.name}.js`);
wasm_bindgen({ module_or_path: `${self.name}_bg.wasm` });
