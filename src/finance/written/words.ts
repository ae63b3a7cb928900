import * as z from 'zod';

const idExpected = 'an id: letters, digits and hyphens, beginning with a letter or digit, at most 60';

/** The id of a channel or of a map, as the ledger keeps it. */
export const bankId = z.string({ error: idExpected }).regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,59}$/, { error: idExpected });

const nameExpected = 'the name of a file: letters, digits, dots, hyphens and underscores, with an ending';

/** The name of a file, without a folder. */
export const fileName = z
  .string({ error: nameExpected })
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)+$/, { error: nameExpected })
  .max(80, { error: nameExpected });

/** What parts the cells of a row. */
export const separator = z.enum([',', ';', '|', 'tab']).default(',').describe('What parts the cells of a row.');
export type Separator = z.output<typeof separator>;

export function separatorCharacter(named: Separator): string {
  return named === 'tab' ? '\t' : named;
}

/** A whole number that counts something; it stands outside quotes. */
export function wholeNumberOf(least: number, most: number) {
  const expected = `a whole number from ${least} to ${most}, outside quotes`;
  return z.int({ error: expected }).min(least, { error: expected }).max(most, { error: expected });
}

/** Whether a cell cannot stand without quotes. */
export function cannotStandBare(text: string, separator: string): boolean {
  return text.includes(separator) || /["\r\n]/.test(text);
}
