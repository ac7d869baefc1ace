// In: nothing. Out: the fake browser answers getMessage from the English texts, as a browser would.
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import messages from '../public/_locales/en/messages.json';

interface Message {
  readonly message: string;
  readonly placeholders?: Record<string, { readonly content: string }>;
}

export function fakeEnglish(): void {
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(((key: string, substitutions: string[] = []) => {
    const entry = (messages as Record<string, Message>)[key];
    if (!entry) return '';
    return entry.message.replace(/\$(\w+)\$/g, (_, name: string) => {
      const content = entry.placeholders?.[name.toLowerCase()]?.content ?? '';
      return content.replace(/\$(\d)/g, (__, digit: string) => substitutions[Number(digit) - 1] ?? '');
    });
  }) as never);
}
