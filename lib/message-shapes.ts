// In: whatever came as a message. Out: whether it has the shape that its type asks for. What comes from a page's process is not taken on trust.
import * as v from 'valibot';
import { KINDS, LABELS, recordOf } from './engine/types';
import type { FromPage, ToPage } from './messaging';
import { isSignature, MAX_SIGNATURES, type Signature } from './page/signature';
import { MAX_LINK, MAX_LISTED, MAX_TITLE, PROMPT_STATES, type PromptInfo } from './page/prompt-info';
import { PAGE_STATUSES, type PageReport } from './page/report';
import { isRule, MAX_RULES_PER_SITE, type Rule, type RuleChange } from './page/rules/rule';
import { MODES } from './settings';
import type { Learned } from './site-memory';

const count = v.pipe(v.number(), v.finite(), v.minValue(0));
const site = v.pipe(v.string(), v.maxLength(253));
const id = v.pipe(v.string(), v.maxLength(64));
const ids = v.pipe(v.array(id), v.maxLength(MAX_RULES_PER_SITE));

const report: v.GenericSchema<unknown, PageReport> = v.object({
  status: v.picklist(PAGE_STATUSES),
  visit: count,
  site,
  mode: v.picklist(MODES),
  found: v.object(recordOf(KINDS, () => v.object({ sure: count, unsure: count }))),
  words: v.object(recordOf(LABELS, () => count)),
  marked: count,
  insisted: count,
});

const prompt = v.object({
  id: count,
  kind: v.picklist(KINDS),
  title: v.pipe(v.string(), v.maxLength(MAX_TITLE)),
  words: count,
  state: v.picklist(PROMPT_STATES),
  sure: v.boolean(),
  link: v.pipe(v.string(), v.maxLength(MAX_LINK), v.regex(/^(https?:.*)?$/)),
});
const prompts: v.GenericSchema<unknown, readonly PromptInfo[]> = v.pipe(v.array(prompt), v.maxLength(MAX_LISTED));

const label = v.picklist(LABELS);
const change: v.GenericSchema<unknown, RuleChange> = v.variant('type', [
  v.object({ type: v.literal('add'), site, rules: v.pipe(v.array(v.custom<Rule>(isRule)), v.maxLength(MAX_RULES_PER_SITE)) }),
  v.object({ type: v.literal('remove'), site, ids }),
  v.object({ type: v.literal('relabel'), site, id, label }),
  v.object({ type: v.literal('revive'), site, id }),
  v.object({ type: v.literal('seen'), site, met: ids, missed: ids, unsafe: ids }),
]);

const learned: v.GenericSchema<unknown, Learned> = v.object({ site, signatures: v.pipe(v.array(v.custom<Signature>(isSignature)), v.maxLength(MAX_SIGNATURES)) });

type Requests = { readonly [T in keyof FromPage]: v.GenericSchema<unknown, FromPage[T]['request']> };
type Responses = { readonly [T in keyof ToPage]: v.GenericSchema<unknown, ToPage[T]['response']> };

/** What a content script may say. */
export const REQUESTS: Requests = { reportChanged: report, changeRules: change, remember: learned };
/** What a content script may answer. */
export const RESPONSES: Responses = {
  getPage: v.object({ report, prompts }), revealPrompt: v.null(), insistArticle: v.null(), toggleInspector: v.null(), command: v.boolean(), correctHere: v.null(),
};
