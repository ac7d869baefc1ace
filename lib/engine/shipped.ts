// Feature rows in, label probabilities out, by the model in model.json. Apart from score.ts, so that a model can be trained for features which the one at hand does not know.

import type { Context } from './features/context';
import * as model from './model.baked';
import { scorer, type Scorer, type Scores } from './score';

let shipped: Scorer | undefined;

export function* score(context: Context, features: Float32Array): Generator<undefined, Scores> {
  shipped ??= scorer(model);
  yield;
  return yield* shipped(context, features);
}
