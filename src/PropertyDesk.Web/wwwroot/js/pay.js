// The sum of the chosen bills, while the owner chooses. The server computes its own.
(() => {
  document.querySelectorAll('form[data-pay]').forEach(form => {
    const total = form.querySelector('[data-pay-total]');
    const show = () => {
      const fen = [...form.querySelectorAll('input[name="Bills"]:checked')].reduce((sum, box) => sum + Number(box.value.split(':')[1]), 0);
      total.textContent = '¥' + (fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2 });
      form.querySelector('button').disabled = fen === 0;
    };
    form.addEventListener('change', show);
    show();
  });
})();
