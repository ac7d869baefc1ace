import { beforeEach, describe, expect, it } from 'vitest';
import type { Classification } from '../../../lib/engine/types';
import { pathOf, toCsv, toJson } from '../../../lib/page/export/audit';
import { toBundle } from '../../../lib/page/export/bundle';
import { scramble } from '../../../lib/page/export/scramble';

const TEXT = '=SUM("Ferry, quay")';

function classification(): Classification {
  const blocks = Array.from(document.querySelectorAll('p'), (element) => ({
    element, label: 'article' as const, confidence: 0.98765, reasons: [{ feature: 'text.words', value: 1, weight: 0.5 }], text: element.textContent, words: 3,
  }));
  return { isArticle: true, articleConfidence: 0.9, language: 'en', blocks, groups: [], mixed: [] };
}

beforeEach(() => {
  document.body.innerHTML = `<main class="story"><p></p><p id="second">Secretive Marigold</p></main><a href="https://secret.example/marigold/2025">Marigold</a><script>"Marigold"</script><input value="Marigold">`;
  document.querySelector('p')!.textContent = TEXT;
});

describe('files for audits', () => {
  it('name every block by a selector that finds it alone', () => {
    for (const element of document.querySelectorAll('p')) expect(Array.from(document.querySelectorAll(pathOf(element)))).toEqual([element]);
  });

  it('are a table that no spreadsheet runs or cuts in two', () => {
    const lines = toCsv(classification()).split('\r\n');
    expect(lines[0]).toBe('\uFEFFselector,label,confidence,words,text,reasons');
    expect(lines[1]).toContain(`"'=SUM(""Ferry, quay"")"`);
    expect(lines).toHaveLength(4);
  });

  it('are data with the reasons', () => {
    const data = JSON.parse(toJson(classification(), { url: 'https://a.example/', version: '1.2.3' })) as { unpitch: string; blocks: object[] };
    expect(data.unpitch).toBe('1.2.3');
    expect(data.blocks[1]).toMatchObject({ selector: '#second', label: 'article', confidence: 0.988, reasons: [{ feature: 'text.words', weight: 0.5 }] });
  });
});

describe('a bug report', () => {
  it('holds the structure and the verdicts, and not a word of the page', () => {
    const bundle = toBundle(document, classification(), { version: '1.2.3', browser: 'Test' });
    expect(bundle).not.toMatch(/marigold|secret/i);
    expect(bundle).toContain('<main class=\\"story\\">');
    expect(bundle).toContain('"label": "article"');
    expect(bundle).toContain('1.2.3');
  });

  it('keeps the shape of the text in every script', () => {
    const text = 'Ferry 1931! Überfähre Паром 渡し船 מעבורת';
    const other = scramble(text, (below) => below - 1);
    expect(Array.from(other)).toHaveLength(Array.from(text).length);
    expect(other).toMatch(/^Z\p{Ll}{4} 9{4}! Z\p{Ll}+ Я\p{Ll}+ \S{3} \p{Script=Hebrew}+$/u);
    expect(scramble(text)).not.toBe(text);
  });
});
