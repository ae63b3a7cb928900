import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { PublishedRowsNotUsed, PublishedWarnings } from '../../publish/publication.ts';

const text = z
  .string()
  .nullish()
  .transform((given) => given ?? null);

const summaryGrammar = z.object({
  inputs: z.array(
    z.object({ file: z.string(), not_used: z.array(z.object({ reason: z.string(), rows: z.number() })) }),
  ),
  warnings: z.array(
    z.object({
      code: z.string(),
      count: z.number(),
      findings: z.array(
        z.object({
          message: z.string(),
          file: text,
          line: z
            .number()
            .nullish()
            .transform((line) => line ?? null),
          value: text,
          hint: text,
        }),
      ),
    }),
  ),
});

/** What only summary.json says of a run: its warnings, and the rows that took no part. Null where it is not as this program writes it. */
export interface RecordedSummary {
  readonly warnings: readonly PublishedWarnings[];
  readonly rowsNotUsed: readonly PublishedRowsNotUsed[];
}

export function readRecordedSummary(folder: string): RecordedSummary | null {
  const parsed = summaryGrammar.safeParse(JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8')));
  if (!parsed.success) return null;
  const { inputs, warnings } = parsed.data;
  const rowsNotUsed = inputs.flatMap(({ file, not_used }) =>
    not_used.map(({ reason, rows }) => ({ file, reason, rows })),
  );
  return { warnings, rowsNotUsed };
}
