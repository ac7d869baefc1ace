// Plain records the stages hand on: what segment() read from the document, and nothing of the document itself.

/** Where a link or frame leads, as far as its address tells. */
export interface LinkRecord {
  /** Lower-case host without `www.`; '' within the site, '#' for fragments and scripts, 'mailto:' and 'tel:' for those schemes. */
  readonly host: string;
  /** Path and query, lower case, at most 200 characters. */
  readonly path: string;
}

/** Bits of `BlockRecord.fields`: the controls a block holds. */
export const FIELD = {
  email: 1, text: 2, checkbox: 4, radio: 8, submit: 16, search: 32, password: 64, textarea: 128, select: 256, frame: 512, button: 1024,
} as const;

/** An element on the way from the root to a block; inline elements are part of their block instead. */
export interface NodeRecord {
  /** Index of the parent node, -1 for the root; always smaller than the own index. */
  readonly parent: number;
  readonly tag: string;
  readonly depth: number;
  /** class, id, role, itemprop and, for forms, name and action, separated by blanks. */
  readonly names: string;
  /** Blocks below this node are `first` (inclusive) to `end` (exclusive). */
  readonly first: number;
  end: number;
  /** Hidden by attribute or inline style, here or above. */
  readonly hidden: boolean;
  /** Images directly in this node, inline elements included. */
  images: number;
  /** Child nodes, and the position among its parent's. */
  children: number;
  readonly position: number;
}

export interface BlockRecord {
  readonly node: number;
  /** Visible text, white space folded. */
  text: string;
  /** Words that are no text: placeholders, labels for screen readers, names of fields, values of buttons. */
  hints: string;
  /** class and role names of the inline elements inside. */
  inlineNames: string;
  readonly links: LinkRecord[];
  linkChars: number;
  boldChars: number;
  /** Bits of FIELD. */
  fields: number;
  breaks: number;
}

/** What head, meta tags and JSON-LD say about the page; '' where they are silent. */
export interface PageFacts {
  readonly url: string;
  /** Registrable domains that count as this site. */
  readonly sites: readonly string[];
  readonly declaredLanguage: string;
  readonly title: string;
  readonly description: string;
  readonly headline: string;
  readonly author: string;
  readonly articleBody: string;
  /** Types named by og:type and JSON-LD, lower case, with duplicates. */
  readonly types: readonly string[];
  /** What the site calls itself, and the first label of its host name. */
  readonly siteNames: readonly string[];
}

export interface PageRecord {
  readonly facts: PageFacts;
  readonly nodes: readonly NodeRecord[];
  readonly blocks: readonly BlockRecord[];
}
