// Paying without scanning. The page leaves for the channel, or hands WeChat what the server signed. What WeChat's bridge says
// about the outcome is not looked at: the page is shown anew, and the server asks the channel.
(() => {
  const asked = new URLSearchParams(location.search);
  const once = name => {
    if (!asked.has(name)) return false;
    // Coming back by the browser's own button must not send the owner off again.
    history.replaceState(null, '', location.pathname);
    return true;
  };

  const link = document.querySelector('a[data-go]');
  if (link && once('go')) location.assign(link.href);

  const button = document.querySelector('[data-wechat-pay]');
  if (!button) return;
  const pay = () => {
    const { appId, timeStamp, nonceStr, package: prepay, signType, paySign } = button.dataset;
    button.disabled = true;
    window.WeixinJSBridge.invoke('getBrandWCPayRequest', { appId, timeStamp, nonceStr, package: prepay, signType, paySign }, () => location.assign(location.pathname));
  };
  const whenReady = act => window.WeixinJSBridge ? act() : document.addEventListener('WeixinJSBridgeReady', act, { once: true });
  button.addEventListener('click', () => whenReady(pay));
  if (once('pay')) whenReady(pay);
})();
