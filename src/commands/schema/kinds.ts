import { paymentTables } from '../../data/finance/finance-tables.ts';
import { assumptionsTable } from '../../data/outlook/assumptions.ts';
import { type TableDescription, tables } from '../../data/tables/tables.ts';
import { budgetFileTable } from '../../finance/budget.ts';
import { channelJsonSchema } from '../../finance/channel/grammar.ts';
import { contactsTable } from '../../finance/contacts.ts';
import { mapJsonSchema } from '../../finance/map/grammar.ts';
import { documents } from '../../formats/documents.ts';
import type { ColumnWritten } from '../../formats/tables/table.ts';
import { writtenTables } from '../../formats/tables/tables.ts';
import { letterJsonSchema } from '../../publish/statement/letter-grammar.ts';
import { jobJsonSchema } from '../../run/job/job-grammar.ts';
import { schemeJsonSchema } from '../../scheme/json-schema.ts';

/** Who writes a file. */
type Writer = 'people' | 'program';

/** A JSON document, with its JSON Schema. */
export interface JsonKind {
  readonly kind: string;
  readonly by: Writer;
  readonly holds: string;
  readonly schema: () => unknown;
}

/** A CSV, which is a kind by the name of its file. */
export interface CsvKind {
  readonly kind: string;
  readonly by: Writer;
  readonly holds: string;
  readonly columns: readonly CsvColumn[];
}

/** A column of it: of a file that people write it may be optional. */
export interface CsvColumn extends ColumnWritten {
  readonly optional: boolean;
}

const writtenByPeople: readonly Omit<JsonKind, 'by'>[] = [
  { kind: 'scheme', holds: 'an incentive scheme', schema: schemeJsonSchema },
  { kind: 'channel', holds: 'the layout of a file by which posted sums are paid', schema: channelJsonSchema },
  { kind: 'map', holds: 'which column of a file that comes back says what', schema: mapJsonSchema },
  { kind: 'job', holds: 'the runs of a batch', schema: jobJsonSchema },
  { kind: 'letter', holds: 'the words of the statements', schema: letterJsonSchema },
];

/** The JSON documents that people write, then those that the program prints or writes. */
export const jsonKinds: readonly JsonKind[] = [
  ...writtenByPeople.map((each) => ({ ...each, by: 'people' as const })),
  ...documents.map((each) => ({ ...each, by: 'program' as const })),
];

/** The tables that people fill in: of the data folder, of the finance folder, and of assumptions. */
const filledInByPeople: readonly TableDescription[] = [
  ...tables,
  ...paymentTables,
  budgetFileTable,
  contactsTable,
  assumptionsTable,
];

/** The CSVs that people write, then those that the program writes. */
export const csvKinds: readonly CsvKind[] = [
  ...filledInByPeople.map(({ file, holds, columns }) => ({
    kind: file,
    by: 'people' as const,
    holds,
    columns: columns.map((each) => ({ ...each, blank: each.optional })),
  })),
  ...writtenTables.map(({ file, holds, columns }) => ({
    kind: file,
    by: 'program' as const,
    holds,
    columns: columns.map((each) => ({ ...each, optional: false })),
  })),
];
