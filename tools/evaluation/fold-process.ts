// Runs in a process of its own: the number of a fold in, the outcomes of its pages out, judged by a model trained on all other publishers.

import { readExamples } from '../examples';
import { assign, type Example } from '../learn';
import { scorerOf } from '../scorer';
import { FOLDS, type FoldMessage, type FoldTask } from './folds';
import { judge } from './judge';
import { stagesOf } from './kept';

/** Not the seed that learn() splits by: the folds must not follow its own parts. */
const SEED = 41;

const { corpus, made } = await readExamples();

process.on('message', (task: FoldTask) => void judgeFold(task));
tell('ready');

async function judgeFold({ fold, every }: FoldTask): Promise<void> {
  const tested = corpus.filter((_, index) => index % every === 0);
  const foldOf = assign([...new Set(tested.map(({ source }) => source.publisher))].sort(), FOLDS, SEED);
  const trained = [...tested, ...made.filter((_, index) => index % every === 0)];
  const unseen = ({ source: { publisher, host = publisher } }: Example): boolean => foldOf.get(publisher) !== fold && foldOf.get(host) !== fold;
  const stages = await stagesOf(trained.filter(unseen));
  const score = scorerOf(stages);
  tell(tested.filter(({ source }) => foldOf.get(source.publisher) === fold).map((example) => judge(example, score(example))));
}

function tell(message: FoldMessage): void {
  process.send!(message);
}
