// In: settings in which a site may ask once a week. Out: settings that say whether it may on this page; notes when it did.
import { inOrder } from './in-order';
import type { PageReport } from './page/report';
import { asRecord } from './salvage';
import { loadSettings, watchSettings, type Settings } from './settings';
import { lineage, siteSettings, withAppeals } from './sites';
import { createStore } from './store';

const WEEK_MS = 7 * 24 * 3600 * 1000;
const MAX_SITES = 300;

/** When each site asked last, in ms since 1970. */
const askedStore = createStore<Readonly<Record<string, number>>>('asked', (stored) => {
  const valid = Object.entries(asRecord(stored)).filter((one): one is [string, number] => typeof one[1] === 'number');
  return Object.fromEntries(valid.sort(([, a], [, b]) => b - a).slice(0, MAX_SITES));
});

export interface Appeals {
  readonly loadSettings: () => Promise<Settings>;
  readonly watchSettings: (callback: (settings: Settings) => void) => () => void;
  /** Takes in what was found: an appeal that shows is this week's. */
  saw(report: PageReport): void;
}

/** Decides once for a page, so that its appeal does not vanish under the reader's eyes. */
export function createAppeals(site: string, now: () => number = Date.now): Appeals {
  // Subdomains are the same publication.
  const publication = lineage(site).at(-1) ?? site;
  let weekly = false;
  let due: Promise<boolean> | undefined;
  let noted = false;

  async function isDue(): Promise<boolean> {
    const last = (await askedStore.load())[publication] ?? 0;
    // A clock that was wrong once must not silence a publication for years.
    return Math.abs(now() - last) >= WEEK_MS;
  }

  async function resolve(settings: Settings): Promise<Settings> {
    weekly = siteSettings(settings, site).appeals === 'weekly';
    if (!weekly) return settings;
    due ??= isDue();
    // Not due: hidden like those of any other site.
    return (await due) ? withAppeals(settings, site, 'ask') : settings;
  }

  async function noteIfDue(): Promise<void> {
    if (await due) await askedStore.update((asked) => ({ ...asked, [publication]: now() }));
  }

  return {
    loadSettings: async () => resolve(await loadSettings()),
    watchSettings(callback) {
      const order = inOrder(callback);
      return watchSettings((settings) => void order.when(resolve(settings)));
    },
    saw({ status, mode, found }) {
      if (!weekly || noted || mode === 'off' || status !== 'article' || found.fundraising.sure === 0) return;
      noted = true;
      // When it cannot be noted, the publication asks once more.
      void noteIfDue().catch(() => undefined);
    },
  };
}
