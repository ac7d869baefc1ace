// In: generated pages. Out: proof that engine and page keep their promises on pages that nobody would write.
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { classify, createLiveClassifier } from '../../lib/engine';
import { startSession } from '../../lib/page/session';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings';
import { check } from '../../tools/fuzz/check';
import { fakeDesk } from '../page/fake-desk';
import { soup, trees } from './documents';

const URL = 'https://www.paper.example/2025/03/a-story-of-that-day-48213';
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

describe('any page', () => {
  it.each([['of plausible elements', trees], ['that is a heap of tags', soup]])('%s is read without a throw or a write, the same twice, each text in one block, and put back', (_, pages) => {
    fc.assert(fc.property(pages, (html) => {
      expect(check(parse(html)).broken).toEqual([]);
    }), { numRuns: 150 });
  });

  it('of plausible elements often has a prompt, so that there is something to get wrong', () => {
    const found = fc.sample(trees, 100).filter((html) => classify(parse(html), { url: URL }).groups.length > 0);
    expect(found.length).toBeGreaterThan(15);
  });
});

describe('a session on any page', () => {
  let end: AbortController;
  afterEach(() => {
    end.abort();
  });

  it('gives the page back byte for byte, from Hide and from Highlight', { timeout: 120_000 }, async () => {
    const found = { hidden: 0 };
    await fc.assert(fc.asyncProperty(trees, fc.constantFrom('hide', 'highlight'), async (html, mode) => {
      // What is in the head stays as it is, for the session's tests have put it there.
      document.body.replaceWith(parse(html).body);
      const before = document.documentElement.outerHTML;
      end = new AbortController();
      let follow: (settings: Settings) => void = () => undefined;
      const session = startSession({
        document, signal: end.signal, desk: fakeDesk(), onReport: () => undefined, saveMemory: () => undefined,
        classifier: createLiveClassifier(document, { url: URL, force: true }),
        classifyFrame: (inner) => classify(inner, { force: true }),
        loadSettings: () => Promise.resolve({ ...DEFAULT_SETTINGS, mode }),
        loadMemory: () => Promise.resolve([]),
        watchSettings: (callback) => {
          follow = callback;
          return () => undefined;
        },
        texts: { title: '', close: '', unsure: '', kinds: { fundraising: '', newsletter: '', promo: '' }, language: 'en', direction: 'ltr' },
      });
      await vi.waitFor(() => expect(session.report().status).not.toBe('loading'), { interval: 1, timeout: 20_000 });
      found.hidden += session.report().marked;
      follow({ ...DEFAULT_SETTINGS, mode: 'off' });
      expect(session.report().status).toBe('off');
      expect(document.documentElement.outerHTML).toBe(before);
      end.abort();
    }), { numRuns: 60 });
    expect(found.hidden).toBeGreaterThan(20);
  });
});
