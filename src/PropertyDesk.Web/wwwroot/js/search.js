// The one search box: hits appear while typing; arrows choose, Enter opens, Escape closes.
(function () {
  'use strict';

  function attach(form) {
    const input = form.querySelector('input[data-search]');
    const list = form.querySelector('[role=listbox]');
    let timer = 0;
    let asked = 0;
    let chosen = -1;
    // The text of which the list shows the hits, and whether Enter waits for those of the text in the box.
    let shown = null;
    let opens = false;

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
        opens = false;
        shown = null;
        close();
        return;
      }
      const address = new URL(input.dataset.search, location.href);
      address.searchParams.set('q', text);
      const answer = await fetch(address, { headers: { 'X-Requested-With': 'fetch' } }).catch(() => null);
      const html = answer?.ok && !answer.redirected ? await answer.text() : null;
      // A slow answer to an older text must not replace a newer one.
      if (turn !== asked) {
        return;
      }
      if (html === null) {
        // The page of results says what is wrong.
        if (opens) form.submit();
        return;
      }
      list.innerHTML = html;
      list.hidden = false;
      shown = text;
      input.setAttribute('aria-expanded', 'true');
      choose(hits().length > 0 ? 0 : -1);
      if (opens) {
        opens = false;
        // Two of one name: nobody has seen yet which of them stands first.
        const [first, second] = hits();
        if (!second || first.dataset.name !== second.dataset.name) open();
      }
    }

    function open() {
      if (chosen >= 0) hits()[chosen].click();
    }

    input.addEventListener('input', () => {
      opens = false;
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
      } else if (event.key === 'Enter') {
        const text = input.value.trim();
        if (event.repeat || text === '') {
          event.preventDefault();
        } else if (text !== shown) {
          // Whoever types quickly means what stands in the box, not the hits of half of it.
          event.preventDefault();
          opens = true;
          clearTimeout(timer);
          ask();
        } else if (!list.hidden && chosen >= 0) {
          event.preventDefault();
          open();
        }
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
