import { hasErrors, type Outcome } from '../../domain/findings/finding.ts';
import type { JsonMistake } from '../../json/mistake.ts';
import { located, readWrittenBytes } from '../../json/read-written.ts';
import { type BankMap, type ColumnNamed, map as grammar } from './grammar.ts';

/** The bytes of a map file as a map, checked. Null where any of it has errors. */
export function readMap(bytes: Uint8Array, file: string): Outcome<BankMap | null> {
  const { value, findings } = readWrittenBytes(bytes, file, grammar);
  if (value === null) return { value: null, findings };
  const mistakes = [...namesNeedALine(value.written), ...marksDiffer(value.written)];
  const all = [...findings, ...located(mistakes, value.document)];
  return { value: hasErrors(all) ? null : value.written, findings: all };
}

/** Where no line names the columns, each is known by its place. */
function namesNeedALine({ file, reference, status, day, amount }: BankMap): JsonMistake[] {
  if (file.columnNamesInLine > 0) return [];
  const named: readonly (readonly [string, { readonly column?: ColumnNamed } | undefined])[] = [
    ['reference', reference],
    ['status', 'column' in status ? status : undefined],
    ['day', day],
    ['amount', amount],
  ];
  return named.flatMap(([key, block]): JsonMistake[] => {
    if (typeof block?.column !== 'string') return [];
    const message = 'no line of the file names its columns, so that this one cannot be found by its name';
    return [{ code: 'channel-layout', at: [key, 'column'], message, hint: 'write the place of the column, from 1' }];
  });
}

function marksDiffer({ amounts: { decimals, thousands } }: BankMap): JsonMistake[] {
  if (decimals === 'pence' || decimals !== thousands) return [];
  const message = `a ${decimals} parts the thousands and the pence`;
  return [
    { code: 'channel-layout', at: ['amounts', 'thousands'], message, hint: 'let one of the two be another sign' },
  ];
}
