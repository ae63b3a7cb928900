import * as z from 'zod';
import { documentForm, type Told } from './document.ts';
import { count, currencyCode, day, keys, list, money, orNull, prose, sha256 } from './words.ts';

// What batch and publish make of several runs.

export const batchForm = documentForm(
  'quarterday/batch/1',
  'batch.json, and what batch prints: what became of each run.',
  {
    job: prose.describe('The name of the file.'),
    exit: count.describe('The worst of them.'),
    counts: keys({ runs: count, made: count, made_before: count, rehearsed: count, failed: count }),
    runs: list(
      keys({
        scheme: prose,
        period: prose,
        as_at: day,
        state: z.enum(['made', 'made-before', 'rehearsed', 'failed']),
        exit: count,
        warnings: count,
        run_id: orNull(sha256),
        folder: orNull(prose, 'Seen from the folder of the job.'),
        currency: currencyCode.optional(),
        net: orNull(money),
      }),
      'In the order of the job.',
    ),
  },
);
export type BatchDocument = Told<typeof batchForm>;

export const publishedForm = documentForm('quarterday/published/1', 'The documents that publish made.', {
  folder: prose,
  runs: list(keys({ run_id: sha256, scheme: prose, period: prose })),
  files: list(keys({ file: prose, sha256, bytes: count })),
});
export type PublishedDocument = Told<typeof publishedForm>;
