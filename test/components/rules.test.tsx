import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Rules } from '../../components/rules/Rules';
import type { Rule, RuleBook, RuleChange } from '../../lib/page/rules/rule';
import { fakeEnglish } from '../i18n-fake';

const rule = (more: Partial<Rule>): Rule => ({ id: 'one', label: 'promo', selector: 'li.teaser', storyWords: 0, made: 0, misses: 0, ...more });
const site = 'news.example';
let changes: RuleChange[];

function draw(rules: RuleBook) {
  void act(() => {
    render(<Rules rules={rules} onChange={(change) => changes.push(change)} stubs={true} onStubs={vi.fn()} />, document.body);
  });
}

beforeEach(() => {
  fakeEnglish();
  changes = [];
});

describe('the list of rules', () => {
  it('says so when there is none', () => {
    draw({});
    expect(document.body.textContent).toContain('Nothing corrected yet.');
    expect(document.querySelector('li')).toBeNull();
  });

  it('lists them by site, relabels and removes them', () => {
    draw({ [site]: [rule({}), rule({ id: 'two', selector: 'p', start: 'before you go', label: 'fundraising' })] });
    expect(document.querySelector('h3')!.textContent).toBe(site);
    expect(document.body.textContent).toContain('where the text begins with “before you go”');
    const [select] = document.querySelectorAll('select');
    expect(select!.value).toBe('promo');
    select!.value = 'article';
    select!.dispatchEvent(new Event('change', { bubbles: true }));
    document.querySelector<HTMLButtonElement>('li:last-child .small')!.click();
    expect(changes).toEqual([{ type: 'relabel', site, id: 'one', label: 'article' }, { type: 'remove', site, ids: ['two'] }]);
  });

  it('says which are set aside and why, and revives them', () => {
    draw({ [site]: [rule({ aside: 'stale' }), rule({ id: 'two', aside: 'unsafe' })] });
    expect(Array.from(document.querySelectorAll('.error'), ({ textContent }) => textContent)).toEqual([
      'Set aside: it found nothing on the last articles, so the site seems to have changed.',
      'Set aside: it would have hidden part of a story.',
    ]);
    document.querySelector<HTMLButtonElement>('.revive')!.click();
    expect(changes).toEqual([{ type: 'revive', site, id: 'one' }]);
  });
});
