import * as z from 'zod';
import { encodings } from '../../data/files/encoding.ts';
import { block, someOf } from '../../json/block.ts';
import { calendarDay, text } from '../../json/words.ts';

const path = (says: string) => text.describe(`${says} A path is seen from the folder of this file.`);

/** What each run of a job may say for itself, or leave to what holds for all. */
const choices = {
  scheme: path('The id of a scheme that comes with the program, or the path of a scheme file.').optional(),
  period: text.describe('The payment period, by its id in the scheme.').optional(),
  as_at: calendarDay.describe('The day as at which to look: rows dated later take no part.').optional(),
  data: path('The data folder.').optional(),
  ledger: path('The ledger of what was posted before: it counts as paid.').optional(),
  out: path('Where to make the run folder; without it the run is a rehearsal.').optional(),
  encoding: z.enum(encodings).describe('How the files of the data folder are encoded.').optional(),
};

/** A job: a list of runs, and what holds for each of them that does not say otherwise. */
export const job = block({
  $schema: z.string().describe('The JSON Schema of this file, for an editor.').optional(),
  defaults: block(choices, 'What holds for each run that does not say otherwise.').default({}),
  runs: someOf(block(choices, 'One run.'), 'at least one run').describe(
    'The runs, in the order in which they are told of.',
  ),
});

export type WrittenJob = z.infer<typeof job>;

/** The grammar of a job as a JSON Schema, for an editor. */
export function jobJsonSchema(): unknown {
  return z.toJSONSchema(job, { io: 'input' });
}
