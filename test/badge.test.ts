import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { showBadge } from '../lib/badge';
import type { PageReport } from '../lib/page/report';

const report = (marked: number) => ({ marked }) as PageReport;

function fakeAction() {
  vi.spyOn(fakeBrowser.action, 'setBadgeBackgroundColor').mockResolvedValue(undefined);
  vi.spyOn(fakeBrowser.action, 'setBadgeTextColor').mockResolvedValue(undefined);
  return vi.spyOn(fakeBrowser.action, 'setBadgeText').mockResolvedValue(undefined);
}

describe('badge', () => {
  it('shows the number of prompts on the tab they are on', async () => {
    const setText = fakeAction();
    await showBadge(4, report(3));
    expect(setText).toHaveBeenCalledExactlyOnceWith({ tabId: 4, text: '3' });
  });

  it('is empty for none', async () => {
    const setText = fakeAction();
    await showBadge(4, report(0));
    expect(setText).toHaveBeenCalledExactlyOnceWith({ tabId: 4, text: '' });
  });

  it('does not mind a tab that has gone', async () => {
    fakeAction().mockRejectedValue(new Error('No tab with id: 4.'));
    await expect(showBadge(4, report(1))).resolves.toBeUndefined();
  });
});
