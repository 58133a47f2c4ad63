// Adds the counted pieces up while they are typed; what counts is what the server adds up.
(() => {
  const form = document.querySelector('[data-count]');
  if (!form) return;
  const yuan = fen => (fen < 0 ? '-' : '') + '¥' + (Math.abs(fen) / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
  const show = () => {
    let fen = 0;
    form.querySelectorAll('[data-piece]').forEach(input => { fen += (Number.parseInt(input.value.normalize('NFKC'), 10) || 0) * Number(input.dataset.piece); });
    form.querySelector('[data-counted]').textContent = yuan(fen);
    form.querySelector('[data-difference]').textContent = yuan(fen - Number(form.dataset.expected));
  };
  form.addEventListener('input', show);
  // Enter goes from pile to pile, to the reason and to the button; a till is not handed over by accident.
  const steps = [...form.querySelectorAll('[data-piece], #reason, button')];
  form.addEventListener('keydown', event => {
    const at = steps.indexOf(event.target);
    if (event.key !== 'Enter' || event.isComposing || at < 0 || event.target.matches('button')) return;
    event.preventDefault();
    steps[at + 1].focus();
  });
  (form.querySelector('.field-validation-error') ? form.querySelector('#reason') : steps[0]).focus();
  show();
})();
