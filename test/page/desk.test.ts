import { expect, it, vi } from 'vitest';
import type { Rule, RuleBook } from '../../lib/page/rules/rule';
import { DEFAULT_SETTINGS } from '../../lib/settings';
import { marked, start } from './bench';
import { fakeDesk } from './fake-desk';

const KEEP: Rule = { id: 'keep', label: 'other', selector: 'p#ask', storyWords: 0, made: 1, misses: 0 };

it('a rule that is made elsewhere while this page loads its own is not undone by those', async () => {
  let loaded: (book: RuleBook) => void = () => undefined;
  let notify: (book: RuleBook) => void = () => undefined;
  const rules = {
    load: () => new Promise<RuleBook>((resolve) => { loaded = resolve; }),
    watch: (callback: typeof notify) => {
      notify = callback;
      return () => undefined;
    },
    change: () => Promise.resolve(true),
  };
  start(DEFAULT_SETTINGS, { desk: { ...fakeDesk(), rules } });
  notify({ localhost: [KEEP] });
  loaded({});
  await vi.waitFor(() => expect(marked()).toEqual(['mail hidden']));
});

it('a correction that cannot be stored or taken back is said to be so', async () => {
  const attach = vi.spyOn(HTMLElement.prototype, 'attachShadow');
  const said = () => (attach.mock.results.at(-1)!.value as ShadowRoot).querySelector('[role=status]')?.textContent;
  let room = true;
  const rules = { ...fakeDesk().rules, change: () => Promise.resolve(room) };
  const session = start(DEFAULT_SETTINGS, { desk: { ...fakeDesk(), rules } });
  await vi.waitFor(() => expect(marked()).toHaveLength(2));
  const ask = document.querySelector('#ask')!;
  // Nobody but the reader can open the context menu.
  const opened = new Event('contextmenu', { bubbles: true });
  Object.defineProperty(opened, 'isTrusted', { value: true });
  ask.dispatchEvent(opened);
  session.desk.correctHere('keep');
  await vi.waitFor(() => expect(said()).toBe('keptHere'));
  room = false;
  session.desk.command('undo');
  await vi.waitFor(() => expect(said()).toBe('notSaved'));
  expect(marked()).toHaveLength(2);
});
