import { noPence, type Pence, pence, withSeparators } from '../../domain/money/money.ts';
import { compare, formatExact, isZero, type Ratio } from '../../domain/money/ratio.ts';
import { roundTo, roundToWhole } from '../../domain/money/rounding.ts';
import { ours, type Sentence } from '../../domain/words/sentence.ts';
import { type Child, type Markup, tag } from './markup.ts';

/** What is read aloud, and not seen. */
function unseen(text: string): Markup {
  return tag('span', { class: 'vh' }, text);
}

/** A sum; nothing is a dash, which is read as "nothing". */
export function shownSum(amount: Pence): Child[] {
  return amount === noPence ? nothing() : [amount];
}

/** A sum that makes another one smaller: −£12.00. */
export function lessSum(amount: Pence): Child[] {
  return shownSum(minus(amount));
}

function nothing(): Child[] {
  return [tag('span', { 'aria-hidden': 'true' }, '–'), unseen('nothing')];
}

/** A sum that money comes back by is red; nothing else is. */
export function backSum(amount: Pence): Child[] {
  return amount === noPence ? nothing() : [tag('span', { class: 'neg' }, amount)];
}

export function minus(amount: Pence): Pence {
  return -amount as Pence;
}

/** `1 payment`, `2,000 payments`. */
export function counted(number: number, one: string, several = `${one}s`): string {
  return `${grouped(number)} ${number === 1 ? one : several}`;
}

/** `1 practice`, `2,000 practices`. */
export function practicesCounted(number: number): Sentence {
  return number === 1 ? ours`1 practice` : ours`${grouped(number)} practices`;
}

export function grouped(number: number): string {
  return withSeparators(String(number));
}

/** `78.3%`; all and nothing only where it is exact. Null where there is no whole. */
export function percent(part: bigint, whole: bigint): string | null {
  if (whole <= 0n) return null;
  const tenths = (part * 2000n + (part < 0n ? -whole : whole)) / (whole * 2n);
  if (part === 0n) return '0%';
  if (part === whole) return '100%';
  const kept = tenths === 0n ? 1n : tenths === 1000n ? (part < whole ? 999n : 1001n) : tenths;
  const size = kept < 0n ? -kept : kept;
  return `${part < 0n ? '−' : ''}${withSeparators(String(size / 10n))}.${size % 10n}%`;
}

/** A share of a length in per cent with two decimals, for a drawing. */
export function length(part: bigint, whole: bigint): string {
  if (whole <= 0n) return '0%';
  const hundredths = Number((part * 10000n) / whole);
  return `${hundredths / 100}%`;
}

/** `7,001 patients`. */
export function patientsCounted(patients: Ratio): string {
  const text = withSeparators(formatExact(roundTo(patients, 0, 'half-away-from-zero')));
  return `${text} ${compare(patients, { n: 1n, d: 1n }) === 0 ? 'patient' : 'patients'}`;
}

export function patientsFigure(patients: Ratio): string {
  return withSeparators(formatExact(roundTo(patients, 0, 'half-away-from-zero')));
}

/** Pounds for each patient, to the penny; null where nobody is counted. */
export function perPatient(earned: Pence, patients: Ratio): Pence | null {
  if (isZero(patients)) return null;
  return pence(roundToWhole({ n: earned * patients.d, d: patients.n }, 'half-away-from-zero'));
}

/** `4 of 14 practices` */
export function ofAll(some: number, all: number): Sentence {
  return ours`${grouped(some)} of ${practicesCounted(all)}`;
}
