// An evaluation in, docs/evaluation.md out: the tables of docs/evaluation.json in words a reader can follow.

import { KINDS, LABELS } from '../../lib/engine/types';
import type { PrecisionRecall, Scores } from '../metrics';
import { EXTRACTORS, type Extractor } from './extractors';
import type { Evaluation, WorstPage } from './report';

const PUBLISHERS_SHOWN = 30;

const number = (value: number): string => value.toFixed(3);
const percent = (value: number, digits = 2): string => `${(value * 100).toFixed(digits)} %`;
const row = (...cells: (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly string[]): string => [row(...head), row(...head.map(() => '---')), ...rows].join('\n');
const prf = ({ precision, recall, f1, support }: PrecisionRecall): string[] => support === 0 ? ['-', '-', '-', '0'] : [number(precision), number(recall), number(f1), String(support)];

/** Figures that are shares of a small amount are easier read in percent. */
const readable = (figure: string, value: number): string => (/hidden|recognised|pages/.test(figure) ? percent(value) : number(value));

export function markdownOf(evaluation: Evaluation): string {
  const { corpus, scores, extractors, fixtures } = evaluation;
  return `${[
    '# Evaluation',
    `Written by \`npm run evaluate\`; all figures, also per publisher, are in [evaluation.json](evaluation.json).`,
    `The labelled corpus has ${corpus.pages} saved news pages of ${corpus.publishers} publishers (hash ${corpus.hash}). Its publishers are spread over ${evaluation.folds} folds; `
      + 'the pages of a fold are judged by a model trained on the other folds, on made pages grown from them, and on written pages, so that no model is tested on a publisher it has seen. '
      + 'From the trees\' probabilities on, everything runs through the stages of the extension. Not fitted anew for each fold: the steps of the calibration, '
      + 'fitted on scores of held-out publishers; cost and guard constants and the threshold of the gate were chosen while looking at such cross-validated figures, so the table is slightly kind. '
      + 'A *unit* is an element that directly holds text; a *prompt* is a run of units of one kind, found when half of its words got that label, right when half of its words are that kind.',
    '## Against the targets',
    targetTable(evaluation),
    '## The story, beside reader modes',
    'Article units on the same pages in the same run, in Chromium. A unit counts as article for an extractor when its element or its text is in what the extractor returns, or is the title it returns. '
      + 'Both were given the parsed page with its address. Marking by elements alone gives Defuddle 0.04 less.',
    table(['system', 'precision', 'recall', 'F1'], [
      ...(Object.keys(EXTRACTORS) as Extractor[]).map((name) => row(EXTRACTORS[name], ...prf(extractors[name]).slice(0, 3))),
      row('**Unpitch**', ...prf(scores.units.article).slice(0, 3)),
    ]),
    '## Per label, by unit',
    table(['label', 'precision', 'recall', 'F1', 'units'], LABELS.map((label) => row(label, ...prf(scores.units[label])))),
    '## Per kind, by prompt',
    table(['kind', 'precision', 'recall', 'F1', 'prompts'], KINDS.map((kind) => row(kind, ...prf(scores.prompts[kind])))),
    `Any article unit would be hidden on ${percent(scores.pagesWithArticleHidden, 1)} of the pages, more than 1 % of the article's words on ${percent(scores.pagesWithOverOnePercentHidden, 1)}.`
      + (evaluation.notRecognised.length > 0 ? ` Not recognised as articles, and so left as they are: ${evaluation.notRecognised.join(', ')}.` : ' Every page was recognised as an article.')
      + ` Without their story, as front and section pages are, ${evaluation.frontsTaken.length} of ${corpus.pages} were taken for articles by a gate that had not seen their publisher.`,
    '## Per language',
    scoresTable('language', evaluation.languages),
    `## Per publisher, the ${PUBLISHERS_SHOWN} with the lowest article F1`,
    scoresTable('publisher', Object.fromEntries(Object.entries(evaluation.publishers).sort(([, a], [, b]) => a.units.article.f1 - b.units.article.f1).slice(0, PUBLISHERS_SHOWN))),
    '## Does the confidence hold?',
    `Blocks by the confidence of their label. Mean distance between what is said and what is right: ${number(evaluation.calibration.error)}.`,
    table(['confidence', 'blocks', 'said', 'right'], evaluation.calibration.bins.map(({ from, to, blocks, said, right }) => row(`${from} to ${to}`, blocks, number(said), number(right)))),
    '## Worst pages first',
    'By the share of their words that got a wrong label; of each the longest wrong blocks, with what spoke for the label they were given (share of the log-odds). Numbers are the corpus\' units.',
    ...evaluation.worst.map(worstPage),
    '## The shipped model on our own fixtures',
    `The model in lib/engine/model.json on the pages of test/fixtures, which nothing is trained on (the rules by which appeals among paragraphs are believed, in decide.ts, were chosen while looking at them): ${fixtures.scores.pages} articles, ${fixtures.others} other pages, of which the gate took ${fixtures.othersTaken} for an article.`,
    fixtureTable(fixtures.scores),
  ].join('\n\n')}\n`;
}

const targetTable = ({ targets }: Evaluation): string => table(['figure', 'target', 'measured', ''], targets.map(({ figure, value, target, bound, reached }) =>
  row(figure, `at ${bound} ${readable(figure, target)}`, readable(figure, value), reached ? 'reached' : '**missed**')));

const found = ({ recall, support }: PrecisionRecall): string => (support === 0 ? '-' : `${Math.round(recall * support)}/${support}`);

const scoresTable = (key: string, groups: Readonly<Record<string, Scores>>): string =>
  table([key, 'pages', 'article F1', 'promo F1', 'newsletter found', 'fundraising found', 'article words hidden', 'clutter words hidden'], Object.entries(groups).map(([name, scores]) =>
    row(name, scores.pages, number(scores.units.article.f1), scores.units.promo.support > 0 ? number(scores.units.promo.f1) : '-', found(scores.prompts.newsletter), found(scores.prompts.fundraising),
      percent(scores.articleWordsHidden), percent(scores.clutterWordsHidden, 1))));

function worstPage({ id, language, wrong, blocks, recognised, mistakes }: WorstPage): string {
  const lines = mistakes.map(({ unit, tag, words, gold, predicted, confidence, reasons }) =>
    `  - unit ${unit} (${tag}, ${words} words): ${gold} taken for ${predicted}, confidence ${confidence.toFixed(2)}: ${reasons.map(({ feature, weight }) => `${feature} ${weight.toFixed(2)}`).join(', ')}`);
  return [`- **${id}** (${language || 'no language'}): ${percent(wrong, 0)} of the words, ${blocks} blocks${recognised ? '' : ', not recognised as an article'}`, ...lines].join('\n');
}

/** Also printed by `npm run evaluate -- --quick`. */
export function fixtureTable(scores: Scores): string {
  return table(['figure', 'value'], [
    ...KINDS.map((kind) => row(`${kind} prompts found`, found(scores.prompts[kind]))),
    ...KINDS.map((kind) => row(`${kind} prompts, precision`, number(scores.prompts[kind].precision))),
    row('article unit F1', number(scores.units.article.f1)),
    row('article words hidden', percent(scores.articleWordsHidden)),
    row('clutter words hidden', percent(scores.clutterWordsHidden, 1)),
    row('articles recognised', percent(scores.recognised, 1)),
  ]);
}
