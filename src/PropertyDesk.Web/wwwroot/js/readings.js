// Readings one below the other: Enter goes on, the use is shown while typing. The server decides what is doubtful.
(() => {
  'use strict';
  const form = document.querySelector('[data-readings]');
  if (!form) return;
  const inputs = [...form.querySelectorAll('[data-reading]')];
  const plain = text => text.normalize('NFKC').replace('。', '.').trim();

  function show(input) {
    const shown = input.closest('tr, form').querySelector('[data-use]');
    const value = Number(plain(input.value));
    const previous = input.dataset.previous;
    const told = input.value.trim() !== '' && !Number.isNaN(value) && previous !== '' && previous !== undefined;
    const use = told ? (value - Number(previous)) * Number(input.dataset.multiplier) : 0;
    shown.textContent = told ? String(Math.round(use * 1000) / 1000) : '';
    const average = Number(input.dataset.average);
    shown.classList.toggle('text-danger', told && (use <= 0 || (average > 0 && use > average * 3)));
  }

  inputs.forEach((input, i) => {
    input.addEventListener('input', () => show(input));
    input.addEventListener('keydown', event => {
      const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (step === 0 || event.isComposing || !inputs[i + step]) return;
      event.preventDefault();
      inputs[i + step].focus();
      inputs[i + step].select();
    });
    show(input);
  });

  // An estimate puts the proposed value in; taking it back empties the field.
  form.addEventListener('change', event => {
    const box = event.target.closest('[data-estimate]');
    if (!box) return;
    const input = box.closest('tr, form').querySelector('[data-reading]');
    if (box.checked && input.value === '') input.value = box.dataset.estimate;
    else if (!box.checked && input.value === box.dataset.estimate) input.value = '';
    show(input);
  });

  const first = inputs.find(input => input.classList.contains('is-invalid')) || inputs[0];
  if (first) first.focus();

  // Nothing typed is lost by leaving: the browser asks.
  let sent = false;
  form.addEventListener('submit', () => { sent = true; });
  window.addEventListener('beforeunload', event => {
    if (!sent && inputs.some(input => input.value !== input.defaultValue)) event.preventDefault();
  });
})();
