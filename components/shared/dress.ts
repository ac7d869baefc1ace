// In: settings. Out: the page's own language, direction, theme and colours, as attributes of its root.
import { pageTexts } from '../../lib/i18n';
import type { Settings } from '../../lib/settings';

export function dress(document: Document, { theme, palette }: Settings): void {
  const { language, direction } = pageTexts();
  const root = document.documentElement;
  root.lang = language;
  root.dir = direction;
  root.dataset.theme = theme;
  root.dataset.palette = palette;
}
