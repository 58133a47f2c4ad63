// Taking money: sums and change for the eye only. What is booked is computed by the server.
(() => {
  'use strict';
  const form = document.getElementById('take');
  if (!form) return;

  const total = Number(form.dataset.total);
  const amount = document.getElementById('amount');
  const handed = document.getElementById('handed');
  const reference = document.getElementById('reference');
  const bills = [...form.querySelectorAll('[data-bill]')];
  const one = selector => form.querySelector(selector);

  // Full-width digits and signs come from Chinese keyboards.
  const plain = text => text.normalize('NFKC').replace(/[,，\s¥]/g, '').replace(/。/g, '.');
  const fen = text => {
    const clean = plain(text);
    return /^\d+(\.\d{0,2})?$/.test(clean) ? Math.round(Number(clean) * 100) : NaN;
  };
  const yuan = value => (value / 100).toFixed(2);
  const shown = value => '¥' + yuan(value).replace(/\B(?=(\d{3})+\.)/g, ',');
  const chosen = () => bills.filter(bill => bill.checked).reduce((sum, bill) => sum + Number(bill.dataset.bill), 0);
  const way = () => form.querySelector('[data-method]:checked')?.dataset.method;
  const others = [...form.querySelectorAll('[data-other]')];
  const rows = [...form.querySelectorAll('[data-part-row]')];
  const rest = one('[data-rest]');

  function show() {
    const pay = fen(amount.value);
    const picked = chosen();
    one('[data-chosen]').textContent = shown(picked);
    one('[data-part]').hidden = !(pay > 0 && pay < picked);
    one('[data-more]').hidden = !(picked > 0 && pay > picked && pay <= total);
    one('[data-over]').hidden = !(pay > total) || rest.checked;
    one('[data-amount]').textContent = Number.isNaN(pay) ? '' : shown(pay);
    const change = fen(handed.value) - (pay - others.reduce((sum, other) => sum + (fen(other.value) || 0), 0));
    const output = one('[data-change]');
    output.textContent = Number.isNaN(change) ? '—' : shown(Math.abs(change));
    output.classList.toggle('up', change < 0);
    if (change < 0) output.textContent = '-' + output.textContent;
    document.getElementById('book').disabled = !(pay > 0 && (pay <= total || rest.checked));
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
    if (event.key !== 'Enter' || event.isComposing || event.target.matches('button, a')) return;
    event.preventDefault();
    const visible = [...form.querySelectorAll('[data-next]')].filter(field => field.offsetParent !== null);
    const next = visible[visible.indexOf(event.target) + 1] ?? document.getElementById('book');
    (visible.includes(event.target) ? next : amount).focus();
    if (document.activeElement.select) document.activeElement.select();
  });
  // Alt and a digit choose the method from anywhere in the form, and go to the field that it needs.
  form.addEventListener('keydown', event => {
    const method = event.altKey && /^Digit\d$/.test(event.code) && one(`[data-choose="${event.code.slice(5)}"]`);
    if (!method) return;
    event.preventDefault();
    method.checked = true;
    show();
    (way() === 'proof' ? reference : way() === 'cash' ? handed : document.getElementById('book')).focus();
  });
  form.addEventListener('submit', () => {
    const value = fen(amount.value);
    if (!Number.isNaN(value)) amount.value = yuan(value);
  });

  amount.addEventListener('focus', () => amount.select());
  show();
})();
