import { formatAmount, type Pence } from '../domain/money/money.ts';
import type { Publication } from './publication.ts';

/** One file of a document; a name may have a folder before it. */
export interface DocumentFile {
  readonly name: string;
  /** In pieces, so that none has to be held whole. */
  readonly content: Iterable<string | Uint8Array>;
  /** More of the file follows under its name, after others. */
  readonly goesOn?: true;
}

/** Makes the files of one kind of document. The same publication gives the same bytes. */
export type MakeDocument = (publication: Publication) => Iterable<DocumentFile> | AsyncIterable<DocumentFile>;

/** A sum of a document that must be the control total of its run; any other is a fault of ours. */
export function tie(what: string, shown: Pence, control: Pence): void {
  if (shown === control) return;
  throw new Error(`${what} comes to ${formatAmount(shown)}; the control total is ${formatAmount(control)}`);
}
