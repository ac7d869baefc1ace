// Under a policy without any styles and without markup from strings, so the prompts are built node by node, one of them in a shadow root.
function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
const letter = element('div', { id: 'prompt', className: 'nyhedsbrev' },
  element('h3', { textContent: 'Tilmeld dig vores nyhedsbrev' }),
  element('p', { textContent: 'Få de vigtigste nyheder fra Limfjorden direkte i din indbakke hver morgen. Det er gratis.' }),
  element('form', { action: '/nyhedsbrev' }, element('input', { type: 'email', name: 'email', placeholder: 'Din e-mailadresse' }), element('button', { type: 'submit', textContent: 'Tilmeld' })));
const appeal = element('div', { id: 'inner', className: 'stoet' },
  element('h3', { textContent: 'Støt uafhængig journalistik' }),
  element('p', { textContent: 'Limfjords Tidende er afhængig af sine læsere. Giv et bidrag, og hjælp os med at fortælle historierne fra egnen.' }),
  element('a', { href: 'https://www.paypal.com/donate/?limfjord', textContent: 'Giv et bidrag nu' }));
setTimeout(() => {
  document.getElementById('place').append(letter);
  const host = element('section', { id: 'shadow' });
  host.attachShadow({ mode: 'open' }).append(appeal);
  document.getElementById('place').append(host);
}, 400);
