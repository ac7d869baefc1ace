// Head elements in, page facts out: title, canonical address, Open Graph, JSON-LD. Fed by the walk of segment.ts.

import { attribute, rootOf, urlOf } from './dom';
import { readLink, registrableDomain } from './links';
import type { PageFacts } from './records';

const JSON_LIMIT = 400_000;
/** Shorter names are in too many words, longer ones are no names. */
const LEAST_NAME = 2;
const LONGEST_NAME = 60;

export class FactsReader {
  private title = '';
  private readonly meta = new Map<string, string>();
  private readonly hosts: string[] = [];
  private readonly types: string[] = [];
  private headline = '';
  private author = '';
  private articleBody = '';
  private publisher = '';

  constructor(private readonly url: string, private readonly declaredLanguage: string) {
    this.addHost(url);
  }

  /** Takes note of a `title`, `meta`, `link` or `script` element. */
  read(element: Element, tag: string): void {
    if (tag === 'meta') this.readMeta(element);
    else if (tag === 'link') {
      if (attribute(element, 'rel') === 'canonical') this.addHost(attribute(element, 'href'));
    } else if (tag === 'title') this.title ||= (element.textContent ?? '').trim();
    else if (tag === 'script' && attribute(element, 'type')?.includes('ld+json')) this.readJson(element.textContent ?? '');
  }

  facts(): PageFacts {
    return {
      url: this.url,
      sites: [...new Set(this.hosts)],
      declaredLanguage: this.declaredLanguage || this.meta.get('og:locale') || this.meta.get('content-language') || '',
      title: this.meta.get('og:title') || this.title,
      description: this.meta.get('og:description') || this.meta.get('description') || '',
      headline: this.headline || this.meta.get('og:title') || '',
      author: this.author || this.meta.get('author') || this.meta.get('article:author') || '',
      articleBody: this.articleBody,
      types: this.types,
      siteNames: this.siteNames(),
    };
  }

  /** What the site calls itself, by any of the ways in which sites say so. */
  private siteNames(): string[] {
    const tail = /[|–—·•»:-]\s+([^|–—·•»]{3,40})$/.exec(this.title)?.[1] ?? '';
    const label = this.hosts[0]?.split('.')[0] ?? '';
    const names = [this.meta.get('og:site_name'), this.publisher, this.meta.get('application-name'), this.meta.get('apple-mobile-web-app-title'), tail, label.replaceAll('-', ' ')];
    return [...new Set(names.map((name) => (name ?? '').trim()).filter((name) => name.length >= LEAST_NAME && name.length <= LONGEST_NAME))];
  }

  private readMeta(element: Element): void {
    const name = (attribute(element, 'property') ?? attribute(element, 'name') ?? attribute(element, 'http-equiv') ?? '').toLowerCase();
    const content = attribute(element, 'content');
    if (name === '' || !content) return;
    if (!this.meta.has(name)) this.meta.set(name, content.slice(0, 2000));
    if (name === 'og:url') this.addHost(content);
    if (name === 'og:type') this.types.push(content.toLowerCase());
  }

  private addHost(address: string | null): void {
    const { host } = readLink(address);
    if (host.includes('.')) this.hosts.push(registrableDomain(host));
  }

  private readJson(text: string): void {
    if (text.length > JSON_LIMIT) return;
    try {
      this.readNode(JSON.parse(text), 0);
    } catch {
      // Broken JSON-LD is common and tells nothing.
    }
  }

  private readNode(value: unknown, depth: number): void {
    if (depth > 4 || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value.slice(0, 50)) this.readNode(item, depth + 1);
      return;
    }
    const node = value as Record<string, unknown>;
    const types = [node['@type']].flat().filter((type): type is string => typeof type === 'string').map((type) => type.toLowerCase());
    this.types.push(...types);
    if (types.some((type) => /article|posting|report|recipe|review/.test(type))) {
      this.headline ||= textOf(node.headline);
      this.articleBody ||= textOf(node.articleBody);
      this.author ||= [node.author].flat().map((author) => textOf((author as { name?: unknown } | null)?.name ?? author)).join(' ');
    }
    this.publisher ||= textOf((node.publisher as { name?: unknown } | null | undefined)?.name);
    this.readNode(node['@graph'], depth + 1);
    this.readNode(node.mainEntity, depth + 1);
  }
}

/** What a page's head says of the name it is published under. */
export function siteNamesOf(document: Document): readonly string[] {
  const reader = new FactsReader(urlOf(document), '');
  // Not document.head: a page may have an image of that name.
  for (const part of rootOf(document)?.children ?? []) for (const element of part.localName === 'head' ? part.children : []) reader.read(element, element.localName);
  return reader.facts().siteNames;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
