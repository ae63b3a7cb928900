import { accrualsTable, toRecoverTable } from './money.ts';
import { againstTable, dueTable, forecastTable, nextStepTable, outturnTable } from './outlook.ts';
import { postedTable } from './posted.ts';
import { recoveriesTable, statementsIndexTable } from './publish.ts';
import { reportTables } from './reports.ts';
import type { TableTold } from './table.ts';

/** Every CSV that the program writes in a layout of its own. */
export const writtenTables: readonly TableTold[] = [
  ...reportTables,
  postedTable,
  dueTable,
  forecastTable,
  outturnTable,
  nextStepTable,
  againstTable,
  recoveriesTable,
  statementsIndexTable,
  toRecoverTable,
  accrualsTable,
];
