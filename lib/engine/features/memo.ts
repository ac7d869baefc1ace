// What is worked out once for a page in, a function that hands it to every block of the page out.

import type { Context } from './context';

export function perPage<T extends object>(make: (context: Context) => T): (context: Context) => T {
  const known = new WeakMap<Context, T>();
  return (context) => {
    let value = known.get(context);
    if (value === undefined) known.set(context, value = make(context));
    return value;
  };
}
