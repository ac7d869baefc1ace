// In: UNPITCH_SEED. Out: property tests that try the same cases at every run, so that a new failure is the work of a change; other seeds by the variable.
import fc from 'fast-check';

/** Any number will do; it is only to be the same. */
const SEED = 20_250_314;

fc.configureGlobal({ seed: Number(process.env.UNPITCH_SEED ?? SEED) });
