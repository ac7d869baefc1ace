// A fundraising bar that sticks to the bottom once the reader has scrolled.
function showBar() {
  if (scrollY < 300) return;
  removeEventListener('scroll', showBar);
  const bar = document.createElement('div');
  bar.id = 'bar';
  bar.className = 'support-bar';
  bar.innerHTML = `<strong>Unabhängiger Journalismus braucht Ihre Unterstützung.</strong>
    <p>Der Elbtaler Bote finanziert sich durch seine Leserinnen und Leser. Bitte unterstützen Sie unsere Arbeit mit einer Spende.</p>
    <a href="https://www.paypal.com/donate/?hosted_button_id=elbtal">Jetzt spenden</a>`;
  document.body.append(bar);
}
addEventListener('scroll', showBar);
