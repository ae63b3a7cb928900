import { paymentTables } from '../../data/finance/finance-tables.ts';
import { assumptionsTable } from '../../data/outlook/assumptions.ts';
import { type TableDescription, tables } from '../../data/tables/tables.ts';
import { budgetFileTable } from '../../finance/budget.ts';
import { channelJsonSchema } from '../../finance/channel/grammar.ts';
import { contactsTable } from '../../finance/contacts.ts';
import { mapJsonSchema } from '../../finance/map/grammar.ts';
import { letterJsonSchema } from '../../publish/statement/letter-grammar.ts';
import { jobJsonSchema } from '../../run/job/job-grammar.ts';
import { schemeJsonSchema } from '../../scheme/json-schema.ts';

/** A JSON file that people write, with its JSON Schema. */
interface DocumentKind {
  readonly kind: string;
  readonly holds: string;
  readonly schema: () => unknown;
}

/** The JSON files that people write. */
export const writtenKinds: readonly DocumentKind[] = [
  { kind: 'scheme', holds: 'an incentive scheme', schema: schemeJsonSchema },
  { kind: 'channel', holds: 'the layout of a file by which posted sums are paid', schema: channelJsonSchema },
  { kind: 'map', holds: 'which column of a file that comes back says what', schema: mapJsonSchema },
  { kind: 'job', holds: 'the runs of a batch', schema: jobJsonSchema },
  { kind: 'letter', holds: 'the words of the statements', schema: letterJsonSchema },
];

/** The tables that people fill in: of the data folder, of the finance folder, and of assumptions; each is a kind by its file's name. */
export const tableKinds: readonly TableDescription[] = [
  ...tables,
  ...paymentTables,
  budgetFileTable,
  contactsTable,
  assumptionsTable,
];
