// In: HTML as a page would have it. Out: its document and its plain records, for the tests of single stages.
import { buildContext, type Context } from '../../lib/engine/features/context';
import type { PageRecord } from '../../lib/engine/records';
import { segment, type Segmented } from '../../lib/engine/segment';

export const URL = 'https://www.paper.example/2025/03/a-story-of-that-day-48213';

export const parse = (html: string, type: DOMParserSupportedType = 'text/html'): Document => new DOMParser().parseFromString(html, type);
export const cut = (html: string): Segmented => segment(parse(html), URL);
export const texts = ({ blocks }: PageRecord): string[] => blocks.map(({ text }) => text);
export const contextOf = (html: string): Context => buildContext(cut(html).page);
