// Runs before the scripts of a page and takes the times that the page itself can tell.
(() => {
  'use strict';
  if (!location.protocol.startsWith('http')) return;

  const frame = () => new Promise((done) => requestAnimationFrame(done));
  // Called within a frame: the time of the first task after it, when it has been handed over for painting.
  const afterThisFrame = () => new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now());
    port2.postMessage(null);
  });
  // Nothing left to paint, nothing left to do.
  const calm = async () => {
    await frame();
    await frame();
    await new Promise((done) => requestIdleCallback(done, { timeout: 2000 }));
  };
  const seen = (element) => element && !element.matches(':disabled') && element.getClientRects().length > 0;
  // The time after the first frame in which `holds`; null after `patience` milliseconds.
  const painted = async (holds, patience) => {
    for (const begun = performance.now(); performance.now() - begun < patience;) {
      await frame();
      if (holds()) return afterThisFrame();
    }
    return null;
  };
  const since = (begun, at) => (at === null ? null : at - begun);

  const total = () => document.getElementById('total').textContent;
  // The sign goes away from `saved` and comes back.
  const savedAgain = (begun) => new Promise((done) => {
    const sign = document.getElementById('luu');
    if (!sign) return done(null);
    let left = !sign.classList.contains('saved');
    const end = (took) => { watch.disconnect(); done(took); };
    const watch = new MutationObserver(() => {
      if (!sign.classList.contains('saved')) left = true;
      else if (left) end(performance.now() - begun);
    });
    watch.observe(sign, { attributes: true });
    setTimeout(end, 5000, null);
  });

  // How long the last writing transaction took, as the database tells it.
  let written = null;
  const transaction = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...all) {
    const begun = performance.now();
    const writing = transaction.apply(this, all);
    if (writing.mode === 'readwrite') writing.addEventListener('complete', () => { written = performance.now() - begun; });
    return writing;
  };

  // The tap under way. A label's tap makes a second click on its control, which is part of the first.
  let tap = null;
  addEventListener('click', (event) => {
    if (!event.isTrusted || tap || !document.getElementById('total')) return;
    const begun = event.timeStamp;
    const before = total();
    tap = { painted: painted(() => total() !== before, 3000).then((at) => since(begun, at)), saved: savedAgain(begun) };
  }, true);

  // The key under way: from the press to the frame that shows what it wrote.
  let key = null;
  addEventListener('keydown', (event) => {
    if (!event.isTrusted) return;
    let written = false;
    addEventListener('input', () => { written = true; }, { capture: true, once: true });
    key = painted(() => written, 3000).then((at) => since(event.timeStamp, at));
  }, true);

  const taken = async (what) => {
    await painted(() => tap, 1000);
    const took = tap && await tap[what];
    await calm();
    tap = null;
    return took;
  };

  const ready = painted(() => seen(document.querySelector('input[type=radio]')), 60000);
  let awaited;

  window.measure = {
    // Milliseconds from the start of the navigation until the first radio can be tapped.
    ready: () => ready,
    calm,
    // Brings the label of a control into view and answers where to tap it.
    async place(value) {
      const label = document.querySelector(`input[value="${value}"]`).closest('label');
      label.scrollIntoView({ block: 'center', behavior: 'instant' });
      await calm();
      const box = label.getBoundingClientRect();
      return [box.x + Math.min(20, box.width / 2), box.y + box.height / 2];
    },
    // Brings an element into view and answers where to press it.
    async middle(element) {
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      await calm();
      const box = element.getBoundingClientRect();
      return [box.x + Math.min(20, box.width / 2), box.y + Math.min(12, box.height / 2)];
    },
    // Milliseconds from the last key to the frame with its letter.
    async typed() {
      await painted(() => key, 1000);
      const took = key && await key;
      await calm();
      key = null;
      return took;
    },
    // What stands where the caret is.
    text: () => document.activeElement.value ?? document.activeElement.textContent,
    // Milliseconds from the last tap to the frame with the new total, or to the sign that it is saved.
    painted: () => taken('painted'),
    saved: () => taken('saved'),
    // The part of the last write in that.
    written: () => written,
    // From the next event of this type to the frame that shows one of these elements; `arrived` has it then.
    await(type, selector) {
      awaited = undefined;
      addEventListener(type, async ({ timeStamp }) => {
        const at = await painted(() => seen(document.querySelector(selector)), 600000);
        awaited = { took: since(timeStamp, at), what: document.querySelector(selector)?.id };
      }, { capture: true, once: true });
      return true;
    },
    arrived: () => awaited ?? null,
    // From an act to the first frame after it.
    async framed(act) {
      const begun = performance.now();
      act();
      await frame();
      return since(begun, await afterThisFrame());
    },
    // From the start of the navigation to the frame that shows an element.
    shown: (selector) => painted(() => seen(document.querySelector(selector)), 60000),
    // Writes of 200 bytes, one in each strict transaction, with a pause between: milliseconds of each.
    async puts(count) {
      const db = await new Promise((done, failed) => {
        const asked = indexedDB.open('floor');
        asked.onupgradeneeded = () => asked.result.createObjectStore('records');
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => failed(asked.error);
      });
      const times = [];
      for (let at = 0; at < count; at++) {
        times.push(await new Promise((done, failed) => {
          const begun = performance.now();
          const writing = db.transaction('records', 'readwrite', { durability: 'strict' });
          writing.objectStore('records').put('x'.repeat(200), at);
          writing.oncomplete = () => done(performance.now() - begun);
          writing.onabort = () => failed(writing.error);
        }));
        await new Promise((done) => setTimeout(done, 100));
      }
      db.close();
      return times;
    },
    // A fixed piece of work: tells which slowdown really applies. The first round is for the compiler.
    loop() {
      const work = () => {
        const begun = performance.now();
        let state = 1;
        for (let step = 0; step < 4e7; step++) state = (Math.imul(state, 1664525) + 1013904223) | 0;
        return performance.now() - begun + (state === 0.5 ? 1 : 0);
      };
      work();
      return work();
    },
  };
})();
