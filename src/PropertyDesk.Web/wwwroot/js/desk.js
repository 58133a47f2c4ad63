// Behaviour shared by all pages. Nothing here is needed to use a page; it makes the keyboard and long lists pleasant.
(() => {
  // Where money is taken, its own box comes first: its hits lead to the payment.
  const search = document.querySelector('#desk-search-take, #desk-search-deposit') ?? document.getElementById('desk-search');

  // "/" jumps to the search box from anywhere but a field.
  document.addEventListener('keydown', event => {
    if (event.key === '/' && search && !event.target.closest('input, textarea, select, [contenteditable]')) {
      event.preventDefault();
      search.focus();
      search.select();
    }
  });

  // A key that is held down acts once: it must not run through page after page.
  document.addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.repeat && !event.target.closest('textarea')) event.preventDefault();
  });

  // Keys of the page: <a data-key="n">, <button data-key="p">. Not in a field, and not with the browser's own.
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.target.closest('input, textarea, select, [contenteditable]')) return;
    const key = /^Key([A-Z])$/.exec(event.code)?.[1].toLowerCase();
    const target = document.querySelector(`[data-key="${key}"]`);
    if (!target) return;
    // The key is not typed into a box that gets the focus by it.
    event.preventDefault();
    target.click();
  });

  // What keys there are: "?", or <button data-shows="keys">.
  const show = id => { const dialog = document.getElementById(id); if (dialog && !dialog.open) dialog.showModal(); };
  document.addEventListener('keydown', event => {
    if (event.key === '?' && !event.target.closest('input, textarea, select, [contenteditable]')) show('keys');
  });
  document.addEventListener('click', event => { const button = event.target.closest('[data-shows]'); if (button) show(button.dataset.shows); });

  // A number that is there already is replaced by what is typed.
  document.addEventListener('focusin', event => { if (event.target.matches('input.num')) event.target.select(); });

  // Groups of the menu stay as they were left: <details data-remember="name">.
  document.querySelectorAll('details[data-remember]').forEach(group => {
    const key = `menu:${group.dataset.remember}`;
    if (localStorage.getItem(key) === 'open') group.open = true;
    group.querySelector('summary').addEventListener('click', () => localStorage.setItem(key, group.open ? 'closed' : 'open'));
  });

  // A form, or one of its buttons, that asks first: <form data-confirm="question">.
  document.addEventListener('submit', event => {
    const question = event.submitter?.dataset.confirm ?? event.target.dataset.confirm;
    if (question && !window.confirm(question)) {
      event.preventDefault();
      return;
    }
    // Enter that was pressed once more than there were fields prints nothing: the page has just come.
    if (event.target.matches('[data-counted]') && performance.now() < 700) {
      event.preventDefault();
      return;
    }
    // What opens beside the page and is counted: who comes back sees the new count.
    if (event.target.matches('[data-counted]')) window.addEventListener('focus', () => location.replace(location.href), { once: true });
    // One click is one act: the button rests until the answer is there.
    event.target.querySelectorAll('button[data-once]').forEach(button => setTimeout(() => { button.disabled = true; }, 0));
  });

  // A filter that applies itself: <select data-submit>.
  document.addEventListener('change', event => {
    if (event.target.matches('[data-submit]')) event.target.form.requestSubmit();
    // One box for all: <input type="checkbox" data-check-all="name of the boxes">.
    const all = event.target.dataset.checkAll;
    if (all) event.target.form.querySelectorAll(`input[name="${all}"]:enabled`).forEach(box => { box.checked = event.target.checked; });
  });

  document.addEventListener('click', event => {
    const copy = event.target.closest('[data-copy]');
    if (copy) navigator.clipboard?.writeText(copy.dataset.copy).then(() => { copy.classList.add('copied'); });
    // A link to a page whose box stands on this one, too: <a data-focus="id of the box">.
    const box = document.getElementById(event.target.closest('[data-focus]')?.dataset.focus);
    if (box && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      box.focus();
    }
    const print = event.target.closest('[data-print]');
    if (print) window.print();
  });

  // What is being done elsewhere: <div data-poll="address"> is asked for again until the answer has none, or an empty one; then the page is
  // shown anew. The page's own text says the same without script.
  const waits = '[data-poll]:not([data-poll=""])';
  const poll = async box => {
    const answer = await fetch(box.dataset.poll, { headers: { Accept: 'text/html' } }).catch(() => null);
    const next = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector(waits) : box;
    if (!next) return location.reload();
    if (next !== box) box.replaceWith(next);
    setTimeout(() => poll(next), 1500);
  };
  // Emergencies come to everybody on duty: <div data-alarms="address"> shows what waits, and looks again.
  const alarms = document.querySelector('[data-alarms]');
  const look = async () => {
    const answer = document.hidden || !navigator.onLine ? null : await fetch(alarms.dataset.alarms, { headers: { Accept: 'text/html' } }).catch(() => null);
    if (answer?.ok && !answer.redirected) {
      const text = await answer.text();
      if (text !== alarms.dataset.shown) {
        alarms.dataset.shown = text;
        alarms.innerHTML = text;
      }
    }
    setTimeout(look, 15000);
  };
  if (alarms) look();

  // After a refusal one stands where it is mended, not at the top where nothing can be seen of it.
  const wrong = document.querySelector('main .field-validation-error:not(:empty)');
  if (wrong) {
    const named = [...document.getElementsByName(wrong.dataset.valmsgFor ?? '')].filter(field => field.offsetParent !== null);
    (named.find(field => field.checked) ?? named[0])?.focus({ preventScroll: true });
    wrong.scrollIntoView({ block: 'center' });
  }

  document.querySelectorAll(waits).forEach(box => setTimeout(() => poll(box), 1500));
})();
