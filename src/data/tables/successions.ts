import type { Succession } from '../../domain/facts.ts';
import { CellMistake } from '../cells/cell-mistake.ts';
import { date } from '../cells/dates.ts';
import { practiceAmong } from '../cells/practice-code.ts';
import { anyWords } from '../cells/text.ts';
import { rememberLines } from '../cells/twice.ts';
import { readTable, type TableEnd, type TableSource } from '../csv/table.ts';
import { successionsTable } from './tables.ts';

/** Reads successions.csv: which code stands for which from a day on. An old code stands once, and no chain leads back to itself. */
export function readSuccessions(
  source: TableSource,
  known: ReadonlySet<string> | null,
  successions: Succession[],
): Promise<TableEnd> {
  const firstLine = rememberLines();
  const next = new Map<string, string>();
  const readers = { old_code: practiceAmong(known), new_code: practiceAmong(known), from: date, reference: anyWords };
  return readTable(successionsTable, readers, source, {
    row({ line, values, mistake }) {
      const { old_code: oldCode, new_code: newCode, from, reference } = values;
      const first = firstLine(line, oldCode);
      if (first !== null) return mistake('old_code', oldCodeTwice(first));
      if (leadsTo(next, newCode, oldCode)) return mistake('new_code', circle(oldCode));
      next.set(oldCode, newCode);
      successions.push({ oldCode, newCode, from, reference, line });
    },
  });
}

/** Whether a code is another, or becomes it. The rows so far have no circle. */
function leadsTo(next: ReadonlyMap<string, string>, code: string, other: string): boolean {
  for (let at: string | undefined = code; at !== undefined; at = next.get(at)) if (at === other) return true;
  return false;
}

function oldCodeTwice(first: number): CellMistake {
  return new CellMistake(
    'succession-twice',
    `line ${first} says already which code stands for this one; expected every old code once`,
    'keep one of the two rows; a code that became another which became a third is two rows, one for each step',
  );
}

function circle(oldCode: string): CellMistake {
  return new CellMistake(
    'succession-circle',
    `leads back to ${oldCode}, so that no code would stand for it; expected a code that ends the chain`,
    'correct the two codes of this row, or of the rows above that lead here',
  );
}
