// In: rules. Out: what a session needs for the reader's own tools, with texts that are their keys.
import { vi } from 'vitest';
import { changeRules, type RuleBook, type RuleChange } from '../../lib/page/rules/rule';
import type { SessionOptions } from '../../lib/page/session';
import type { Say } from '../../lib/page/ui/say';

export const fakeSay: Say = Object.assign((key: string, ...gaps: readonly string[]) => [key, ...gaps].join(' '), {
  count: (key: string, count: number, ...more: readonly string[]) => [key, count, ...more].join(' '),
  language: 'en',
  direction: 'ltr' as const,
});

export function fakeDesk(book: RuleBook = {}): SessionOptions['desk'] {
  let stored = book;
  let notify: (next: RuleBook) => void = () => undefined;
  return {
    say: fakeSay,
    mayStore: () => true,
    rules: {
      load: () => Promise.resolve(stored),
      watch: (callback) => {
        notify = callback;
        return () => undefined;
      },
      change: vi.fn((change: RuleChange) => {
        stored = changeRules(stored, change);
        notify(stored);
        return Promise.resolve(true);
      }),
    },
    export: vi.fn(() => Promise.resolve('file')),
  };
}
