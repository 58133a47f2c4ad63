// The form of a tariff shows what the chosen method needs. Without this script everything is shown, and the server asks.
(() => {
  'use strict';
  const form = document.querySelector('[data-tariff-form]');
  if (!form) return;

  const method = form.querySelector('[data-method]');
  const scope = form.querySelector('[data-scope]');
  const meters = form.querySelector('[data-meters]');
  const unit = form.querySelector('[data-price-unit]');
  const chosen = select => select.options[select.selectedIndex];
  const fits = element => element.dataset.methods.split(' ').includes(method.value);

  function show() {
    form.querySelectorAll('div[data-methods]').forEach(part => { 
      part.hidden = !fits(part);
      // What is not shown is not sent: a value left over from another method would be refused.
      part.querySelectorAll('input, select').forEach(field => { field.disabled = part.hidden; });
    });
    [...scope.options].forEach(option => { option.hidden = option.disabled = !fits(option); });
    if (chosen(scope).disabled) scope.value = [...scope.options].find(option => !option.disabled).value;
    const metered = method.value.startsWith('Metered');
    unit.placeholder = (metered && chosen(meters).dataset.unit) || chosen(method).dataset.unit;
  }

  if (method) {
    form.addEventListener('change', event => { if (event.target === method || event.target === meters) show(); });
    show();
  }
})();
