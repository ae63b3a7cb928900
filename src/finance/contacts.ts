import { anyWords } from '../data/cells/text.ts';
import { readTable, type TableSource } from '../data/csv/table.ts';
import { column, maybe } from '../data/tables/columns.ts';
import { payeeCode } from '../data/tables/payee-names.ts';
import type { TableDescription } from '../data/tables/tables.ts';
import type { Contact } from '../domain/finance.ts';

export const contactsFile = 'contacts.csv';

/** Whom letters go to, in a finance folder. */
export const contactsTable = {
  file: contactsFile,
  holds: 'whom a letter goes to',
  columns: [
    column('payee_code', 'id', 'the payee: a practice, or whoever is paid for it'),
    maybe('name', 'words', 'whom to write to'),
    maybe('address', 'words', 'where to, with commas between the lines'),
    maybe('email', 'words', 'or by mail'),
  ],
} as const satisfies TableDescription;

/** Reads contacts.csv, by payee; of two rows of one payee the later counts. */
export async function readContacts(source: TableSource): Promise<ReadonlyMap<string, Contact>> {
  const contacts = new Map<string, Contact>();
  const readers = { payee_code: payeeCode, name: anyWords, address: anyWords, email: anyWords };
  await readTable(contactsTable, readers, source, {
    row({ line, values: { payee_code, name, address, email } }) {
      contacts.set(payee_code, { payeeCode: payee_code, name, address, email, line });
    },
  });
  return contacts;
}
