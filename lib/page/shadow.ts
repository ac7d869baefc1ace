// In: open shadow roots. Out: the looks of the marks in them, where the manifest's style sheet does not reach.
import { KINDS, type Kind } from '../engine/types';
import { create } from './dom';
import { MARK } from './mark';

export interface ShadowStyles {
  reach(root: ShadowRoot): void;
  remove(): void;
}

const COLOURS: Readonly<Record<Kind, string>> = { fundraising: '#b4501e', newsletter: '#1668b8', promo: '#75489e' };

const RULES = [
  `[${MARK}="hidden"] { display: none !important; }`,
  ...KINDS.map((kind) => `[${MARK}^="${kind}"] { outline: 3px solid ${COLOURS[kind]} !important; outline-offset: -3px !important; }`),
  `[${MARK}$=" unsure"] { outline-style: dashed !important; }`,
].join('\n');

export function createShadowStyles(document: Document): ShadowStyles {
  const undo = new Map<ShadowRoot, () => void>();
  let sheet: CSSStyleSheet | undefined;

  function adopt(root: ShadowRoot): () => void {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(RULES);
    }
    const ours = sheet;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ours];
    return () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== ours);
    };
  }

  /** Firefox keeps adopted sheets from content scripts. */
  function insert(root: ShadowRoot): () => void {
    const style = create(document, 'style');
    style.textContent = RULES;
    root.append(style);
    return () => {
      style.remove();
    };
  }

  return {
    reach(root) {
      if (undo.has(root)) return;
      try {
        undo.set(root, adopt(root));
      } catch {
        undo.set(root, insert(root));
      }
    },
    remove() {
      for (const restore of undo.values()) restore();
      undo.clear();
    },
  };
}
