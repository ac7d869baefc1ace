// A modal <dialog> with its backdrop, and after it a popover: both in the top layer.
document.getElementById('reading-aid').focus();
setTimeout(() => {
  const dialog = document.createElement('dialog');
  dialog.id = 'prompt';
  dialog.className = 'soutien';
  dialog.innerHTML = `<h2>Soutenez le journalisme indépendant</h2><p>Le Courrier des Îles vit grâce à ses lecteurs. Faites un don et aidez-nous à continuer d’informer librement. Chaque contribution compte.</p>
    <a href="https://www.paypal.com/donate/?iles">Je fais un don</a> <form method="dialog"><button>Plus tard</button></form>`;
  document.body.append(dialog);
  dialog.showModal();
}, 500);
setTimeout(() => {
  const popover = document.createElement('div');
  popover.id = 'letter';
  popover.className = 'newsletter';
  popover.popover = 'manual';
  popover.innerHTML = `<h2>Notre newsletter</h2><p>Recevez chaque matin l’essentiel de l’actualité des îles dans votre boîte mail. Inscrivez-vous gratuitement à notre newsletter.</p>
    <form action="/newsletter"><input type="email" name="email" placeholder="Votre adresse e-mail"><button type="submit">Je m’inscris</button></form>`;
  document.body.append(popover);
  popover.showPopover();
}, 1100);
