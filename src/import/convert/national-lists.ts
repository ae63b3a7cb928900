import { formatDay } from '../../domain/day.ts';
import { finding, type MadeFinding } from '../../domain/findings/finding.ts';
import { nameOf, placeIn, sourceOf } from '../sheet.ts';
import type { Converted, ConvertedRow } from './converted.ts';
import { keyOf, type ListPart, type ListRead, readListParts } from './list-parts.ts';
import { columnAmong, convertedOf, type PublicContext, type PublicSheet } from './public-sheet.ts';

/** Makes of the national lists the totals of each practice: its own, or those of both sexes, which stand in two files. */
export function convertNationalLists(sources: readonly PublicSheet[], context: PublicContext): readonly Converted[] {
  const lists = sources.map((source) => readListParts(source, context));
  const byKey = new Map<string, ListPart[]>();
  for (const part of lists.flatMap(({ parts }) => parts)) {
    const others = byKey.get(keyOf(part));
    if (others) others.push(part);
    else byKey.set(keyOf(part), [part]);
  }
  const rows = new Map<PublicSheet, ConvertedRow[]>();
  const findings = new Map<PublicSheet, MadeFinding[]>();
  for (const parts of byKey.values()) {
    const [first] = parts;
    if (!first) continue;
    const made = totalOf(parts);
    if ('code' in made) push(findings, first.source, made);
    else push(rows, made.last.source, rowOf(first, made));
  }
  return lists.map((list) => convertedList(list, rows.get(list.source) ?? [], findings.get(list.source) ?? []));
}

interface Total {
  readonly patients: string;
  readonly parts: readonly ListPart[];
  /** The last of the rows that it was made of. */
  readonly last: ListPart;
}

function totalOf(parts: readonly ListPart[]): Total | MadeFinding {
  const [all, male, female] = (['all', 'male', 'female'] as const).map((of) => parts.filter((part) => part.of === of));
  const twice = [all, male, female].find((same) => same !== undefined && same.length > 1);
  if (twice) return twoRows(twice);
  const [total] = all ?? [];
  if (total) return { patients: total.patients, parts: [total], last: total };
  const [men, women] = [male?.[0], female?.[0]];
  const one = men ?? women;
  if (!one) throw new Error('a list without a part');
  if (!men || !women) return oneSex(one);
  const patients = String(BigInt(men.patients) + BigInt(women.patients));
  return { patients, parts: [men, women], last: women };
}

function rowOf({ code, asAt }: ListPart, { patients, parts, last }: Total): ConvertedRow {
  const cells = { practice_code: code, as_at: formatDay(asAt), patients };
  const source = parts.map((part) => sourceOf(part.source.sheet, part.row)).join('; ');
  return { cells, source, number: last.row };
}

function convertedList(
  { source, left, findings, byAgeOnly }: ListRead,
  rows: readonly ConvertedRow[],
  own: readonly MadeFinding[],
): Converted {
  const code = columnAmong(source, ['ORG_CODE', 'CODE', 'GP_PRACTICE_CODE', 'PRACTICE_CODE']) ?? '';
  const patients = source.kind === 'list-across' ? 'TOTAL_ALL' : 'NUMBER_OF_PATIENTS';
  const columns = { practice_code: code, as_at: 'EXTRACT_DATE', patients };
  const all = [...findings, ...own, ...(byAgeOnly.size > 0 ? [onlyAges(source, byAgeOnly)] : [])];
  return convertedOf(source, 'list-sizes.csv', columns, { rows, left: left.list(), findings: all });
}

function twoRows(parts: readonly ListPart[]): MadeFinding {
  const [first, second] = parts;
  if (!first || !second) throw new Error('expected two rows');
  const { sheet } = second.source;
  return finding('two-sources', placeIn(sheet, second.row), {
    message: `the list of ${second.code} at ${formatDay(second.asAt)} stands in ${sourceOf(first.source.sheet, first.row)} and in ${sourceOf(sheet, second.row)}; expected it once`,
    value: second.code,
    hint: 'leave out the file that is not to count',
  });
}

function oneSex(part: ListPart): MadeFinding {
  const missing = part.of === 'male' ? 'female' : 'male';
  return finding('known-file', placeIn(part.source.sheet, part.row), {
    message: `is the national list by sex, and holds the ${part.of} patients of ${part.code} only; expected the ${missing} ones too`,
    value: part.code,
    hint: `give the file of ${missing} patients of the same day beside it, or the monthly file of totals in its place`,
  });
}

function onlyAges(source: PublicSheet, codes: ReadonlySet<string>): MadeFinding {
  const [first = ''] = codes;
  const more = codes.size > 1 ? ` and ${codes.size - 1} more` : '';
  return finding('known-file', placeIn(source.sheet, Math.max(source.header.row, 1)), {
    message: `is a national list by age: of ${first}${more} it holds ages and no total; ${nameOf(source.sheet)} was not taken`,
    value: first,
    hint: 'take the file as it was published: its rows ALL are the totals',
  });
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
