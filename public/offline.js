// Keeps a whole copy of the site on this device, and tells the page when a newer one waits.
// It begins when the program has started: a person who opens the page again at once is already served from here. What
// the visit itself did not bring is fetched only when the browser is idle and the person touches nothing.
(() => {
  'use strict';
  let registration = null;
  let consented = false;
  let isLeftBehind = false;
  let isComplete = false;
  const listeners = [];
  const ready = [];

  const ask = (worker, message) => new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = (event) => resolve(event.data);
    worker.postMessage(message, [channel.port2]);
  });

  // A waiting worker is news only where an older one is at work; otherwise it is the first copy.
  const tell = () => {
    if (isLeftBehind || (registration && registration.waiting && navigator.serviceWorker.controller)) {
      listeners.forEach((listener) => listener());
    }
  };

  // A weak tablet answers taps more slowly while it stores files.
  const REST = 1500;
  let touched = -REST;
  const rest = async () => {
    for (let wait; (wait = touched + REST - performance.now()) > 0; ) await new Promise((go) => setTimeout(go, wait));
  };

  // Has what the copy lacks fetched; without a network it goes on when there is one, or at the next visit.
  let isFilling = false;
  const fill = async () => {
    if (isFilling || isComplete) return;
    isFilling = true;
    const { active } = await navigator.serviceWorker.ready;
    for (let kept = -1; ; ) {
      await rest();
      const status = await ask(active, { type: 'fill' });
      isComplete = status.complete;
      if (isComplete || !(status.kept > kept)) break;
      kept = status.kept;
    }
    isFilling = false;
    if (isComplete) ready.forEach((listener) => listener());
  };

  const watch = (worker) => {
    if (worker) worker.addEventListener('statechange', () => worker.state === 'installed' && tell());
  };

  window.soOcopUpdate = {
    // Calls back when a newer version is complete on this device and waits for the user's consent.
    onwaiting(listener) {
      listeners.push(listener);
      tell();
    },
    // Switches to the waiting version and reloads this page.
    activate() {
      if (isLeftBehind) return location.reload();
      if (!registration || !registration.waiting) return;
      consented = true;
      registration.waiting.postMessage({ type: 'skip-waiting' });
    },
    // Calls back once this device can open the site without a network.
    onready(listener) {
      if (!('serviceWorker' in navigator)) return;
      ready.push(listener);
      if (isComplete) listener();
    },
    // {complete, version, files} of the copy on this device; null while there is none.
    async status() {
      const container = navigator.serviceWorker;
      const worker = container && (container.controller || (registration && registration.active));
      return worker ? ask(worker, { type: 'status' }) : null;
    },
  };

  if (!('serviceWorker' in navigator)) return;

  const idle = () => ('requestIdleCallback' in window ? requestIdleCallback(fill, { timeout: 5000 }) : setTimeout(fill, 1500));

  const register = async () => {
    try {
      const script = new URL('sw.js', document.baseURI);
      registration = await navigator.serviceWorker.register(script, { updateViaCache: 'none' });
    } catch (error) {
      console.warn('so-ocop: no offline copy:', error);
      return;
    }
    tell();
    watch(registration.installing);
    registration.addEventListener('updatefound', () => watch(registration.installing));
    addEventListener('online', fill);
    for (const kind of ['pointerdown', 'keydown']) {
      addEventListener(kind, () => (touched = performance.now()), { capture: true, passive: true });
    }
    const { active } = await navigator.serviceWorker.ready;
    const used = performance.getEntriesByType('resource').map((entry) => entry.name.split(/[?#]/)[0]);
    active.postMessage({ type: 'keep', urls: used });
    if (document.readyState === 'complete') idle();
    else addEventListener('load', idle, { once: true });
  };

  // Another tab changed over to the newer version; this one goes on with what it has until the person says so.
  let wasControlled = Boolean(navigator.serviceWorker.controller);
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (consented) return location.reload();
    isLeftBehind = wasControlled;
    wasControlled = true;
    tell();
  });

  // A moment later: a weak device is busy with its first screen.
  const begin = () => setTimeout(register, 300);
  if (window.soOcopStarted) begin();
  else addEventListener('so-ocop-started', begin, { once: true });
})();
