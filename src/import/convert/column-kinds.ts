import type { Reader } from '../../data/cells/cell-mistake.ts';
import { date } from '../../data/cells/dates.ts';
import { amount, number, share } from '../../data/cells/numbers.ts';
import { codeOf } from '../../data/cells/practice-code.ts';
import { name as aName, anyWords, oneOf, optional, words } from '../../data/cells/text.ts';
import { eventsOf } from '../../data/tables/table-use.ts';
import type { TableDescription } from '../../data/tables/tables.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';

/** What the cells of a column hold, which says what the types of a spreadsheet mean in it. */
export type ColumnKind = 'day' | 'number' | 'share' | 'words' | 'id';

type Column = TableDescription['columns'][number];

const numbers = ['patients', 'numerator', 'denominator', 'quantity', 'amount'];
const free = ['practice_name', 'payee_name', 'reference', 'reason', 'decided_by', 'attendee'];

/** The kind of a column goes by its name: a day ends in _on, _at or _date, or is called from. A column that is not known holds ids. */
export function kindOfColumn(name: string): ColumnKind {
  if (/(_on|_at|_date)$/.test(name) || name === 'from') return 'day';
  if (numbers.includes(name)) return 'number';
  if (name === 'proportion') return 'share';
  return free.includes(name) ? 'words' : 'id';
}

/** How a cell of a column is read once it is text: what `check` would find in a cell by itself is found here, where the cell can be named. */
export function readerOf(table: TableDescription, column: Column, scheme: Scheme): Reader<unknown> {
  const reader = neededReader(table.file, column.name, scheme);
  return column.optional ? optional(reader) : reader;
}

function neededReader(file: string, name: string, scheme: Scheme): Reader<unknown> {
  const ids = idsOf(file, name, scheme);
  if (ids) return ids;
  switch (kindOfColumn(name)) {
    case 'day':
      return date;
    case 'number':
      return name === 'amount' ? amount : number;
    case 'share':
      return share;
    case 'words':
      return words;
    case 'id':
      return /^(practice|old|new)_code$/.test(name) ? codeOf(scheme.words) : aName;
  }
}

/** Names that the scheme knows. The evidence of a decision may be the event_id of a late claim. */
function idsOf(file: string, name: string, scheme: Scheme): Reader<unknown> | null {
  const of = (named: readonly { readonly id: string }[]) => named.map(({ id }) => id);
  if (name === 'component') return oneOf('component', of(scheme.components));
  if (name === 'period') return oneOf('period', of(scheme.periods));
  if (name === 'measure') return oneOf('measure', of(scheme.measures));
  if (name === 'evidence') return file === 'evidence.csv' ? oneOf('evidence', of(scheme.evidence)) : anyWords;
  return name === 'event' && eventsOf(scheme).length > 0 ? aName : null;
}
