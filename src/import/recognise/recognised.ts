import type { KnownKind } from '../../data/csv/known-files.ts';
import type { TableDescription } from '../../data/tables/tables.ts';

/** Where the names of columns stand in a sheet, and where each column that counts is. */
export interface FoundHeader {
  /** The row of the names; 0 where the file has none. */
  readonly row: number;
  /** The place of each column, from 0: by the name that the table has, or as `publicName` spells it. */
  readonly at: ReadonlyMap<string, number>;
  /** What stands in the row of the names, as it stands. */
  readonly names: readonly string[];
}

/** Public files that `import` can take. */
export type PublicKind = Exclude<KnownKind, RefusedKind> | 'list-of-totals';

/** Public files of which nothing is taken. */
type RefusedKind = 'list-by-area' | 'commissioner-members';

/** What a sheet turned out to be. */
export type Recognised =
  | { readonly kind: 'table'; readonly table: TableDescription; readonly header: FoundHeader }
  | { readonly kind: 'public'; readonly public: PublicKind; readonly header: FoundHeader }
  /** Known, and not to be taken; or like a table, and not to be read as one. It is told why. */
  | { readonly kind: 'refused' }
  /** Like nothing that is known. */
  | { readonly kind: 'unlike'; readonly looksLike: string; readonly nearest: string | null };
