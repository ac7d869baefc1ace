// In: a text from storage or from a file. Out: whether it is one of the plain selectors that memory and rules are made of. Pure.

const SELECTOR = /^[a-z][a-z0-9-]*([#.][\w-]+){0,2}( > [a-z][a-z0-9-]*([#.][\w-]+){0,2})?$/;

/** `tag#id`, `tag.class`, or that below a parent written the same way. */
export const isSelector = (text: string): boolean => text.length <= 300 && SELECTOR.test(text);
