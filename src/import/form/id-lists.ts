import type { WriteSheet } from 'hucre/xlsx';
import type { Scheme } from '../../domain/scheme/scheme.ts';

/** The ids that a column may hold, with what they stand for. */
export interface IdList {
  readonly column: string;
  /** A table in which a column of this name holds more than these. */
  readonly notIn: string | null;
  readonly ids: readonly (readonly [id: string, title: string])[];
}

export const idsName = 'ids';

/** The lists of a scheme that are not empty. */
export function idLists(scheme: Scheme, events: readonly string[]): readonly IdList[] {
  const titled = (named: readonly { readonly id: string; readonly title: string }[]) =>
    named.map(({ id, title }) => [id, title] as const);
  const lists: readonly IdList[] = [
    { column: 'component', notIn: null, ids: titled(scheme.components) },
    { column: 'period', notIn: null, ids: titled(scheme.periods) },
    // The evidence of a decision may be the event_id of a late claim.
    { column: 'evidence', notIn: 'decisions.csv', ids: titled(scheme.evidence) },
    { column: 'event', notIn: null, ids: [...new Set(events)].map((event) => [event, ''] as const) },
    { column: 'measure', notIn: null, ids: titled(scheme.measures) },
    { column: 'decision', notIn: null, ids: decisions },
  ];
  return lists.filter(({ ids }) => ids.length > 0);
}

const decisions = [
  ['proportion', 'so much of the value'],
  ['accept-late', 'takes what came too late'],
  ['recover', 'takes money back'],
  ['waive-recovery', 'takes it not'],
] as const;

/** The sheet that the drop-down lists point to. */
export function idSheet(lists: readonly IdList[]): WriteSheet {
  const length = Math.max(...lists.map(({ ids }) => ids.length));
  const names = lists.flatMap(({ column }) => [`for the column ${column}`, 'stands for']);
  const rows = Array.from({ length }, (_, row) => lists.flatMap(({ ids }) => [...(ids[row] ?? ['', ''])]));
  return {
    name: idsName,
    columns: lists.flatMap(() => [{ width: 30, numFmt: '@' }, { width: 50 }]),
    rows: [names, ...rows],
  };
}
