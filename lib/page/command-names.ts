// In: nothing. Out: what the reader can have done by a shortcut, as the manifest names it.

export const COMMANDS = ['toggle-hiding', 'toggle-inspector', 'peek', 'next-prompt', 'previous-prompt', 'undo'] as const;
export type Command = (typeof COMMANDS)[number];
