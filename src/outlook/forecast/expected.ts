import { at } from '../../domain/at.ts';
import type { AssumedRow } from '../../domain/finance.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import { finding } from '../../domain/findings/finding.ts';
import { allocateByLargestRemainder } from '../../domain/money/allocation.ts';
import {
  addPence,
  formatAmount,
  formatPounds,
  inPounds,
  noPence,
  type Pence,
  subtractPence,
  sumPence,
} from '../../domain/money/money.ts';
import { multiply, ratio } from '../../domain/money/ratio.ts';
import { roundPounds, toThePenny } from '../../domain/money/rounding.ts';
import { inWords, type Words } from '../../domain/words/words.ts';
import type { ForecastLine } from './forecast.ts';

/** A line with what is expected of it; null where nothing is assumed. */
export interface ExpectedLine extends ForecastLine {
  readonly expected: Pence | null;
  readonly basis: string;
}

/**
 * What is expected of every line: certain, and the share of what is open that somebody assumes, each rounded to the penny; a sum for the
 * whole term is spread over what is open, to the last penny. A row of a practice goes before one for all of them.
 */
export function withExpected(
  words: Words,
  lines: readonly ForecastLine[],
  assumed: readonly AssumedRow[],
  file: string,
): { readonly value: readonly ExpectedLine[]; readonly findings: readonly Finding[] } {
  const rows = new Map(assumed.map((row) => [keyOf(row.practice, row.component), row]));
  const rowOf = ({ practiceCode, component }: ForecastLine) =>
    rows.get(keyOf(practiceCode, component.id)) ?? rows.get(keyOf(null, component.id)) ?? null;
  const byRow = new Map<AssumedRow, ForecastLine[]>();
  for (const line of lines) {
    const row = rowOf(line);
    if (row) byRow.set(row, [...(byRow.get(row) ?? []), line]);
  }
  const findings: Finding[] = [];
  const expected = new Map<ForecastLine, Pence>();
  for (const [row, own] of byRow) {
    const spread = spreadOver(words, row, own);
    if ('code' in spread) findings.push({ ...spread, file });
    else for (const [place, line] of own.entries()) expected.set(line, at(spread, place));
  }
  const value = lines.map((line): ExpectedLine => {
    const row = rowOf(line);
    return { ...line, expected: expected.get(line) ?? null, basis: row ? sayBasis(row) : '' };
  });
  return { value, findings };
}

function keyOf(practice: string | null, component: string): string {
  return `${practice ?? ''} ${component}`;
}

function sayBasis({ basis, by }: AssumedRow): string {
  return `${basis} (${by})`;
}

function spreadOver(
  words: Words,
  { assumes, practice, component, line }: AssumedRow,
  own: readonly ForecastLine[],
): readonly Pence[] | Finding {
  if (assumes.kind === 'share')
    return own.map((each) =>
      addPence(each.certain, roundPounds(multiply(assumes.share, inPounds(openOf(each))), toThePenny)),
    );
  const [certain, most] = [sumPence(own.map((each) => each.certain)), sumPence(own.map((each) => each.most))];
  const [low, high] = certain <= most ? [certain, most] : [most, certain];
  if (assumes.value < low || assumes.value > high) {
    const whose =
      practice === null ? inWords(words, 'the practices without a row of their own come') : `${practice} comes`;
    const message = `${component}: ${whose} to at least ${formatPounds(words, low)} and at most ${formatPounds(words, high)}; expected a value between`;
    const hint = 'correct the value, or leave the row out and say in the paper why neither bound holds';
    return finding(
      'assumed-outside-bounds',
      { line, field: 'value' },
      { message, value: formatAmount(assumes.value), hint },
    );
  }
  const open = own.map(openOf);
  if (open.some((each) => each < noPence)) return spreadEvenly(own, open, subtractPence(assumes.value, certain));
  const parts = allocateByLargestRemainder(subtractPence(assumes.value, certain), open.map(inPounds));
  return own.map((each, place) => addPence(each.certain, at(parts, place)));
}

/** Where a line is worth less if all comes in, each moves by the same share, and the last one takes the pennies that are left. */
function spreadEvenly(own: readonly ForecastLine[], open: readonly Pence[], more: Pence): readonly Pence[] {
  const all = sumPence(open);
  const share = all === noPence ? ratio(0) : ratio(more, all);
  const moved = open.map((each) => roundPounds(multiply(share, inPounds(each)), toThePenny));
  const left = subtractPence(more, sumPence(moved));
  return own.map((each, place) =>
    addPence(addPence(each.certain, at(moved, place)), place === own.length - 1 ? left : noPence),
  );
}

function openOf({ certain, most }: ForecastLine): Pence {
  return subtractPence(most, certain);
}
