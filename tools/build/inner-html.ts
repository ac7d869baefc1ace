// In: the modules of the bundle. Out: Preact without its one way of parsing text as markup, which we never use.
import type { Plugin } from 'vite';

const ASSIGNMENT = /\(\w+\.innerHTML=\w+\.__html\)/g;

/**
 * With it gone, the linter of addons.mozilla.org has nothing to warn of, and our pages can forbid markup from text (Trusted Types).
 * @throws Error when Preact is written otherwise than we know it
 */
export function withoutInnerHtml(): Plugin {
  return {
    name: 'unpitch:without-inner-html',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/preact\/dist\/preact(\.module)?\.m?js$/.test(id.split('?')[0]!.replaceAll('\\', '/'))) return null;
      if (code.match(ASSIGNMENT)?.length !== 1) throw new Error('Preact sets innerHTML in another way than before: see tools/build/inner-html.ts');
      return { code: code.replace(ASSIGNMENT, '(0)'), map: null };
    },
  };
}
