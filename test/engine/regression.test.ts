// In: the shipped model and our own pages. Out: proof that it has not got worse on them since its figures were last recorded.
import { describe, expect, it } from 'vitest';
import { fixtureFigures, judgeFixtures } from '../../tools/evaluation/fixtures';
import { recordOf, regressions, type RecordFile } from '../../tools/evaluation/recorded';
import recorded from './recorded.json';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const record: RecordFile = recorded;

describe('the shipped model', () => {
  it('is no worse on our own pages than recorded', () => {
    const figures = fixtureFigures(judgeFixtures(parse));
    expect(regressions(recordOf(figures.scores, figures), record.fixtures)).toEqual([]);
  });
});

describe('the comparison with the record', () => {
  it('names every figure that got worse, and nothing else', () => {
    const worse = Object.keys(record.fixtures).map((name) => [name, regressions({ ...record.fixtures, [name]: record.fixtures[name]! + (/hidden$|taken/.test(name) && !/clutter/.test(name) ? 0.01 : -0.01) }, record.fixtures)] as const);
    expect(worse.length).toBeGreaterThan(8);
    for (const [name, lines] of worse) expect(lines.join()).toContain(`${name}:`);
    expect(regressions(record.fixtures, record.fixtures)).toEqual([]);
  });

  it('takes a figure that is no longer measured for a loss', () => {
    expect(regressions({}, { 'article F1': 0.9 })).toHaveLength(1);
    expect(regressions({ 'article F1': 0.9 }, {})).toHaveLength(1);
  });
});
