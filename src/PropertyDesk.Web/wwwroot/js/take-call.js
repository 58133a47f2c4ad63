// Taking a call: who it is and what may be read out appear while typing. Without script two buttons do the same.
(() => {
  'use strict';
  const form = document.querySelector('[data-take-call]');
  if (!form) return;

  const turns = {};
  const timers = {};

  async function look(what, typed) {
    const turn = turns[what] = (turns[what] || 0) + 1;
    const fields = new FormData(form);
    // Another number is another person: who was taken for the caller before is asked again.
    if (typed && what === 'callers') fields.delete('Input.Who');
    const answer = await fetch(`${form.dataset.takeCall}?handler=${what}`, { method: 'POST', body: fields, headers: { 'X-Requested-With': 'fetch' } }).catch(() => null);
    // A slow answer to an older text must not replace a newer one.
    if (turn !== turns[what] || !answer?.ok || answer.redirected) return;
    form.querySelector(`[data-shown="${what}"]`).innerHTML = await answer.text();
    // Whoever gave a name with this number before need not spell it again.
    const known = form.querySelector('[data-shown="callers"] [data-caller]')?.dataset.caller;
    const name = form.querySelector('[name="Input.Caller"]');
    if (what === 'callers' && (!name.value || name.value === name.dataset.known)) name.value = name.dataset.known = known ?? '';
  }

  function later(what) {
    clearTimeout(timers[what]);
    timers[what] = setTimeout(() => look(what, true), 200);
  }

  form.addEventListener('input', event => {
    if (event.target.dataset.look) later(event.target.dataset.look);
  });
  // Enter in a field that looks up goes on to the question, and never saves half a call.
  form.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.isComposing || event.target.tagName !== 'INPUT') return;
    event.preventDefault();
    if (event.target.dataset.look) look(event.target.dataset.look, true);
    if (event.target.dataset.look === 'callers') form.querySelector('textarea[data-look]').focus();
  });

  // What is known to have failed is answered with its text, or reported once more, by one click.
  const choose = end => { const box = document.getElementById(`end-${end}`); box.checked = true; show(); };
  form.addEventListener('click', event => {
    const { say, report } = event.target.dataset;
    if (say) { choose('Answered'); form.querySelector('[name="Input.Answer"]').value = say; }
    if (report) { choose('Ticket'); form.querySelector('[name="Input.CategoryId"]').value = report; }
    if (say || report) form.querySelector('[name="Input.Question"]').focus();
  });

  function show() {
    const end = form.querySelector('[name="Input.Becomes"]:checked').value;
    form.querySelectorAll('[data-ends]').forEach(part => { part.hidden = !part.dataset.ends.split(' ').includes(end); });
  }

  form.addEventListener('change', event => {
    if (event.target.name === 'Input.Becomes') show();
    // What was read out says what the call is about, unless somebody has said so.
    const topic = event.target.dataset.topic && !form.querySelector('[name="Input.TopicId"]:checked') && document.getElementById(`topic-${event.target.dataset.topic}`);
    if (topic) topic.checked = true;
  });
  show();
})();
