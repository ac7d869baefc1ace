// In: typed messages. Out: typed answers. The only door to the browser's messaging; request and response stand together.
// Each message is looked at before anybody gets it: who sent it, and whether it has the shape of its type.
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { REQUESTS, RESPONSES } from './message-shapes';
import { COMMANDS, type Command } from './page/command-names';
import type { PromptInfo } from './page/prompt-info';
import type { PageReport } from './page/report';
import type { RuleChange } from './page/rules/rule';
import type { Wish } from './page/rules/target';
import type { Learned } from './site-memory';
import { siteKey } from './sites';

/** Extension page → content script of one tab. */
export interface ToPage {
  /** All there is to say of the page, in one answer: the popup should stand before the reader has looked, and the two belong to one page. */
  getPage: { request: null; response: { readonly report: PageReport; readonly prompts: readonly PromptInfo[] } };
  revealPrompt: { request: { readonly id: number; readonly on: boolean }; response: null };
  /** Treats the page as an article for as long as it is open. */
  insistArticle: { request: null; response: null };
  /** Opens the inspector, or closes it. */
  toggleInspector: { request: null; response: null };
  /** A shortcut was pressed; false when the reader is writing just then. */
  command: { request: Command; response: boolean };
  /** The reader chose something from the context menu. */
  correctHere: { request: Wish; response: null };
}

/** Content script → background and every open extension page. */
export interface FromPage {
  reportChanged: { request: PageReport; response: null };
  /** The reader has put something right, or rules have been tried on a page: for the background to store. False when it cannot. */
  changeRules: { request: RuleChange; response: boolean };
  /** What the page has taught about its site's prompts: for the background to store. */
  remember: { request: Learned; response: null };
}

/** Content script → background, which answers. */
interface FromPageAsked {
  /** A picture of what the reader sees in this tab, as a data URL of a PNG; null where the browser allows none. */
  takePicture: { request: null; response: string | null };
}

type MessageType = keyof (ToPage & FromPage & FromPageAsked);

interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly tab?: { readonly id?: number | undefined; readonly incognito?: boolean } | undefined;
}

interface Envelope {
  readonly unpitch: MessageType;
  readonly request: unknown;
}

/** Asks the content script of a tab. Rejects where none runs, and when the answer is none of ours. */
export async function askPage<T extends keyof ToPage>(
  tabId: number,
  type: T,
  request: ToPage[T]['request'],
): Promise<ToPage[T]['response']> {
  const envelope: Envelope = { unpitch: type, request };
  const response: unknown = await browser.tabs.sendMessage(tabId, envelope, { frameId: 0 });
  return v.parse(RESPONSES[type], response);
}

/** Tells the rest of the extension. False when it could not do what it was told, nobody listens or the extension has gone. */
export async function tellExtension<T extends keyof FromPage>(type: T, request: FromPage[T]['request']): Promise<boolean> {
  const envelope: Envelope = { unpitch: type, request };
  try {
    return (await browser.runtime.sendMessage(envelope)) !== false;
  } catch {
    // No popup open, or this script outlived an update of the extension.
    return false;
  }
}

/** Asks the background for a picture. Null where it gives none. */
export async function askPicture(): Promise<string | null> {
  const envelope: Envelope = { unpitch: 'takePicture', request: null };
  const response: unknown = await browser.runtime.sendMessage(envelope).catch(() => null);
  return typeof response === 'string' && response.startsWith('data:image/png;base64,') ? response : null;
}

/** Answers, in the background, content scripts that ask for a picture of their tab. Returns the function that stops it. */
export function onPictureAsked(take: (tabId: number) => Promise<FromPageAsked['takePicture']['response']>): () => void {
  return listen('takePicture', (request, sender) => {
    const tabId = sender.tab?.id;
    return tabId !== undefined && isNull(request) && !isExtensionItself(sender) ? { answer: take(tabId) } : undefined;
  });
}

/** Answers, in a content script, one type of message from the extension's own pages and background. Returns the function that stops it. */
export function onAsked<T extends keyof ToPage>(type: T, handler: (request: ToPage[T]['request']) => ToPage[T]['response']): () => void {
  return listen(type, (request, sender) =>
    isExtensionItself(sender) && ASKED[type](request) ? { answer: handler(request as ToPage[T]['request']) } : undefined);
}

/**
 * Takes, in the extension's own pages and background, one type of message from content scripts; each may speak of the site it runs on alone.
 * `tabId` is the sender's tab, `isPrivate` whether its window is; the handler may say whether it could do it. Returns the function that stops it.
 */
export function onTold<T extends keyof FromPage>(type: T, handler: (request: FromPage[T]['request'], tabId: number, isPrivate: boolean) => void | Promise<boolean>): () => void {
  return listen(type, (raw, sender) => {
    const tabId = sender.tab?.id;
    const result = v.safeParse(REQUESTS[type], raw);
    if (tabId === undefined || !result.success || !isPageOf(result.output.site, sender)) return undefined;
    return { answer: handler(result.output, tabId, sender.tab?.incognito === true) ?? null };
  });
}

/** By hand: these run in every page, and are too plain for a schema. */
const ASKED: { readonly [T in keyof ToPage]: (request: unknown) => boolean } = {
  getPage: isNull,
  insistArticle: isNull,
  toggleInspector: isNull,
  revealPrompt: (request) => {
    const { id, on } = (request ?? {}) as Record<string, unknown>;
    return typeof id === 'number' && typeof on === 'boolean';
  },
  command: (request) => COMMANDS.includes(request as Command),
  correctHere: (request) => request === ('hide' satisfies Wish) || request === ('keep' satisfies Wish),
};

function isNull(request: unknown): boolean {
  return request === null;
}

function listen(type: MessageType, take: (request: unknown, sender: Sender) => { readonly answer: unknown } | undefined): () => void {
  // A promise is the one kind of answer that Firefox, Chrome (through the polyfill) and the tests' fake all send back;
  // only Chrome's types do not know it.
  const listener = ((message: unknown, sender: Sender): Promise<unknown> | undefined => {
    if (!isEnvelope(message) || message.unpitch !== type || sender.id !== browser.runtime.id) return undefined;
    const taken = take(message.request, sender);
    return taken && Promise.resolve(taken.answer);
  }) as (message: unknown, sender: Sender) => void;
  browser.runtime.onMessage.addListener(listener);
  return () => {
    browser.runtime.onMessage.removeListener(listener);
  };
}

function isEnvelope(message: unknown): message is Envelope {
  return typeof message === 'object' && message !== null && 'unpitch' in message && 'request' in message;
}

/** Whether a page or the background of the extension speaks, and not a content script. */
function isExtensionItself({ url }: Sender): boolean {
  // Some browsers give the background no address; a content script always has that of its page.
  return url === undefined || url.startsWith(browser.runtime.getURL('/' as '/popup.html'));
}

function isPageOf(site: string, { url }: Sender): boolean {
  return url !== undefined && URL.canParse(url) && siteKey(new URL(url).hostname) === site && !isExtensionItself({ url });
}
