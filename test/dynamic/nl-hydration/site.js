// Behaves as a framework does that hydrates: replaces server-made nodes by its own, then drops foreign attributes at every render.
const own = new Map(['letter', 'appeal'].map((id) => [id, document.getElementById(id).cloneNode(true)]));
let renders = 0;

function hydrate() {
  for (const [id, node] of own) document.getElementById(id).replaceWith(node);
  window.hydrated = true;
}

function render() {
  for (const node of own.values()) {
    for (const { name } of [...node.attributes]) if (name !== 'class' && name !== 'id') node.removeAttribute(name);
  }
  renders += 1;
  document.documentElement.toggleAttribute('data-rendered', renders >= 3);
  if (renders < 3) setTimeout(render, 400);
}

setTimeout(hydrate, 300);
setTimeout(render, 700);
