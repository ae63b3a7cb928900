import { type ColumnTold, columnTold, type FormOrChoices } from '../../domain/column-form.ts';

/** A column as a person fills it in. */
export interface ColumnDescription extends ColumnTold {
  /** The column may be left out, and a cell of it blank. */
  readonly optional: boolean;
}

/** A column that has to be there. */
export function column<const N extends string>(name: N, form: FormOrChoices, holds: string, unit?: string) {
  return { ...columnTold(name, form, holds, unit), optional: false };
}

/** A column that may be left out. */
export function maybe<const N extends string>(name: N, form: FormOrChoices, holds: string, unit?: string) {
  return { ...columnTold(name, form, holds, unit), optional: true };
}
