import { type ColumnTold, columnTold, type FormOrChoices } from '../../domain/column-form.ts';

/** A CSV that the program writes. */
export interface TableTold {
  readonly file: string;
  /** What a row of it is. */
  readonly holds: string;
  readonly columns: readonly ColumnWritten[];
}

/** A column of such a file. */
export interface ColumnWritten extends ColumnTold {
  /** Whether a cell may be blank. */
  readonly blank: boolean;
}

/** A column whose cells are always filled in. */
export function always<const N extends string>(name: N, form: FormOrChoices, holds: string, unit?: string) {
  return { ...columnTold(name, form, holds, unit), blank: false };
}

/** A column whose cells may be blank. */
export function orBlank<const N extends string>(name: N, form: FormOrChoices, holds: string, unit?: string) {
  return { ...columnTold(name, form, holds, unit), blank: true };
}

/** The names of the columns, in order. */
export function headerOf({ columns }: TableTold): readonly string[] {
  return columns.map(({ name }) => name);
}
