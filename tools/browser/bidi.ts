// In: a Firefox under remote control. Out: the few WebDriver BiDi commands that Puppeteer does not offer.
import type { Browser } from 'puppeteer-core';
import type { WindowSize } from './types';
import { until } from './wait';

/** As WebDriver names the keys that are no characters. */
const KEYS: Readonly<Record<string, string>> = {
  Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Escape: '\uE00C', Space: ' ',
  ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015',
};

interface Context {
  readonly context: string;
  readonly url: string;
}

export interface Bidi {
  /** Ids of all tabs. */
  contexts(): Promise<readonly string[]>;
  /** Waits for a tab that is not in `known` and has loaded an address that starts with `start` and ends with `end`. */
  newContext(known: readonly string[], start: string, end?: string): Promise<string>;
  /** The value of an expression in a tab, a promise awaited; it travels as JSON. */
  evaluate(context: string, expression: string): Promise<unknown>;
  /** Runs statements with the rights of the browser's own window, and returns what they return, a promise awaited. */
  inChrome(statements: string): Promise<unknown>;
  /** Calls a function with the closed shadow root of the first element of this name. */
  inClosedRoot(context: string, element: string, expression: string): Promise<unknown>;
  activate(context: string): Promise<void>;
  /** A key pressed in a tab, `Shift+` before it where that is held meanwhile. */
  key(context: string, name: string): Promise<void>;
  /** Lays a tab out as in a window of this size, in CSS pixels. */
  resize(context: string, size: WindowSize): Promise<void>;
  screenshot(context: string): Promise<Buffer>;
  close(context: string): Promise<void>;
}

export function createBidi(browser: Browser): Bidi {
  // Puppeteer keeps its connection to itself; this is the one door past it.
  const { connection } = browser as unknown as {
    connection: { send(method: string, params: object): Promise<{ result: unknown }> };
  };
  const send = async (method: string, params: object) => (await connection.send(method, params)).result as never;

  async function tree(scope: object = {}): Promise<Context[]> {
    const { contexts } = (await send('browsingContext.getTree', scope)) as { contexts: Context[] };
    return contexts;
  }

  async function evaluate(context: string, expression: string): Promise<unknown> {
    const wrapped = `(async () => JSON.stringify(await (${expression})))()`;
    return valueOf(await send('script.evaluate', { expression: wrapped, target: { context }, awaitPromise: true }));
  }

  return {
    contexts: async () => (await tree()).map(({ context }) => context),
    async newContext(known, start, end = '') {
      const isNew = ({ context, url }: Context) => !known.includes(context) && url.startsWith(start) && url.endsWith(end);
      const found = await until(`a tab with ${start} opens`, async () => (await tree()).find(isNew));
      return found.context;
    },
    evaluate,
    async inChrome(statements) {
      const [window] = await tree({ 'moz:scope': 'chrome' });
      return evaluate(window!.context, `(() => {${statements}})()`);
    },
    async inClosedRoot(context, element, expression) {
      const located = (await send('browsingContext.locateNodes', {
        context, locator: { type: 'css', value: element }, maxNodeCount: 1, serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
      })) as { nodes: { value?: { shadowRoot?: { sharedId: string } | null } }[] };
      const sharedId = located.nodes[0]?.value?.shadowRoot?.sharedId;
      if (sharedId === undefined) return undefined;
      const functionDeclaration = `async (root) => JSON.stringify(await (${expression})(root))`;
      const outcome: Outcome = await send('script.callFunction', { functionDeclaration, arguments: [{ sharedId }], target: { context }, awaitPromise: true });
      return valueOf(outcome);
    },
    async key(context, name) {
      const held = name.startsWith('Shift+') ? [KEYS.Shift!] : [];
      const pressed = name.replace('Shift+', '');
      const values = [...held, KEYS[pressed] ?? pressed];
      const step = (type: 'keyDown' | 'keyUp') => (value: string) => ({ type, value });
      const actions = [{ type: 'key', id: 'keyboard', actions: [...values.map(step('keyDown')), ...values.reverse().map(step('keyUp'))] }];
      await send('input.performActions', { context, actions });
    },
    resize: async (context, viewport) => void (await send('browsingContext.setViewport', { context, viewport })),
    activate: async (context) => void (await send('browsingContext.activate', { context })),
    async screenshot(context) {
      const { data } = (await send('browsingContext.captureScreenshot', { context, origin: 'document' })) as { data: string };
      return Buffer.from(data, 'base64');
    },
    close: async (context) => void (await send('browsingContext.close', { context })),
  };
}

interface Outcome {
  readonly type: string;
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

/** What an expression came to; it travels as JSON. */
function valueOf({ type, result, exceptionDetails }: Outcome): unknown {
  if (type === 'exception') throw new Error(exceptionDetails?.text);
  return result?.value === undefined ? undefined : (JSON.parse(result.value) as unknown);
}
