// In: a content script's context. Out: nobody on the page believed who claims that it has ended; whether its extension has gone.
import { browser } from 'wxt/browser';
import { ContentScriptContext } from 'wxt/utils/content-script-context';

/** Chromium lets a script run on when an update has taken its extension away; it can ask and tell nothing any more. */
export const isOrphaned = (): boolean => browser.runtime?.id === undefined;

export function watchLifetime(ctx: ContentScriptContext): void {
  const { signal } = ctx;
  // WXT has newer scripts end older ones by an event on the page, which the page itself could dispatch. Firefox ends them anyway; Chromium starts no newer ones.
  window.addEventListener(ContentScriptContext['SCRIPT_STARTED_MESSAGE_TYPE'] as string, (event) => {
    event.stopImmediatePropagation();
  }, { capture: true, signal });
}
