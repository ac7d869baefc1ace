// In: the corpus, where it is present, read by real Chromium. Out: proof that the shipped model is no worse on it than recorded.
import { describe, expect, inject, it } from 'vitest';
import { corpusPresent } from '../../tools/corpus';
import { recordOf, regressions, type RecordFile } from '../../tools/evaluation/recorded';
import { shippedOnCorpus } from '../../tools/evaluation/shipped';
import recorded from '../engine/recorded.json';

const record: RecordFile = recorded;

describe.skipIf(!corpusPresent() || !inject('browsers').includes('chromium'))('the shipped model on saved news pages (needs the corpus)', () => {
  it(
    'is no worse than recorded',
    async () => {
      expect(record.corpus).not.toBeNull();
      expect(regressions(recordOf(await shippedOnCorpus()), record.corpus!)).toEqual([]);
    },
    5 * 60_000,
  );
});
