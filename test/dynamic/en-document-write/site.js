// Writes its prompt into the page while that is still being parsed.
document.write(`<div id="prompt" class="newsletter-box"><h3>Get Moorland Weekly in your inbox</h3>
  <p>Sign up for our free weekly newsletter: news from the moor, every Friday by e-mail.</p>
  <form action="/newsletter/subscribe" method="post"><input type="email" name="email" placeholder="Your e-mail address"><button type="submit">Sign up</button></form>
  <p><small>Unsubscribe from the newsletter at any time.</small></p></div>`);
