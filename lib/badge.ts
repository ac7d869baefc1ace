// In: a page's report. Out: the number of its prompts on the toolbar button of its tab.
import { browser } from 'wxt/browser';
import type { PageReport } from './page/report';

const COLOUR = '#3d6b5c';

export async function showBadge(tabId: number, { marked }: PageReport): Promise<void> {
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId, text: marked === 0 ? '' : String(marked) }),
      browser.action.setBadgeBackgroundColor({ tabId, color: COLOUR }),
      // Android has no coloured badges, and Chrome before 110 no coloured text.
      browser.action.setBadgeTextColor?.({ tabId, color: '#ffffff' }),
    ]);
  } catch {
    // The tab was closed meanwhile.
  }
}
