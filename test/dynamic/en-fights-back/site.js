// Fights: puts one prompt back whenever anything is written on it, with broken prototypes and setters that throw.
const { removeAttribute } = Element.prototype;
for (const name of ['setAttribute', 'removeAttribute', 'matches', 'closest', 'querySelectorAll', 'getAttribute']) {
  Element.prototype[name] = () => { throw new Error('Not here'); };
}
Document.prototype.createTreeWalker = () => { throw new Error('Not here'); };
const appeal = document.getElementById('appeal');
Object.defineProperty(appeal, 'style', { get() { throw new Error('Not here'); }, set() { throw new Error('Not here'); } });
Object.defineProperty(appeal, 'hidden', { set() { throw new Error('Not here'); } });

const stubborn = document.getElementById('stubborn');
let fights = 0;
function strip(name) {
  if (!stubborn.attributes.getNamedItem(name)) return;
  fights += 1;
  document.title = String(fights);
  removeAttribute.call(stubborn, name);
}
new MutationObserver((records) => {
  for (const { attributeName } of records) strip(attributeName);
}).observe(stubborn, { attributes: true });
// What was done before this script ran is undone as well.
for (const { name } of [...stubborn.attributes]) if (name !== 'id' && name !== 'class') strip(name);
