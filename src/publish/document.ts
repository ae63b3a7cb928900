import { formatAmount, type Pence } from '../domain/money/money.ts';
import type { Publication, PublishedPractice, RunPublished } from './publication.ts';

/** One file of a document; a name may have a folder before it. */
export interface DocumentFile {
  readonly name: string;
  /** In pieces, so that none has to be held whole. */
  readonly content: Iterable<string | Uint8Array>;
  /** More of the file follows under its name, after others. */
  readonly goesOn?: true;
}

/** A document while it is made. */
export interface DocumentMade {
  /** Takes every practice of every run, in order, before its files are asked for. Null where it looks at them in an order of its own. */
  readonly take: ((run: RunPublished, practice: PublishedPractice) => void | Promise<void>) | null;
  readonly files: () => Iterable<DocumentFile> | AsyncIterable<DocumentFile>;
  /** How many files it comes to; asked for after every practice was taken. */
  readonly count: () => number;
}

/** Begins one kind of document. The same publication gives the same bytes. */
export type MakeDocument = (publication: Publication) => DocumentMade | Promise<DocumentMade>;

/** How many practices are shown to documents; none where no document takes them. */
export function practicesShown({ runs }: Publication, documents: readonly DocumentMade[]): number {
  if (documents.every(({ take }) => take === null)) return 0;
  return runs.reduce((sum, { practices }) => sum + practices.length, 0);
}

/** Shows each practice to all documents that take it, so that it is worked out once for them. */
export async function showPractices(
  { runs }: Publication,
  documents: readonly DocumentMade[],
  shown: () => void | Promise<void>,
): Promise<void> {
  const takers = documents.flatMap(({ take }) => (take === null ? [] : [take]));
  if (takers.length === 0) return;
  for (const run of runs) {
    for (const index of run.practices.keys()) {
      const practice = run.practiceAt(index);
      for (const take of takers) await take(run, practice);
      await shown();
    }
  }
}

/** A sum of a document that must be the control total of its run; any other is a fault of ours. */
export function tie(what: string, shown: Pence, control: Pence): void {
  if (shown === control) return;
  throw new Error(`${what} comes to ${formatAmount(shown)}; the control total is ${formatAmount(control)}`);
}
