import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { SitePanel } from '../../components/popup/SitePanel';
import type { PopupActions } from '../../components/popup/Popup';
import { keepFocus } from '../../components/shared/keep-focus';
import { DEFAULT_SETTINGS, type SiteSettings } from '../../lib/settings';
import { fakeEnglish } from '../i18n-fake';

beforeEach(() => {
  fakeEnglish();
  render(null, document.body);
});

it('leaves a control that can be used no more, as one that is gone', () => {
  document.body.innerHTML = '<p class="found" tabindex="-1"></p><button>On this site</button>';
  const held = document.querySelector('button')!;
  held.focus();
  keepFocus(document, ['.found'], () => undefined);
  expect(document.activeElement).toBe(held);
  keepFocus(document, ['.found'], () => { held.disabled = true; });
  expect(document.activeElement!.className).toBe('found');
});

it('what is special of a site does not close around the reader who takes it back', () => {
  const details = (own: SiteSettings, site = 'news.example') => {
    void act(() => { render(<SitePanel site={site} settings={{ ...DEFAULT_SETTINGS, sites: { [site]: own } }} actions={{ setSite: vi.fn() } as unknown as PopupActions} />, document.body); });
    return document.querySelector('details')!;
  };
  expect(details({}).open).toBe(false);
  expect(details({ appeals: 'weekly' }).open).toBe(true);
  expect(details({}).open).toBe(true);
  expect(details({}, 'other.example').open).toBe(false);
});
