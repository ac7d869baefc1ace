// A live blog: 20 updates a second, a gauge that never rests, and after a while an appeal among the updates.
const updates = document.getElementById('updates');
const texts = ['Strażacy wzmocnili wał przy ulicy Rybackiej, sytuacja jest stabilna.', 'Woda opadła o kolejne trzy centymetry, podaje dyżurny hydrolog.', 'Wolontariusze rozdają ciepłe posiłki przy hali sportowej.', 'Pociąg z Puław dotarł na miejsce z godzinnym opóźnieniem.'];
let count = 0;
setInterval(() => {
  count += 1;
  document.getElementById('ticker').textContent = String(612 - (count % 40));
  const update = document.createElement('div');
  update.className = 'update';
  update.textContent = `Godz. 9.${String(count % 60).padStart(2, '0')}: ${texts[count % texts.length]}`;
  updates.prepend(update);
  if (updates.children.length > 60) updates.lastElementChild.remove();
  if (count === 30) {
    const prompt = document.createElement('div');
    prompt.id = 'prompt';
    prompt.className = 'wsparcie';
    prompt.innerHTML = '<h3>Wesprzyj niezależne dziennikarstwo</h3><p>Kurier utrzymuje się dzięki czytelnikom. Przekaż darowiznę i pomóż nam relacjonować to, co ważne. Każda wpłata się liczy.</p><a href="https://www.paypal.com/donate/?kurier">Wpłać teraz</a>';
    updates.before(prompt);
  }
}, 50);
