import type { Scheme } from '../../domain/scheme/scheme.ts';
import { publishedDate } from '../cells/dates.ts';
import { wholeNumber } from '../cells/numbers.ts';
import { asItStands, name } from '../cells/text.ts';
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
export function readNationalLists(
  source: TableSource,
  scheme: Scheme,
  known: ReadonlySet<string> | null,
  lists: Lists,
): TableEnd {
  const readers = {
    EXTRACT_DATE: publishedDate,
    CODE: name,
    NUMBER_OF_PATIENTS: wholeNumber,
    PUBLICATION: asItStands,
    SEX: asItStands,
    AGE: asItStands,
  };
  return readTable(nationalListSizesTable, readers, source, {
    row({ line, values, mistake }) {
      if (known !== null && !known.has(values.CODE)) return ignore(lists, 'of practices that do not take part');
      if (isPart(values.SEX) || isPart(values.AGE)) return ignore(lists, 'by sex or age');
      if (scheme.population.kind !== 'registered') return ignore(lists, 'of another population than the scheme counts');
      const list = { population: 'registered', patients: values.NUMBER_OF_PATIENTS, asAt: values.EXTRACT_DATE, line };
      const twice = keepList(lists, values.CODE, list);
      if (twice) mistake('CODE', twice);
    },
    refused: (cell) => lists.spoilt.add(cell('CODE')),
  });
}

function isPart(breakdown: string): boolean {
  return breakdown !== '' && breakdown.toUpperCase() !== 'ALL';
}
