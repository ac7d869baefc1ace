// Runs in a process of its own: the number of a fold in, the outcomes of its pages out, judged by a model trained on all other publishers.

import { readExamples } from '../examples';
import { ARTICLE_FROM, gateBy } from '../../lib/engine/gate';
import { GATE_MEASURES } from '../../lib/engine/gate-measures';
import type { Scores } from '../../lib/engine/score';
import { shorten } from '../../lib/engine/shorten';
import type { Sample } from '../dataset';
import { assign, type Example } from '../learn';
import { scorerOf } from '../scorer';
import { FOLDS, type FoldMessage, type FoldTask } from './folds';
import { judge, type Outcome } from './judge';
import { modelOf } from './kept';

/** Not the seed that learn() splits by: the folds must not follow its own parts. */
const SEED = 41;

const examples = await readExamples();

process.on('message', (task: FoldTask) => void judgeFold(task));
tell('ready');

async function judgeFold({ fold, every }: FoldTask): Promise<void> {
  const some = <T>(pages: readonly T[]): T[] => pages.filter((_, index) => index % every === 0);
  const tested = some(examples.corpus);
  const fronts = some(examples.fronts);
  const foldOf = assign([...new Set(tested.map(({ source }) => source.publisher))].sort(), FOLDS, SEED);
  const unseen = ({ source: { publisher, host = publisher } }: Sample): boolean => foldOf.get(publisher) !== fold && foldOf.get(host) !== fold;
  const made = new Set(some(examples.made).filter(unseen));
  const among = (pages: readonly Example[]): Example[] => pages.filter((page) => made.has(page));
  const model = await modelOf({ corpus: tested.filter(unseen), made: [...made], whole: among(examples.whole), generated: among(examples.generated), fronts: fronts.filter(unseen), plain: some(examples.plain).filter(unseen), others: examples.others });
  const score = scorerOf(model);
  const gate = gateBy(shorten(model.gate, GATE_MEASURES));
  const taken = (page: Sample, { probabilities }: Scores): boolean => gate(page.context, probabilities) >= ARTICLE_FROM;
  tell(tested.flatMap((page, index): Outcome[] => {
    if (unseen(page)) return [];
    const scores = score(page);
    return [judge(page, scores, taken(page, scores), taken(fronts[index]!, score(fronts[index]!)))];
  }));
}

function tell(message: FoldMessage): void {
  process.send!(message);
}
