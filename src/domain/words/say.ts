import { formatPounds, pence, withSeparators } from '../money/money.ts';
import { formatExact, formatShare, type Ratio, reduced } from '../money/ratio.ts';
import { plural, sayUnit, type Unit } from '../scheme/unit.ts';

/** Exact pounds as a person reads them: `£2,900.50`, or `£0.125`, or a fraction where no decimal is exact. */
export function sayPounds(pounds: Ratio): string {
  const inPence = pounds.n * 100n;
  if (inPence % pounds.d === 0n) return formatPounds(pence(inPence / pounds.d));
  const { n, d } = reduced(pounds);
  const size = withSeparators(formatExact({ n: n < 0n ? -n : n, d }));
  return `${n < 0n ? '−' : ''}£${size}`;
}

/** Exact pounds as a budget prints them: a whole number of pounds stands without pence, `£380,977`. */
export function saySum(pounds: Ratio): string {
  return sayPounds(pounds).replace(/\.00$/, '');
}

/** A number of patients as a person reads it: `5,801 patients`. */
export function sayPatients(patients: Ratio): string {
  const number = formatExact(patients);
  return `${withSeparators(number)} ${number === '1' ? 'patient' : 'patients'}`;
}

/** A number with what it counts: `£136.21 a point`, `45,000 patients`, `93%` where it counts nothing. */
export function sayCounted(number: Ratio, unit: Unit): string {
  const [first, second] = unit;
  if (first === undefined) return formatShare(number);
  const [base, power] = first;
  const exact = formatExact(number);
  const digits = exact.startsWith('-') ? `−${withSeparators(exact.slice(1))}` : withSeparators(exact);
  if (second === undefined && power === 1) {
    return base === 'pound' ? sayPounds(number) : `${digits} ${exact === '1' ? base : plural(base)}`;
  }
  const pounds = unit.find(([each]) => each === 'pound');
  const other = unit.find(([each]) => each !== 'pound');
  if (unit.length === 2 && pounds?.[1] === 1 && other?.[1] === -1) return `${sayPounds(number)} a ${other[0]}`;
  return `${digits} ${sayUnit(unit)}`;
}

/** Names in a row as a sentence has them: `a`, `a and b`, `a, b and c`. */
export function sayList(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Clauses as one reference, each named once: `20, 26` and `26, 27` make `20, 26, 27`. */
export function citeTogether(clauses: readonly string[]): string {
  return [...new Set(clauses.flatMap((clause) => clause.split(', ')))].filter((clause) => clause !== '').join(', ');
}
