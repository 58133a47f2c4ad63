// Passkeys: a form with data-passkey asks the server for options, the browser's authenticator for an answer, and posts that.
// Without this script, or without an authenticator, the other ways of the page work.
(() => {
  const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), sign => sign.charCodeAt(0));
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const known = list => (list ?? []).map(entry => ({ ...entry, id: bytes(entry.id) }));

  const ask = {
    create: options => navigator.credentials.create({
      publicKey: { ...options, challenge: bytes(options.challenge), user: { ...options.user, id: bytes(options.user.id) }, excludeCredentials: known(options.excludeCredentials) },
    }),
    get: options => navigator.credentials.get({
      publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: known(options.allowCredentials) },
    }),
  };

  const written = credential => {
    const response = { clientDataJSON: text(credential.response.clientDataJSON) };
    if (credential.response.attestationObject) {
      response.attestationObject = text(credential.response.attestationObject);
      response.transports = credential.response.getTransports?.() ?? [];
    } else {
      response.authenticatorData = text(credential.response.authenticatorData);
      response.signature = text(credential.response.signature);
      if (credential.response.userHandle) response.userHandle = text(credential.response.userHandle);
    }
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment,
      clientExtensionResults: credential.getClientExtensionResults(),
      response,
    });
  };

  document.querySelectorAll('form[data-passkey]').forEach(form => form.addEventListener('submit', async event => {
    if (form.elements.Credential.value) return;
    event.preventDefault();
    const message = form.querySelector('[data-passkey-message]');
    message.textContent = '';
    try {
      const token = form.elements.__RequestVerificationToken.value;
      const answer = await fetch(form.dataset.passkeyOptions, { method: 'POST', headers: { RequestVerificationToken: token } });
      if (!answer.ok || answer.redirected) throw new Error('no options');
      form.elements.Credential.value = written(await ask[form.dataset.passkey](await answer.json()));
      form.submit();
    } catch {
      message.textContent = form.dataset.passkeyFailed;
    }
  }));
})();
