// In: nothing. Out: the texts that name modes, and what becomes of a newsroom's appeals. Data.
import type { MessageKey } from '../../lib/i18n';
import type { Appeals, Mode } from '../../lib/settings';

export const MODE_NAMES = { off: 'modeOff', highlight: 'modeHighlight', hide: 'modeHide' } as const satisfies Record<Mode, MessageKey>;
export const APPEAL_NAMES = { supported: 'appealsSupported', ask: 'appealsAsk', weekly: 'appealsWeekly' } as const satisfies Record<Appeals, MessageKey>;
