// A ticker and a chat that change the page a thousand times a second, and in the middle of it a prompt.
const ticker = document.getElementById('ticker');
const chat = document.getElementById('chat');
for (let i = 0; i < 40; i++) ticker.append(document.createElement('span'));
let count = 0;
setInterval(() => {
  for (let i = 0; i < 15; i++) {
    count += 1;
    ticker.children[count % 40].textContent = `${(count * 7919) % 10000} `;
    const line = document.createElement('div');
    line.textContent = `Lector ${count % 97}: he oído caer una hoja en la plaza, y eran las cuatro y ${count % 60}.`;
    chat.append(line);
    if (chat.children.length > 50) chat.firstElementChild.remove();
  }
}, 30);
setTimeout(() => {
  const prompt = document.createElement('div');
  prompt.id = 'prompt';
  prompt.className = 'boletin';
  prompt.innerHTML = '<h3>Suscríbete a nuestro boletín</h3><p>Recibe cada mañana en tu correo las noticias del Ebro. Apúntate gratis a nuestra newsletter.</p><form action="/boletin/alta"><input type="email" name="email" placeholder="Tu correo electrónico"><button type="submit">Suscribirme</button></form>';
  document.querySelector('article').after(prompt);
}, 1500);
