// Taking money: sums and change for the eye only. What is booked is computed by the server. A form that prepays or takes a
// deposit has no bills and no other ways; what it has, works as at the till.
(() => {
  'use strict';
  const form = document.getElementById('till');
  if (!form) return;

  const total = form.dataset.total === undefined ? Infinity : Number(form.dataset.total);
  const purse = Number(form.dataset.purse ?? 0);
  const amount = document.getElementById('amount');
  const handed = document.getElementById('handed');
  const reference = document.getElementById('reference');
  const book = document.getElementById('book');
  const bills = [...form.querySelectorAll('[data-bill]')];
  const one = selector => form.querySelector(selector);
  const hide = (selector, hidden) => { const part = one(selector); if (part) part.hidden = hidden; };
  const say = (selector, text) => { const part = one(selector); if (part) part.textContent = text; };

  // Full-width digits and signs come from Chinese keyboards.
  // A comma stands only between groups of three: 12,5 is no number.
  const plain = text => {
    const typed = text.normalize('NFKC').replace(/[\s¥]/g, '').replace(/。/g, '.');
    return /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(typed) ? typed.replace(/,/g, '') : typed;
  };
  const fen = text => {
    const clean = plain(text);
    return /^(\d+(\.\d{0,2})?|\.\d{1,2})$/.test(clean) ? Math.round(Number(clean) * 100) : NaN;
  };
  const yuan = value => (value / 100).toFixed(2);
  const shown = value => '¥' + yuan(value).replace(/\B(?=(\d{3})+\.)/g, ',');
  const chosen = () => bills.filter(bill => bill.checked).reduce((sum, bill) => sum + Number(bill.dataset.bill), 0);
  const way = () => form.querySelector('[data-method]:checked')?.dataset.method;
  const others = [...form.querySelectorAll('[data-other]')];
  const rows = [...form.querySelectorAll('[data-part-row]')];
  const parts = one('[data-parts]');
  const rest = one('[data-rest]');
  const keepsRest = () => rest?.checked ?? false;

  // What is taken out of the purse, by the chosen way and by the others.
  const fromPurse = main => others.reduce(
    (sum, other, i) => sum + (rows[i].querySelector('select').value === 'Purse' ? fen(other.value) || 0 : 0), way() === 'purse' ? main : 0);

  // What keeps the money from being booked, or null.
  function obstacle(pay, main, cash) {
    if (!(pay > 0)) return 'amount';
    if (pay > total && !keepsRest()) return 'over';
    if (!(main > 0)) return 'parts';
    if (fromPurse(main) > purse) return 'purse';
    if (way() !== 'cash' || handed.value.trim() === '') return null;
    return Number.isNaN(cash) ? 'handed' : cash < main ? 'short' : null;
  }

  // What is paid before anything is prepaid: the bills that are ticked, or all where none is.
  function wanted() {
    return chosen() || (isNoneTicked() && keepsRest() ? 0 : total);
  }

  function isNoneTicked() {
    return bills.length > 0 && bills.every(bill => !bill.checked);
  }

  function show() {
    const pay = fen(amount.value);
    const picked = chosen();
    const main = pay - others.reduce((sum, other) => sum + (fen(other.value) || 0), 0);
    const cash = fen(handed.value);
    const why = obstacle(pay, main, cash);
    say('[data-chosen]', shown(picked));
    hide('[data-part]', !(pay > 0 && pay < picked));
    hide('[data-more]', !(picked > 0 && pay > picked && pay <= total && !keepsRest()));
    hide('[data-oldest]', !(pay > 0 && isNoneTicked() && !keepsRest()));
    hide('[data-all-prepaid]', !(pay > 0 && isNoneTicked() && keepsRest()));
    hide('[data-over]', why !== 'over');
    hide('[data-prepaid]', !(pay > wanted() && keepsRest()));
    say('[data-prepaid-amount]', shown(Math.max(0, pay - wanted())));
    say('[data-amount]', Number.isNaN(pay) ? '' : shown(pay));
    form.querySelectorAll('[data-why]').forEach(text => { text.hidden = text.dataset.why !== why || amount.value === ''; });
    const change = cash - main;
    const output = one('[data-change]');
    output.textContent = Number.isNaN(change) ? '—' : shown(Math.abs(change));
    output.classList.toggle('up', change < 0);
    // Nobody hands over a note that is not needed: a figure too many was typed.
    const isMuch = way() === 'cash' && change >= 100_00;
    hide('[data-much]', !isMuch);
    if (isMuch) book.dataset.confirm = one('[data-much]').textContent + ' ' + shown(cash) + ' → ' + shown(change);
    else delete book.dataset.confirm;
    one('[data-change-label]').hidden = change < 0;
    one('[data-short-label]').hidden = !(change < 0);
    hide('[data-main]', main === pay || Number.isNaN(main));
    say('[data-main-amount]', shown(Math.max(0, main)));
    book.disabled = why !== null;
    // The next of the other ways appears when the one before it has an amount.
    rows.forEach((row, i) => { row.hidden = i > 0 && row.hidden && !(fen(others[i - 1].value) > 0); });
    form.querySelectorAll('[data-for]').forEach(part => { part.hidden = part.dataset.for !== way(); });
    reference.required = way() === 'proof';
    form.querySelectorAll('[data-dues]').forEach(card => {
      const own = [...card.querySelectorAll('[data-bill]')];
      const all = card.querySelector('[data-all]');
      if (!all) return;
      all.checked = own.every(bill => bill.checked);
      all.indeterminate = !all.checked && own.some(bill => bill.checked);
    });
  }

  function choose() {
    amount.value = yuan(chosen());
    show();
  }

  function go(field) {
    field.focus();
    if (field.select) field.select();
  }

  form.addEventListener('change', event => {
    if (event.target.matches('[data-all]')) {
      event.target.closest('[data-dues]').querySelectorAll('[data-bill]').forEach(bill => { bill.checked = event.target.checked; });
      choose();
    } else if (event.target.matches('[data-bill]')) {
      choose();
    } else {
      show();
    }
  });
  form.addEventListener('input', event => { if (event.target.matches('#amount, #handed, [data-other]')) show(); });

  // Enter goes on to the next field, and from the last one to the button: a receipt is never made by accident.
  form.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.isComposing || event.target.matches('button, a, summary')) return;
    event.preventDefault();
    // What cannot be read is mended where it stands, and a proof without its number is asked for there.
    if (event.target.matches('#amount, #handed, [data-other]') && event.target.value.trim() !== '' && Number.isNaN(fen(event.target.value))) return go(event.target);
    const row = event.target.closest('[data-part-row]');
    if (row && event.target.matches('[data-other-reference]') && event.target.value.trim() === '' && fen(row.querySelector('[data-other]').value) > 0 && !['Cash', 'Purse'].includes(row.querySelector('select').value)) {
      hide('[data-why="reference"]', false);
      return;
    }
    const visible = [...form.querySelectorAll('[data-next]')].filter(field => field.offsetParent !== null && (!parts || parts.open || !parts.contains(field)));
    const at = visible.indexOf(event.target);
    // A part without an amount is not used: nothing of it is asked for.
    const skips = event.target.matches('[data-other]') && event.target.value.trim() === '';
    const next = at < 0 ? amount : skips ? book : visible[at + 1] ?? book;
    go(next === book ? bookOrStop() : next);
  });

  // A button that rests takes no focus: whoever is stopped goes to what stops them.
  function bookOrStop() {
    if (way() === 'proof' && reference.value.trim() === '') {
      hide('[data-why="reference"]', false);
      return reference;
    }
    const why = book.disabled ? [...form.querySelectorAll('[data-why]')].find(text => !text.hidden)?.dataset.why ?? 'amount' : null;
    return why === null ? book : why === 'short' || why === 'handed' ? handed : why === 'parts' ? others[0] : amount;
  }

  // Alt and a digit choose the method from anywhere in the form, and go to the field that it needs; 9 splits, 0 keeps the
  // rest as prepaid money.
  form.addEventListener('keydown', event => {
    const digit = event.altKey && /^(Digit|Numpad)(\d)$/.exec(event.code)?.[2];
    if (!digit) return;
    const method = one(`[data-choose="${digit}"]`);
    if (digit === '9' && parts) {
      parts.open = true;
    } else if (digit === '0' && rest) {
      rest.checked = !rest.checked;
      // Whoever gave more than is owed and wants no change.
      if (rest.checked && way() === 'cash' && fen(handed.value) > fen(amount.value)) amount.value = yuan(fen(handed.value));
    } else if (method) {
      method.checked = true;
    } else {
      return;
    }
    event.preventDefault();
    show();
    go(digit === '9' ? others[0] : digit === '0' ? (fen(amount.value) > wanted() && rest.checked ? book : amount) : way() === 'proof' ? reference : way() === 'cash' ? handed : bookOrStop());
  });

  // Up from the amount lie the bills: the arrows walk, space ticks, O takes only this one.
  form.addEventListener('keydown', event => {
    const at = bills.indexOf(event.target);
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (step !== 0 && bills.length > 0 && (at >= 0 || (event.target === amount && step < 0))) {
      event.preventDefault();
      const next = at < 0 ? bills[bills.length - 1] : bills[at + step];
      go(next ?? amount);
    } else if (at >= 0 && event.key.toLowerCase() === 'o' && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      bills.forEach((bill, i) => { bill.checked = i === at; });
      choose();
    }
  });

  parts?.addEventListener('toggle', () => { if (parts.open && others[0].value === '') go(others[0]); });
  form.addEventListener('submit', () => {
    // What another method does not ask for must not be refused where nobody sees it.
    if (way() !== 'cash') handed.value = '';
    const none = one('[data-none]');
    if (none) none.value = String(isNoneTicked());
    for (const field of [amount, handed, ...others]) {
      const value = fen(field.value);
      if (!Number.isNaN(value)) field.value = yuan(value);
    }
  });

  // After a refusal: the box that it asks to tick, else the field at which it stands.
  function first() {
    const refused = form.querySelector('.field-validation-error');
    if (!refused) return form.querySelector('[data-first]') ?? amount;
    const field = form.elements[refused.dataset.valmsgFor];
    return field instanceof Element && field.offsetParent !== null ? field : amount;
  }

  amount.addEventListener('focus', () => amount.select());
  show();
  // On a phone the keyboard would cover whose money it is.
  if (window.matchMedia('(min-width: 768px)').matches) go(first());
})();
