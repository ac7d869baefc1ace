// A newsletter modal that comes when the reader has settled, locks the page and takes the focus.
document.getElementById('reading-aid').focus();
setTimeout(() => {
  const backdrop = document.createElement('div');
  backdrop.className = 'backdrop';
  const modal = document.createElement('div');
  modal.className = 'modal newsletter-modal';
  modal.id = 'prompt';
  modal.setAttribute('role', 'dialog');
  modal.setAttribute('aria-modal', 'true');
  modal.innerHTML = `<button class="close" aria-label="Close">×</button>
    <h2>The best of Fenmouth in your inbox</h2>
    <p>Sign up for our free morning newsletter and get the day's top stories by e-mail before breakfast.</p>
    <form action="/newsletter/subscribe" method="post"><input type="email" name="email" placeholder="Your e-mail address"><button type="submit">Sign up</button></form>
    <p><small>You can unsubscribe from the newsletter at any time.</small></p>`;
  document.body.append(backdrop, modal);
  document.body.classList.add('locked');
  modal.querySelector('input').focus();
}, 700);
