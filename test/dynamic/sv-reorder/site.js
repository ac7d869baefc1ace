// The end of the story is shuffled and sometimes made anew; the prompt is one of them and never stays where it was.
const text = document.querySelector('.text');
const facts = ['Sundet är 1 850 meter brett på det smalaste stället, och en van roddare behöver tjugotvå minuter för att korsa det i stiltje.', 'Ekan byggdes i Västervik år 1938 av furu från Småland, och den har bytt namn två gånger sedan den kom till ön.', 'Norrön har en butik, en kyrka och fyrtio invånare, varav den äldsta är nittiosex år och den yngsta föddes i båten på väg till sjukhuset.'];
const items = facts.map((text) => Object.assign(document.createElement('p'), { className: 'fact', textContent: text }));

function makePrompt() {
  const prompt = document.createElement('div');
  prompt.id = 'prompt';
  prompt.className = 'nyhetsbrev';
  prompt.innerHTML = '<h3>Prenumerera på vårt nyhetsbrev</h3><p>Få de viktigaste nyheterna från skärgården direkt i din inkorg varje morgon. Anmäl dig gratis.</p><form action="/nyhetsbrev"><input type="email" name="email" placeholder="Din e-postadress"><button type="submit">Anmäl mig</button></form>';
  return prompt;
}

let prompt = makePrompt();
let turns = 0;
function turn() {
  if (turns % 3 === 2) { prompt.remove(); prompt = makePrompt(); }
  const order = [...items];
  order.splice(turns % 4, 0, prompt);
  text.append(...order);
  items.push(items.shift());
  turns += 1;
  document.documentElement.toggleAttribute('data-turned', turns >= 8);
  if (turns < 8) setTimeout(turn, 250);
}
turn();
