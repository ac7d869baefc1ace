// In: corrections of the reader, from any page. Out: all of them, stored one after the other so that none is lost, and watched.
import { browser } from 'wxt/browser';
import { changeRules, parseRules, type RuleBook, type RuleChange } from './page/rules/rule';
import { createStore } from './store';

const store = createStore('rules', parseRules);

export const { load: loadRules, watch: watchRules } = store;

/** For pages of the extension only: two tabs that wrote by themselves would undo each other. They send `changeRules`. */
export function storeChange(change: RuleChange): Promise<RuleBook> {
  return store.update((book) => changeRules(book, change));
}

/** A private window leaves no traces: its corrections hold until the page is left. */
export const mayStore = (): boolean => !browser.extension?.inIncognitoContext;
