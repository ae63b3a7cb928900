import * as z from 'zod';
import type { Told } from './document.ts';
import { documentForm } from './document.ts';
import { count, day, keys, orNull, prose } from './words.ts';

const code = z
  .string()
  .regex(/^[a-z0-9-]+$/)
  .describe('The code of the finding; quarterday help CODE explains it. A version may add codes.');

/** What a finding says beside its code, where it stands known. */
const place = {
  message: prose.describe('What is wrong and what was expected, in one sentence.'),
  file: prose.describe('The file in which it stands.').optional(),
  line: z.int().min(1).describe('From 1.').optional(),
  column: z.int().min(1).describe('From 1.').optional(),
  field: prose.describe('The column, key or option.').optional(),
  value: prose.describe('What stood there, as it stood.').optional(),
  hint: prose.describe('One concrete fix.'),
};

/** A finding within another document: what is not known is left out. */
const foundIn = keys(place);

export const findingForm = documentForm(
  'quarterday/finding/1',
  'One line on stderr: something wrong with what came in.',
  {
    code,
    severity: z
      .enum(['error', 'warning'])
      .describe('An error stops what was asked for; a warning does not, but for --strict.'),
    message: place.message,
    file: orNull(prose, 'The file in which it stands; null where it stands in none, and so on.'),
    line: orNull(count, 'From 1.'),
    column: orNull(count, 'From 1.'),
    field: orNull(prose, 'The column, key or option.'),
    value: orNull(prose, 'What stood there, as it stood.'),
    hint: place.hint,
    sheet: prose.describe('The sheet, where the file is a workbook.').optional(),
    source: prose.describe('The cell or line of an imported file from which the row came.').optional(),
    run: keys({ scheme: prose, period: prose, as_at: day }, 'Of a batch: the run that told it.').optional(),
  },
);
export type FindingDocument = Told<typeof findingForm>;

/** All warnings of one code. */
export const warningGroup = keys({
  code,
  count: count.describe('How many there are; the findings may be the first of many.'),
  findings: z.array(foundIn),
});
