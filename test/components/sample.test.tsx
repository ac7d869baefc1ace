import { readdirSync } from 'node:fs';
import { render } from 'preact';
import { describe, expect, it } from 'vitest';
import { Sample } from '../../components/sample/Sample';
import { classify } from '../../lib/engine';
import { planMarks } from '../../lib/page/plan';
import { DEFAULT_SETTINGS } from '../../lib/settings';
import { fakeLanguage } from '../i18n-fake';

const LANGUAGES = readdirSync('locales').map((file) => file.replace('.yml', ''));

describe.each(LANGUAGES)('the sample article in %s', (language) => {
  it('loses its prompts to the engine as any page would, and keeps its story', () => {
    fakeLanguage(language);
    document.documentElement.lang = language.replace('_', '-');
    render(<Sample />, document.body);
    const { groups, mixed } = classify(document, { url: 'https://news.example/night-ferry', force: true });
    const hidden = Array.from(planMarks(groups, mixed, DEFAULT_SETTINGS).marks.keys());
    const isHidden = (selector: string) => Array.from(document.querySelectorAll(selector)).every((element) => hidden.some((one) => one.contains(element)));
    const gone = ['.support-appeal', '.newsletter-signup', '.related-stories'].filter(isHidden);
    expect(gone).toEqual(['.support-appeal', '.newsletter-signup', '.related-stories']);
    for (const part of ['h1', '.byline', 'article > p']) {
      for (const element of document.querySelectorAll(part)) expect(hidden.some((one) => one.contains(element)), element.textContent).toBe(false);
    }
    render(null, document.body);
  });
});
