// A click swaps the article without loading, by the Navigation API where there is one and by the history else.
const SECOND = `
  <p class="kicker">Mar</p>
  <h1>Un pueblo entero para rescatar una barca</h1>
  <p class="lead">La «Virgen del Mar» llevaba doce años hundida en el puerto. La sacaron entre ochenta vecinos y dos tractores.</p>
  <p class="byline">Por Lucía Ferrándiz, 24 de febrero de 2025</p>
  <div class="text">
    <p>A las seis de la mañana ya había ochenta personas en el muelle, y la mitad llevaba su propia cuerda. Nadie las había convocado: la noticia de que la grúa no vendría corrió de bar en bar durante la noche.</p>
    <p>La barca, construida en 1948, descansaba a cuatro metros de profundidad desde un temporal. Sus dueños habían muerto y el ayuntamiento pensaba dejarla donde estaba, como refugio para los pulpos.</p>
    <p>Dos buzos pasaron las cuerdas por debajo del casco y un profesor de física jubilado calculó los ángulos en la pared del almacén, con tiza. Los tractores tiraron despacio, y la gente cantó para no perder el compás.</p>
    <div id="second-prompt" class="apoyo"><h3>Apoya el periodismo independiente</h3><p>El Faro de Levante vive gracias a sus lectores. Haz una donación y ayúdanos a seguir contando lo que pasa en nuestra tierra. Cada aportación cuenta.</p><a href="https://www.paypal.com/donate/?faro">Donar ahora</a></div>
    <p>Cuando la proa asomó, sonaron las campanas. Dentro aparecieron una sartén, tres ánforas de plástico y un congrio ofendido. La restauración, dicen, llevará dos inviernos, y ya hay lista de voluntarios.</p>
  </div>`;
function swap() {
  document.querySelector('article').innerHTML = SECOND;
  document.title = 'Un pueblo entero para rescatar una barca - El Faro de Levante';
}
if (window.navigation) {
  navigation.addEventListener('navigate', (event) => {
    if (!event.canIntercept || !event.destination.url.includes('nota=2')) return;
    event.intercept({ handler: () => new Promise((done) => setTimeout(() => { swap(); done(); }, 60)) });
  });
}
document.getElementById('next').addEventListener('click', (event) => {
  if (window.navigation) return;
  event.preventDefault();
  history.pushState(null, '', '?nota=2');
  setTimeout(swap, 60);
});
