// A digit chooses what came of the call, and only the fields that it needs are shown. Without script all fields are there.
(() => {
  const form = document.querySelector('[data-call]');
  if (!form) return;
  const show = () => {
    const chosen = form.querySelector('[data-choose]:checked')?.value;
    form.querySelectorAll('[data-outcomes]').forEach(box => { box.hidden = !box.dataset.outcomes.split(' ').includes(chosen); });
  };
  form.addEventListener('change', show);
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest('input:not([type=radio]):not([type=checkbox]), textarea, select')) return;
    const radio = form.querySelector(`[data-choose="${CSS.escape(event.key)}"]`);
    if (radio) {
      radio.checked = true;
      radio.focus();
      show();
    }
  });
  show();
})();
