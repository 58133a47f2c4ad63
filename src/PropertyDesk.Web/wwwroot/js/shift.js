// Adds the counted pieces up while they are typed; what counts is what the server adds up.
(() => {
  const form = document.querySelector('[data-count]');
  if (!form) return;
  const yuan = fen => (fen < 0 ? '-' : '') + '¥' + (Math.abs(fen) / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
  const show = () => {
    let fen = 0;
    form.querySelectorAll('[data-piece]').forEach(input => { fen += (Number.parseInt(input.value, 10) || 0) * Number(input.dataset.piece); });
    form.querySelector('[data-counted]').textContent = yuan(fen);
    form.querySelector('[data-difference]').textContent = yuan(fen - Number(form.dataset.expected));
  };
  form.addEventListener('input', show);
  show();
})();
