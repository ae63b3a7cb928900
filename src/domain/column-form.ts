/** How the cells of a column of a CSV are written. A cell that may be blank says so beside. */
export const columnForms = {
  id: 'an id or a code, kept as text',
  words: 'words',
  day: 'a day as YYYY-MM-DD',
  amount: 'pounds and pence, such as 1234.50 or -12.00',
  whole: 'a whole number',
  number: 'a number, with decimals or without',
  exact: 'an exact number: 12, 0.125 or 1/3',
  share: 'a share: 75%, 0.75 or 3/4',
  sha256: 'a SHA-256 in hexadecimal',
  choice: 'one of a few words',
} as const;

export type ColumnForm = keyof typeof columnForms;

/** A form, or the few words of which a cell is one. */
export type FormOrChoices = Exclude<ColumnForm, 'choice'> | readonly string[];

/** A column of a CSV, whoever writes it. */
export interface ColumnTold {
  readonly name: string;
  readonly form: ColumnForm;
  /** Where a cell is one of a few words. */
  readonly choices?: readonly string[];
  /** Of what a number is. */
  readonly unit?: string;
  readonly holds: string;
}

/** What is told of a column whose cells have such a form; an amount is of pounds. */
export function columnTold<const N extends string>(name: N, form: FormOrChoices, holds: string, unit?: string) {
  if (typeof form === 'object') return { name, form: 'choice' as const, choices: form, holds };
  const of = unit ?? (form === 'amount' ? 'pounds' : undefined);
  return of === undefined ? { name, form, holds } : { name, form, unit: of, holds };
}
