import { finding } from '../../domain/findings/finding.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { ours } from '../../domain/words/sentence.ts';
import { CellMistake } from '../cells/cell-mistake.ts';
import { publishedDate } from '../cells/dates.ts';
import { wholeNumber } from '../cells/numbers.ts';
import { asItStands } from '../cells/text.ts';
import { readTable, type TableEnd, type TableSource } from '../csv/table.ts';
import { ignore, keepList, type Lists } from './lists.ts';
import { nationalListSizesTable } from './tables.ts';

/** Whether a file is the national one as published, which its first line tells. */
export function isNational({ content }: TableSource): boolean {
  const firstLine = Buffer.from(content.subarray(0, 4096)).toString('latin1').split('\n', 1)[0] ?? '';
  return /\b(PUBLICATION|EXTRACT_DATE|NUMBER_OF_PATIENTS)\b/.test(firstLine);
}

/**
 * Reads "Patients Registered at a GP Practice" as published. Practices that do not take part are ignored, and so are rows
 * by sex or age, which some of its publications carry beside the totals.
 */
export async function readNationalLists(
  source: TableSource,
  scheme: Scheme,
  known: ReadonlySet<string> | null,
  lists: Lists,
): Promise<TableEnd> {
  const readers = {
    EXTRACT_DATE: publishedDate,
    CODE: asItStands,
    NUMBER_OF_PATIENTS: asItStands,
    PUBLICATION: asItStands,
    SEX: asItStands,
    AGE: asItStands,
  };
  let totals = 0;
  let parts = 0;
  const inParts = new Set<string>();
  const end = await readTable(nationalListSizesTable, readers, source, {
    row({ line, values, mistake }) {
      if (known !== null && !known.has(values.CODE)) return ignore(lists, 'of practices that do not take part');
      if (isPart(values.SEX) || isPart(values.AGE)) {
        parts += 1;
        inParts.add(values.CODE);
        return ignore(lists, 'by sex or age');
      }
      totals += 1;
      if (scheme.population.kind !== 'registered') return ignore(lists, 'of another population than the scheme counts');
      const patients = wholeNumber(values.NUMBER_OF_PATIENTS);
      if (patients instanceof CellMistake) {
        lists.spoilt.add(values.CODE);
        return mistake('NUMBER_OF_PATIENTS', patients);
      }
      const list = { population: 'registered', patients, asAt: values.EXTRACT_DATE, line };
      const twice = keepList(lists, values.CODE, list);
      if (twice) mistake('CODE', twice);
    },
    refused: (cell) => lists.spoilt.add(cell('CODE')),
  });
  if (totals === 0 && parts > 0) {
    source.note(onlyParts(parts));
    for (const code of inParts) lists.spoilt.add(code);
  }
  return end;
}

function onlyParts(rows: number) {
  return finding(
    'known-file',
    { file: nationalListSizesTable.file, line: 1 },
    {
      message: ours`is the national list of registered patients by SEX or AGE: ${rows} ${rows === 1 ? 'row' : 'rows'} of the practices that take part, none of them a total`,
      hint: 'take the monthly file of totals ("Patients Registered at a GP Practice: Totals (GP practice-all persons)"), which can be saved as list-sizes.csv as it is',
    },
  );
}

function isPart(breakdown: string): boolean {
  return breakdown !== '' && breakdown.toUpperCase() !== 'ALL';
}
