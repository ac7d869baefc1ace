// In: typed messages. Out: typed answers. The only door to the browser's messaging; request and response stand together.
import { browser } from 'wxt/browser';
import type { Command } from './page/command-names';
import type { PromptInfo } from './page/prompts';
import type { PageReport } from './page/report';
import type { RuleChange } from './page/rules/rule';
import type { Wish } from './page/rules/target';

/** Extension page → content script of one tab. */
export interface ToPage {
  getReport: { request: null; response: PageReport };
  getPrompts: { request: null; response: readonly PromptInfo[] };
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
  /** The reader has put something right, or rules have been tried on a page: for the background to store. */
  changeRules: { request: RuleChange; response: null };
}

type Protocol = ToPage & FromPage;
type MessageType = keyof Protocol;
type Handler<T extends MessageType> = (
  request: Protocol[T]['request'],
  tabId: number | undefined,
  isPrivate: boolean,
) => Protocol[T]['response'];

interface Sender {
  readonly tab?: { readonly id?: number | undefined; readonly incognito?: boolean } | undefined;
}

interface Envelope {
  readonly unpitch: MessageType;
  readonly request: unknown;
}

/** Asks the content script of a tab. Rejects where none runs. */
export async function askPage<T extends keyof ToPage>(
  tabId: number,
  type: T,
  request: ToPage[T]['request'],
): Promise<ToPage[T]['response']> {
  const envelope: Envelope = { unpitch: type, request };
  const response: unknown = await browser.tabs.sendMessage(tabId, envelope, { frameId: 0 });
  if (response === undefined) throw new Error('No answer from the page');
  return response as ToPage[T]['response'];
}

/** Tells the rest of the extension. Silent when nobody listens or the extension has gone. */
export async function tellExtension<T extends keyof FromPage>(type: T, request: FromPage[T]['request']): Promise<void> {
  const envelope: Envelope = { unpitch: type, request };
  try {
    await browser.runtime.sendMessage(envelope);
  } catch {
    // No popup open, or this script outlived an update of the extension: nothing to tell anybody.
  }
}

/** Answers one type of message; `tabId` is the sender's tab, `isPrivate` whether its window is. Returns the function that stops it. */
export function onMessage<T extends MessageType>(type: T, handler: Handler<T>): () => void {
  // A promise is the one kind of answer that Firefox, Chrome (through the polyfill) and the tests' fake all send back;
  // only Chrome's types do not know it.
  const listener = ((message: unknown, sender: Sender): Promise<unknown> | undefined =>
    isEnvelope(message) && message.unpitch === type
      ? Promise.resolve(handler(message.request as Protocol[T]['request'], sender.tab?.id, sender.tab?.incognito === true))
      : undefined) as (message: unknown, sender: Sender) => void;
  browser.runtime.onMessage.addListener(listener);
  return () => {
    browser.runtime.onMessage.removeListener(listener);
  };
}

function isEnvelope(message: unknown): message is Envelope {
  return typeof message === 'object' && message !== null && 'unpitch' in message && 'request' in message;
}
