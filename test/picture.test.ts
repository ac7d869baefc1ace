import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { takePicture } from '../lib/picture';

describe('a picture', () => {
  const capture = vi.fn(() => Promise.resolve('data:image/png;base64,AA=='));
  const tab = (active: boolean) => {
    Object.assign(fakeBrowser.tabs, { captureVisibleTab: capture });
    vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue({ active, windowId: 5 } as never);
  };

  it('is taken of the tab in front alone', async () => {
    tab(true);
    expect(await takePicture(1)).toBe('data:image/png;base64,AA==');
    expect(capture).toHaveBeenLastCalledWith(5, { format: 'png' });
    tab(false);
    expect(await takePicture(1)).toBeNull();
  });

  it('is none where the browser refuses', async () => {
    tab(true);
    capture.mockRejectedValueOnce(new Error('Either the <all_urls> or activeTab permission is required.'));
    expect(await takePicture(1)).toBeNull();
  });
});
