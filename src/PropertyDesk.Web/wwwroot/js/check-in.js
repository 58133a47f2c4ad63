// The entrance of an event. The list is in the page and stays there, so people are found and checked in without a connection; what
// was noted is kept on the phone under the event's id until the server has counted it, and of the list only the names of those.
(() => {
  'use strict';
  const root = document.querySelector('[data-check-in]');
  if (!root) return;
  const texts = root.dataset;
  const say = (text, ...values) => values.reduce((said, value, i) => said.replace(`{${i}}`, value), text);
  const key = `check-in:${texts.checkIn}`;
  const [state, news, households, find] = ['state', 'news', 'households', 'find'].map(name => root.querySelector(`[data-${name}]`));
  const input = find.querySelector('input[type="search"]');
  const rows = () => [...households.children];
  const read = () => { try { return JSON.parse(localStorage.getItem(key)) ?? []; } catch { return []; } };
  let pending = read();
  let isSending = false;
  let isOut = false;

  function keep() {
    if (pending.length > 0) localStorage.setItem(key, JSON.stringify(pending));
    else localStorage.removeItem(key);
  }

  function show() {
    const text = isOut ? texts.login : navigator.onLine ? texts.online : texts.offline;
    state.textContent = pending.length > 0 ? `${text} ${say(texts.waiting, pending.length)}` : text;
    state.className = `alert mb-2 ${isOut ? 'alert-danger' : navigator.onLine && pending.length === 0 ? 'alert-success' : 'alert-warning'}`;
  }

  function tell(text, isWrong) {
    const line = document.createElement('p');
    line.className = `alert mb-2 alert-${isWrong ? 'danger' : 'success'}`;
    line.textContent = text;
    news.replaceChildren(line);
  }

  // A row as it is: what waits on this phone counts as come.
  function draw(row) {
    const noted = pending.find(one => one.signUp === row.dataset.household);
    const came = row.dataset.here || noted?.people || '';
    const mark = row.querySelector('[data-mark]');
    const act = row.querySelector('[data-act]');
    mark.textContent = came ? say(texts.came, came) : '';
    mark.classList.toggle('d-none', !came);
    act.className = came ? 'd-none' : 'd-flex gap-2';
    const word = row.querySelector('[data-word]');
    word.className = row.dataset.status === 'Confirmed' ? '' : 'badge part';
    word.textContent = { Confirmed: texts.confirmed, Waiting: texts.wait, Cancelled: texts.cancelled }[row.dataset.status];
  }

  function take(list) {
    root.querySelector('[data-expected]').textContent = list.expected;
    const waits = pending.filter(one => !list.households.some(h => h.id === one.signUp && h.came !== null));
    root.querySelector('[data-total]').textContent = list.came + waits.reduce((sum, one) => sum + one.people, 0);
    const known = new Map(rows().map(row => [row.dataset.household, row]));
    for (const household of list.households) {
      let row = known.get(household.id);
      if (!row) {
        row = root.querySelector('[data-blank]').content.firstElementChild.cloneNode(true);
        row.dataset.household = household.id;
        row.querySelector('[name="People"]').value = household.people;
        households.append(row);
      }
      Object.assign(row.dataset, { code: household.code, status: household.state, here: household.came ?? '' });
      row.querySelector('[data-name]').textContent = household.owner ?? '';
      row.querySelector('[data-units]').textContent = household.units ?? '';
      row.querySelector('[data-people]').textContent = household.peopleText;
      draw(row);
    }
    filter();
  }

  async function ask(address, options) {
    const answer = await fetch(address, { ...options, redirect: 'manual', headers: { Accept: 'application/json' } }).catch(() => null);
    // A login that is over is sent to the login page, or refused for its token.
    isOut = answer !== null && !answer.ok;
    return answer?.ok ? answer.json().catch(() => null) : null;
  }

  async function send() {
    show();
    if (isSending || !navigator.onLine) return;
    isSending = true;
    if (pending.length === 0) {
      const list = await ask(texts.list, {});
      if (list) take(list);
    } else {
      const [part, body] = [pending.slice(0, 100), new FormData()];
      body.append('__RequestVerificationToken', root.querySelector('[name="__RequestVerificationToken"]').value);
      part.forEach((one, i) => {
        for (const [name, value] of Object.entries(one)) if (value !== null && name !== 'who') body.append(`entries[${i}].${name}`, value);
      });
      const told = await ask(texts.send, { method: 'POST', body });
      if (told) {
        for (const answer of told.answers) {
          const one = pending.find(p => p.request === answer.request);
          pending = pending.filter(p => p !== one);
          if (!answer.done) tell(say(texts.refused, `${one?.who ?? ''} ${answer.why}`), true);
          else if (answer.why) tell(`${one?.who ?? ''} ${answer.why}`, false);
        }
        keep();
        take(told.list);
      }
    }
    isSending = false;
    show();
    if (pending.length > 100) send();
  }

  function note(form, who, signUp) {
    const people = Number(form.querySelector('[name="People"]').value);
    const name = form.querySelector('[name="Name"]')?.value.trim() || null;
    pending.push({ request: newId(), signUp, people, name, at: Date.now(), who });
    keep();
    const total = root.querySelector('[data-total]');
    total.textContent = Number(total.textContent) + people;
    tell(say(texts.done, who, people), false);
    rows().forEach(draw);
    send();
  }

  // randomUUID is there over https only; the phone may be in the building's own network.
  function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  // A pass is the address of its code.
  const codeOf = text => text.trim().split('=').pop().toUpperCase();

  function filter() {
    const asked = input.value.trim();
    const code = codeOf(asked);
    const exact = code && rows().find(row => row.dataset.code === code);
    for (const row of rows()) {
      const words = `${row.querySelector('[data-name]').textContent} ${row.querySelector('[data-units]').textContent}`.toUpperCase();
      const fits = exact ? row === exact : asked === '' ? row.dataset.status !== 'Cancelled' || row.dataset.here : words.includes(asked.toUpperCase());
      row.classList.toggle('d-none', !fits);
      row.classList.toggle('d-flex', Boolean(fits));
    }
    return rows().filter(row => !row.classList.contains('d-none'));
  }

  function look() {
    const found = filter();
    if (found.length === 0 && input.value.trim()) {
      tell(say(texts.nobody, codeOf(input.value)), true);
      // Signed up a moment ago, perhaps.
      send();
    } else if (input.value.trim() && found.length === 1) {
      const button = found[0].querySelector('[data-act]').classList.contains('d-none') ? null : found[0].querySelector('button');
      if (button) button.focus(); else tell(`${found[0].querySelector('[data-name]').textContent} ${found[0].querySelector('[data-mark]').textContent}`, true);
    }
  }

  input.addEventListener('input', filter);
  find.addEventListener('submit', event => { event.preventDefault(); look(); });
  households.addEventListener('submit', event => {
    event.preventDefault();
    const row = event.target;
    if (row.querySelector('[data-act]').classList.contains('d-none')) return;
    note(row, row.querySelector('[data-name]').textContent, row.dataset.household);
    input.value = '';
    filter();
    input.focus();
  });
  root.querySelector('[data-walk-in]').addEventListener('submit', event => {
    event.preventDefault();
    const form = event.target;
    note(form, form.querySelector('[name="Name"]').value.trim() || '—', null);
    form.reset();
    // Back to where the answer stands and the next one is looked for.
    input.focus();
  });
  window.addEventListener('online', send);
  window.addEventListener('offline', show);
  window.addEventListener('beforeunload', event => { if (pending.length > 0) event.preventDefault(); });

  // The phone's camera, where the browser can read codes by itself; that works without a connection as well.
  const camera = root.querySelector('[data-camera]');
  const video = root.querySelector('[data-video]');
  if ('BarcodeDetector' in window && navigator.mediaDevices) {
    camera.classList.remove('d-none');
    camera.addEventListener('click', async () => {
      if (video.srcObject) return stop();
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }).catch(() => null);
      if (!stream) return;
      video.srcObject = stream;
      video.classList.remove('d-none');
      await video.play();
      scan(new window.BarcodeDetector({ formats: ['qr_code'] }));
    });
  }

  function stop() {
    video.srcObject?.getTracks().forEach(track => track.stop());
    video.srcObject = null;
    video.classList.add('d-none');
  }

  async function scan(detector) {
    while (video.srcObject) {
      const [code] = await detector.detect(video).catch(() => []);
      if (code) {
        stop();
        input.value = codeOf(code.rawValue);
        look();
      }
      await new Promise(done => { setTimeout(done, 300); });
    }
  }

  // Others check in too, and people sign up until the last moment.
  setInterval(() => { if (!document.hidden) send(); }, 20000);
  rows().forEach(draw);
  look();
  send();
})();
