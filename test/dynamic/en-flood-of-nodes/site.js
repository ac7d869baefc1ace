// A click puts a table of 100,000 nodes into the page at once, and below it one more prompt.
document.getElementById('load').addEventListener('click', () => {
  const table = document.createElement('table');
  for (let row = 0; row < 12500; row++) {
    const tr = table.insertRow();
    for (const text of [`${1811 + (row % 188)}`, `Hopewell ${row}`, `${row % 90} tons`]) tr.insertCell().append(text);
  }
  const late = document.createElement('div');
  late.id = 'late';
  late.className = 'newsletter-box';
  late.innerHTML = '<h3>The Quay newsletter</h3><p>Sign up for our free weekly newsletter and get every ship in your inbox.</p><form action="/newsletter/subscribe"><input type="email" name="email" placeholder="Your e-mail address"><button type="submit">Sign up</button></form>';
  document.querySelector('footer').before(table, late);
});
