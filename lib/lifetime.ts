// In: a content script's context. Out: nobody on the page believed who claims that it has ended.
import { ContentScriptContext } from 'wxt/utils/content-script-context';

export function watchLifetime(ctx: ContentScriptContext): void {
  const { signal } = ctx;
  // WXT has newer scripts end older ones by an event on the page, which the page itself could dispatch. Firefox ends them anyway; Chromium starts no newer ones.
  window.addEventListener(ContentScriptContext['SCRIPT_STARTED_MESSAGE_TYPE'] as string, (event) => {
    event.stopImmediatePropagation();
  }, { capture: true, signal });
}
