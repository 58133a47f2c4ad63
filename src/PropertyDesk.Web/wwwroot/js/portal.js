// The portal beside desk.js: what little it needs of the admin kit's scripts, and the app on the phone. Everything works
// without it.
(() => {
  // A message that is closed.
  document.addEventListener('click', event => {
    event.target.closest('[data-bs-dismiss="alert"]')?.closest('.alert')?.remove();
    // A menu closes when one looks elsewhere.
    document.querySelectorAll('details.portal-menu[open]').forEach(menu => { if (!menu.contains(event.target)) menu.open = false; });
  });
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    document.querySelectorAll('details.portal-menu[open]').forEach(menu => { menu.open = false; menu.querySelector('summary').focus(); });
  });

  // The tax number is asked of companies only.
  document.querySelectorAll('form[data-invoice]').forEach(form => {
    const show = () => { form.querySelector('[data-company]').hidden = form.elements['Input.Kind'].value !== 'Company'; };
    form.addEventListener('change', show);
    show();
  });

  // What is open has been read: the form that says so sends itself.
  document.querySelectorAll('form[data-read]').forEach(async form => {
    const answer = await fetch(form.action, { method: 'POST', body: new FormData(form) }).catch(() => null);
    // Read to its end: an answer that nobody takes keeps its line open.
    await answer?.text().catch(() => null);
    if (answer?.ok) form.remove();
  });

  navigator.serviceWorker?.register('/sw.js').catch(() => { /* Without it the portal is a page like any other. */ });
})();
