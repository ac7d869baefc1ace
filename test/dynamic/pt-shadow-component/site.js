// An open shadow component, defined late, that fetches its appeal later still.
setTimeout(() => {
  customElements.define('support-box', class extends HTMLElement {
    connectedCallback() {
      const root = this.attachShadow({ mode: 'open' });
      root.innerHTML = '<section id="slot"></section>';
      setTimeout(() => {
        root.getElementById('slot').innerHTML = `<div id="appeal" class="apoio" style="display: block; padding: 20px"><h3>Apoie o jornalismo independente</h3>
          <p>O Diário da Serra vive dos seus leitores. Faça um donativo e ajude-nos a continuar a contar as histórias da serra. Cada contributo conta.</p>
          <a href="https://www.paypal.com/donate/?serra">Doe agora</a></div>`;
      }, 300);
    }
  });
}, 400);
