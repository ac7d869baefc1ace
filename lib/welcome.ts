// In: word that the extension was installed or updated. Out: the welcome page, once; nothing on an update.
import { createStore } from './store';
import { openPage } from './tab';

const greeted = createStore('greeted', (stored) => stored === true);

export async function welcome(reason: string): Promise<void> {
  if (reason !== 'install' || (await greeted.load())) return;
  // Noted first: rather no welcome than one at every start.
  await greeted.update(() => true);
  await openPage('welcome.html');
}
