// In: a tab. Out: what a function gives when it runs inside that tab's page; and the popup's controls by name.
import type { PageReport } from '../../lib/page/report';
import type { Tab } from './types';
import { until } from './wait';

/** Runs a function in the page. It must not use anything from outside itself but its arguments, which travel as JSON. */
export async function evaluate<Args extends unknown[], Result>(
  tab: Tab,
  work: (...args: Args) => Result,
  ...args: Args
): Promise<Awaited<Result>> {
  return (await tab.run(`(${String(work)})(...${JSON.stringify(args)})`)) as Awaited<Result>;
}

/** Clicks the control of an open popup that has this name, as soon as it is there. */
export async function choose(popup: Tab, name: string): Promise<void> {
  await until(`the popup offers ${name}`, () =>
    evaluate(
      popup,
      (wanted) => {
        const label = Array.from(document.querySelectorAll('label')).find(({ textContent }) => textContent.trim() === wanted);
        label?.querySelector('input')?.click();
        return label !== undefined;
      },
      name,
    ),
  );
}

interface Api {
  tabs: { sendMessage(tabId: number, message: object, options: object): Promise<{ report: PageReport }> };
}

/** What the page that an open popup speaks of has to report, asked as the popup itself asks. */
export function askReport(popup: Tab): Promise<PageReport> {
  return evaluate(popup, async () => {
    const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Api>;
    const tab = Number(new URLSearchParams(location.search).get('tab'));
    const { report } = await (browser ?? chrome).tabs.sendMessage(tab, { unpitch: 'getPage', request: null }, { frameId: 0 });
    return report;
  });
}
