import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { eventsOf } from '../../data/tables/table-use.ts';
import type { TableDescription } from '../../data/tables/tables.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { columnLetters } from '../../domain/words/cell-address.ts';
import { inWords, type Words } from '../../domain/words/words.ts';
import { type ColumnKind, kindOfColumn } from '../convert/column-kinds.ts';
import { type IdList, idLists, idSheet, idsName } from './id-lists.ts';

/** So many rows of each sheet have its drop-down lists and formats. */
const preparedRows = 2000;

/** The library writes when a workbook was changed; the same form is to have the same bytes on any day. */
const anyDay = new Date(Date.UTC(2000, 0, 1));

/** The tables of a data folder as one workbook to fill in: ids as drop-down lists, rules as notes, dates as dates. `import` takes it back. */
export async function formWorkbook(scheme: Scheme, tables: readonly TableDescription[]): Promise<Uint8Array> {
  const lists = idLists(scheme, eventsOf(scheme));
  const sheets = [howTo(scheme), ...tables.map((table) => tableSheet(scheme.words, table, lists)), idSheet(lists)];
  return await writeXlsx({ sheets, properties: { modified: anyDay, creator: 'quarterday' } });
}

function howTo({ id, title }: Scheme): WriteSheet {
  const lines = [
    title,
    `For the scheme ${id}. Fill in a row for each thing below the names of the columns, and leave the names as they are.`,
    'The note on each name says what its column holds. Ids are to be chosen from the lists; they stand in the sheet of ids.',
    'Type dates as dates. A column called notes, or one whose name begins with x_, is yours.',
    `Then: quarterday import FILE --scheme ${id} --out DIR makes a data folder of it.`,
  ];
  return { name: 'how to fill in', columns: [{ width: 120 }], rows: lines.map((line) => [line]) };
}

function tableSheet(words: Words, { file, columns }: TableDescription, lists: readonly IdList[]): WriteSheet {
  const header = columns.map(({ name, optional, holds }, index) => {
    const text = `${optional ? 'May be blank' : 'Always'}: ${holds}`;
    const cell = { value: name, type: 'string' as const, style: headerStyle, comment: { author: 'quarterday', text } };
    return [`0,${index}`, cell] as const;
  });
  return {
    name: file.replace('.csv', ''),
    columns: columns.map(({ name }) => ({
      width: Math.max(14, name.length + 4),
      numFmt: formatOf(kindOfColumn(name)),
    })),
    rows: [columns.map(({ name }) => name)],
    cells: new Map(header),
    freezePane: { rows: 1 },
    dataValidations: columns.flatMap(({ name }, index) => validation(words, file, name, index, lists)),
  };
}

const headerStyle = { font: { bold: true }, numFmt: '@' };

/** Ids and words are text, so that no zero is lost and nothing becomes a date. */
function formatOf(kind: ColumnKind): string {
  switch (kind) {
    case 'day':
      return 'yyyy-mm-dd';
    case 'number':
      return 'General';
    case 'share':
    case 'words':
    case 'id':
      return '@';
  }
}

/** What a spreadsheet lets a person type into a column. */
function validation(
  words: Words,
  file: string,
  name: string,
  index: number,
  lists: readonly IdList[],
): NonNullable<WriteSheet['dataValidations']> {
  const letters = columnLetters(index + 1);
  const range = `${letters}2:${letters}${preparedRows}`;
  const list = lists.find(({ column, notIn }) => column === name && notIn !== file);
  if (list) {
    const at = columnLetters(lists.indexOf(list) * 2 + 1);
    const formula1 = `'${idsName}'!$${at}$2:$${at}$${list.ids.length + 1}`;
    return [{ type: 'list', formula1, range, ...refusal(`Choose one of the ids of the scheme for ${name}.`) }];
  }
  if (name === 'practice_code' && file !== 'practices.csv') {
    const chosen = `Choose ${inWords(words, 'a practice')} of the sheet practices.`;
    const formula1 = `'practices'!$A$2:$A$${preparedRows}`;
    return [{ type: 'list', formula1, range, ...refusal(chosen) }];
  }
  if (kindOfColumn(name) !== 'day') return [];
  const says = refusal('Type a date, such as 2017-04-30.');
  return [{ type: 'date', operator: 'between', formula1: '36526', formula2: '109574', range, ...says }];
}

function refusal(errorMessage: string) {
  return { allowBlank: true, showErrorMessage: true, errorTitle: 'quarterday', errorMessage };
}
