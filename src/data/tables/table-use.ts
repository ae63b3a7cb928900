import { countsPatients } from '../../domain/scheme/lists-needed.ts';
import { paidEvents } from '../../domain/scheme/paid-events.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { claimsTable, evidenceTable, listSizesTable, measuresTable, practicesTable } from './tables.ts';

export type TableUse = 'needed' | 'optional' | 'unused';

/** What a scheme does with a file of the data folder. */
export function useOf(file: string, scheme: Scheme): TableUse {
  switch (file) {
    case practicesTable.file:
      return 'needed';
    case listSizesTable.file:
      return countsPatients(scheme) ? 'needed' : 'optional';
    case evidenceTable.file:
      return scheme.evidence.length > 0 ? 'needed' : 'unused';
    case claimsTable.file:
      return paysByTheEvent(scheme) ? 'needed' : 'unused';
    case measuresTable.file:
      return scheme.measures.length > 0 ? 'needed' : 'unused';
    default:
      return 'optional';
  }
}

/** Whether a component of the scheme is paid by the event, so that claims are asked for. */
function paysByTheEvent(scheme: Scheme): boolean {
  return eventsOf(scheme).length > 0;
}

/** The kinds of event that the scheme pays for. */
export function eventsOf(scheme: Scheme): readonly string[] {
  return paidEvents(scheme).map(({ event }) => event);
}
