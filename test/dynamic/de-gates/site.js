// Gates that the reader has to pass by himself, and among them one prompt that slides in over the locked page.
setTimeout(() => {
  const prompt = document.createElement('div');
  prompt.id = 'prompt';
  prompt.className = 'layer newsletter-popup';
  prompt.style.bottom = '0';
  prompt.innerHTML = '<h3>Unser Newsletter</h3><p>Jeden Morgen das Wichtigste von der Küste kostenlos in Ihr Postfach. Jetzt für den Newsletter anmelden.</p><form action="/newsletter/anmelden"><input type="email" name="email" placeholder="Ihre E-Mail-Adresse"><button type="submit">Anmelden</button></form>';
  document.body.append(prompt);
}, 500);
