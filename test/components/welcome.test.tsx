import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Welcome } from '../../components/welcome/Welcome';
import { welcome } from '../../lib/welcome';
import { fakeEnglish } from '../i18n-fake';

beforeEach(() => {
  fakeBrowser.reset();
  fakeEnglish();
});

describe('the welcome page', () => {
  it('offers three choices and hands the chosen one on', () => {
    const onChoose = vi.fn();
    void act(() => {
      render(<Welcome chosen="hide" inFirefox={false} unsaved={false} onChoose={onChoose} />, document.body);
    });
    const radios = Array.from(document.querySelectorAll<HTMLInputElement>('input[type=radio]'));
    expect(radios.map(({ value, checked }) => [value, checked])).toEqual([['hide', true], ['highlight', false], ['later', false]]);
    radios[1]!.click();
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('highlight');
    expect(document.body.textContent).toContain('then the pin beside Unpitch');
    expect(document.querySelector('iframe')!.getAttribute('src')).toBe('/sample.html');
  });

  it('opens once, on the first install, and never on an update', async () => {
    const create = vi.spyOn(fakeBrowser.tabs, 'create');
    vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation(((path: string) => `ext:${path}`));
    await welcome('update');
    expect(create).not.toHaveBeenCalled();
    await welcome('install');
    await welcome('install');
    expect(create).toHaveBeenCalledExactlyOnceWith({ url: 'ext:/welcome.html' });
  });
});
