// A dialog that slides in, in a wrapper that is its backdrop; the page behind is pinned, inert and silent to screen readers.
setTimeout(() => {
  const wrap = document.createElement('div');
  wrap.id = 'wrap';
  wrap.innerHTML = `<div id="prompt" role="dialog" aria-label="Рассылка" class="podpiska"><h2>Подпишитесь на нашу рассылку</h2>
    <p>Главные новости Поморья каждое утро на вашу электронную почту. Подписка на рассылку бесплатна.</p>
    <form action="/rassylka"><input type="email" name="email" placeholder="Ваш адрес электронной почты"><button type="submit">Подписаться</button></form></div>`;
  document.body.append(wrap);
  const top = scrollY;
  Object.assign(document.body.style, { position: 'fixed', top: `-${top}px`, width: '100%' });
  document.querySelector('main').inert = true;
  document.querySelector('main').setAttribute('aria-hidden', 'true');
  requestAnimationFrame(() => document.getElementById('prompt').classList.add('in'));
}, 600);
