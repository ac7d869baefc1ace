// Says whether the page came back from the back/forward cache, and brings one more prompt when it has come back.
addEventListener('pageshow', ({ persisted }) => {
  document.documentElement.dataset.shown = persisted ? 'again' : 'first';
  if (!persisted) return;
  const late = document.getElementById('prompt').cloneNode(true);
  late.id = 'late';
  document.querySelector('footer').before(late);
});
