import * as z from 'zod';
import { documentOf, type Told } from './document.ts';
import { count, day, keys, list, money, orNull, sha256, text } from './words.ts';

// What batch and publish make of several runs.

export const batchForm = documentOf(
  'quarterday/batch/1',
  'batch.json, and what batch prints: what became of each run.',
  {
    exit: count.describe('The worst of them.'),
    runs: list(
      keys({
        scheme: text,
        period: text,
        as_at: day,
        state: z.enum(['made', 'made-before', 'rehearsed', 'failed']),
        exit: count,
        warnings: count,
        run_id: orNull(sha256),
        folder: orNull(text, 'Seen from the folder of the job.'),
        net: orNull(money),
      }),
      'In the order of the job.',
    ),
  },
);
export type BatchDocument = Told<typeof batchForm>;

export const publishedForm = documentOf('quarterday/published/1', 'The documents that publish made.', {
  folder: text,
  runs: list(keys({ run_id: sha256, scheme: text, period: text })),
  files: list(keys({ file: text, sha256, bytes: count })),
});
export type PublishedDocument = Told<typeof publishedForm>;
