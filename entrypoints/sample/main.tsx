// In: settings. Out: the sample article, read by the real engine and marked by the real marker, as any page would be.
import '../../components/theme.css';
import '../../lib/page/page.css';
import { render } from 'preact';
import { Sample } from '../../components/sample/Sample';
import { dress } from '../../components/shared/dress';
import { classify } from '../../lib/engine';
import { t } from '../../lib/i18n';
import { inOrder } from '../../lib/in-order';
import { createMarker } from '../../lib/page/mark';
import { planMarks } from '../../lib/page/plan';
import { loadSettings, watchSettings, type Settings } from '../../lib/settings';

const marker = createMarker(document);

function show(settings: Settings): void {
  dress(document, settings);
  marker.clear();
  const { groups, mixed } = classify(document, { url: 'https://news.example/night-ferry', force: true });
  marker.apply(planMarks(groups, mixed, settings).marks);
}

document.title = t('sampleTitle');
render(<Sample />, document.body);
// Links of the sample lead nowhere.
document.addEventListener('click', (event) => {
  if ((event.target as Element).closest('a')) event.preventDefault();
});
const order = inOrder(show);
watchSettings(order.now);
await order.when(loadSettings());
