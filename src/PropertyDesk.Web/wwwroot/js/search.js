// The one search box: hits appear while typing; arrows choose, Enter opens, Escape closes.
(function () {
  'use strict';

  function attach(form) {
    const input = form.querySelector('input[data-search]');
    const list = form.querySelector('[role=listbox]');
    let timer = 0;
    let asked = 0;
    let chosen = -1;

    const hits = () => Array.from(list.querySelectorAll('a[role=option]'));

    function close() {
      list.hidden = true;
      input.setAttribute('aria-expanded', 'false');
      choose(-1);
    }

    function choose(index) {
      const all = hits();
      chosen = all.length === 0 ? -1 : Math.max(-1, Math.min(index, all.length - 1));
      all.forEach((hit, i) => hit.setAttribute('aria-selected', String(i === chosen)));
      if (chosen >= 0) {
        input.setAttribute('aria-activedescendant', all[chosen].id);
        all[chosen].scrollIntoView({ block: 'nearest' });
      } else {
        input.removeAttribute('aria-activedescendant');
      }
    }

    async function ask() {
      const text = input.value.trim();
      const turn = ++asked;
      if (text === '') {
        close();
        return;
      }
      const address = new URL(input.dataset.search, location.href);
      address.searchParams.set('q', text);
      const answer = await fetch(address, { headers: { 'X-Requested-With': 'fetch' } });
      // A slow answer to an older text must not replace a newer one.
      if (turn !== asked || !answer.ok || answer.redirected) {
        return;
      }
      list.innerHTML = await answer.text();
      list.hidden = false;
      input.setAttribute('aria-expanded', 'true');
      choose(hits().length > 0 ? 0 : -1);
    }

    input.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(ask, 150);
    });
    input.addEventListener('keydown', event => {
      if (event.isComposing) {
        return;
      }
      if (event.key === 'ArrowDown') {
        event.preventDefault();
        if (list.hidden) { ask(); } else { choose(chosen + 1); }
      } else if (event.key === 'ArrowUp') {
        event.preventDefault();
        choose(chosen - 1);
      } else if (event.key === 'Escape') {
        close();
      } else if (event.key === 'Enter' && !list.hidden && chosen >= 0) {
        event.preventDefault();
        hits()[chosen].click();
      }
    });
    document.addEventListener('click', event => {
      if (!form.contains(event.target)) {
        close();
      }
    });
  }

  document.querySelectorAll('form.desk-search').forEach(attach);
})();
