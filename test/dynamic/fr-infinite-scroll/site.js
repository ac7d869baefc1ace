// The next article is appended when the end comes into view, with a newsletter prompt of its own; the address follows.
const NEXT = `
  <p class="kicker">Nature</p>
  <h1>Les hérons sont revenus à l’étang des Moines</h1>
  <p class="lead">Après vingt ans d’absence, trois couples nichent de nouveau au bord de l’étang. Une ornithologue de treize ans les a vus la première.</p>
  <p class="byline">Par Samir Haddad, le 7 mai 2025</p>
  <div class="text">
    <p>Camille Roux a treize ans, une paire de jumelles trop lourde et un carnet que personne n’a le droit de toucher. C’est dans ce carnet que figure, à la date du deux mars, la phrase que toute la commune connaît désormais.</p>
    <p>« Un héron cendré, puis deux, puis un nid. » Les adultes ont d’abord souri. La dernière nidification connue remontait à l’année où l’on avait vidé l’étang pour réparer la digue, et les oiseaux n’étaient jamais revenus.</p>
    <p>Le garde champêtre est allé vérifier à l’aube, à plat ventre dans les roseaux. Il en a rapporté un rhume, trois photographies floues et la certitude que la jeune fille avait raison d’un bout à l’autre.</p>
    <div id="prompt" class="newsletter-inline"><h3>Recevez notre newsletter</h3><p>Chaque matin, l’essentiel de l’actualité du Vexin dans votre boîte mail. Inscrivez-vous gratuitement à notre lettre d’information.</p><form action="/newsletter/inscription" method="post"><input type="email" name="email" placeholder="Votre adresse e-mail"><button type="submit">Je m’inscris</button></form></div>
    <p>Depuis, un sentier a été fermé et une pancarte peinte à la main demande le silence. Elle est respectée, dit-on, même par les chiens. Les six jeunes devraient prendre leur envol au début du mois de juillet.</p>
  </div>`;
new IntersectionObserver((entries, observer) => {
  if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
  observer.disconnect();
  const article = document.createElement('article');
  article.id = 'next';
  article.innerHTML = NEXT;
  document.querySelector('main').append(article);
  history.replaceState(null, '', '?article=herons');
}).observe(document.querySelector('footer'));
