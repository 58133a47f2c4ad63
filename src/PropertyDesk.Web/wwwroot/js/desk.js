// Behaviour shared by all pages. Nothing here is needed to use a page; it makes the keyboard and long lists pleasant.
(() => {
  const search = document.getElementById('desk-search');

  // "/" jumps to the search box from anywhere but a field.
  document.addEventListener('keydown', event => {
    if (event.key === '/' && search && !event.target.closest('input, textarea, select, [contenteditable]')) {
      event.preventDefault();
      search.focus();
      search.select();
    }
  });

  // A form that asks first: <form data-confirm="question">.
  document.addEventListener('submit', event => {
    const question = event.target.dataset.confirm;
    if (question && !window.confirm(question)) {
      event.preventDefault();
      return;
    }
    // One click is one act: the button rests until the answer is there.
    event.target.querySelectorAll('button[data-once]').forEach(button => setTimeout(() => { button.disabled = true; }, 0));
  });

  // A filter that applies itself: <select data-submit>.
  document.addEventListener('change', event => {
    if (event.target.matches('[data-submit]')) event.target.form.requestSubmit();
  });

  document.addEventListener('click', event => {
    const copy = event.target.closest('[data-copy]');
    if (copy) navigator.clipboard?.writeText(copy.dataset.copy).then(() => { copy.classList.add('copied'); });
    const print = event.target.closest('[data-print]');
    if (print) window.print();
  });

  if (!search) return;
  const results = document.getElementById('desk-search-results');
  let asked = 0;
  let current = -1;
  const close = () => { results.hidden = true; current = -1; };
  const mark = step => {
    const links = [...results.querySelectorAll('a')];
    if (links.length === 0) return;
    current = (current + step + links.length) % links.length;
    links.forEach((link, i) => link.classList.toggle('active', i === current));
  };
  search.addEventListener('input', async () => {
    const text = search.value.trim();
    const mine = ++asked;
    if (text === '') { close(); return; }
    const answer = await fetch(`${search.dataset.search}&q=${encodeURIComponent(text)}`, { headers: { 'X-Requested-With': 'fetch' } });
    if (mine !== asked || !answer.ok) return;
    results.innerHTML = await answer.text();
    results.hidden = false;
    current = -1;
    mark(1);
  });
  search.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { event.preventDefault(); mark(event.key === 'ArrowDown' ? 1 : -1); }
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && current >= 0 && !results.hidden) { event.preventDefault(); results.querySelectorAll('a')[current].click(); }
  });
  document.addEventListener('click', event => { if (!event.target.closest('.desk-search')) close(); });
})();
