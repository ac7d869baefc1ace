// In: reports of pages. Out: statistics, the support shelf, the trust ramp and the drift alarm, each as far as the reader wants it.
import { askPage } from './messaging';
import type { PromptInfo } from './page/prompt-info';
import type { PageReport } from './page/report';
import { loadSettings, updateSettings, type Settings } from './settings';
import { shelfStore, withAppealsOf } from './shelf';
import { withDrift } from './sites';
import { counted, statisticsStore } from './statistics';
import { hasDrifted, promptShare, trustStore, withOutlined, withShare } from './trust';
import { noteSeen, type News } from './visits';

/** Takes a report in. Silent when the tab is gone or storage is full: the page is shown all the same. */
export async function tally(tabId: number, report: PageReport): Promise<void> {
  if (report.status !== 'article') return;
  try {
    const settings = await loadSettings();
    if (!isWanted(settings, report)) return;
    const { report: now, prompts } = await askPage(tabId, 'getPage', null);
    // The tab has gone on meanwhile: to put the next page's appeal on the shelf under this one's name would be a lie.
    if (now.visit !== report.visit) return;
    const news = await noteSeen(tabId, report.visit, prompts.filter(({ state }) => state !== 'shown').map(({ id }) => id));
    const fresh = prompts.filter(({ id }) => news.ids.has(id));
    if (report.mode === 'hide') await takeHidden(settings, report, fresh, news);
    else if (settings.ramp && (fresh.length > 0 || news.first)) {
      await trustStore.update((trust) => withOutlined(trust, Number(news.first), fresh.filter(({ sure }) => sure).length));
    }
    if (settings.driftAlarm && news.first) await watchDrift(report);
  } catch {
    // Nothing of this is worth an error.
  }
}

function isWanted(settings: Settings, { mode }: PageReport): boolean {
  return settings.driftAlarm || (mode === 'hide' ? settings.shelf || settings.statistics : settings.ramp);
}

async function takeHidden(settings: Settings, { site }: PageReport, fresh: readonly PromptInfo[], { first }: News): Promise<void> {
  const hidden = fresh.filter(({ state }) => state === 'hidden');
  if (settings.statistics && (hidden.length > 0 || first)) {
    await statisticsStore.update((statistics) => counted(statistics, hidden.map(({ kind }) => kind), Number(first), new Date()));
  }
  const appeals = hidden.filter(({ kind }) => kind === 'fundraising');
  if (settings.shelf && appeals.length > 0) await shelfStore.update((shelf) => withAppealsOf(shelf, site, appeals, Date.now()));
}

async function watchDrift({ site, words, mode }: PageReport): Promise<void> {
  const share = promptShare(words);
  let drifted = false;
  await trustStore.update((trust) => {
    drifted = mode === 'hide' && hasDrifted(trust.mixes[site], share);
    return drifted ? trust : withShare(trust, site, share);
  });
  if (drifted) await updateSettings((settings) => withDrift(settings, site));
}
