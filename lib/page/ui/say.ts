// In: nothing. Out: the form in which texts reach the page's own overlays, so that lib/page knows no extension API.
import type { MessageKey, PluralKey } from '../../i18n';

export type TextKey = MessageKey;

export interface Say {
  /** A text, its gaps `$1`, `$2`, … filled in. */
  (key: TextKey, ...gaps: readonly string[]): string;
  /** The form of a text for a number, which fills `$1`. */
  count(key: PluralKey, count: number, ...more: readonly string[]): string;
  /** BCP 47 tag of the language the texts are in. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}
