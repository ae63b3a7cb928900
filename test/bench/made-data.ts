import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** How large a made-up data folder is to be. */
export interface Size {
  readonly practices: number;
  readonly claims: number;
}

/** Numbers from a seed, the same in every run: a linear congruential generator of 32 bits. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The codes of so many practices that do not exist. */
export function codesOf(practices: number): string[] {
  return Array.from({ length: practices }, (_, index) => `Z${String(index + 1).padStart(5, '0')}`);
}

/** A data folder for the Dorset scheme: every practice with all its evidence, and so many claims in no order. */
export function makeDorset(folder: string, { practices, claims }: Size, seed = 1): void {
  const next = numbersFrom(seed);
  const codes = codesOf(practices);
  mkdirSync(folder, { recursive: true });
  makePractices(folder, codes);
  makeLists(folder, codes, '2015-03-31', next);
  makeEvidence(folder, codes, [
    ...['2015-07-10', '2015-10-10', '2016-01-10', '2016-04-10'].map((on, q) => ['claim-sheet', `Q${q + 1}`, on, '']),
    ...['development-plan', 'integrated-teams-plan'].map((id) => [id, '', '2015-09-20', '']),
    ...['end-of-year-report', 'integrated-care-report', 'qipp-activity'].map((id) => [id, '', '2016-05-20', '']),
    ...['audit-nsaids', 'audit-pregabalin', 'audit-antibiotics'].map((id) => [id, '', '2016-05-20', '100']),
  ]);
  makeClaims(folder, codes, claims, next);
}

/** A data folder for `vaccinations.json`: so many claims in no order, of which one in a hundred is late and one is made twice. */
export function makeVaccinations(folder: string, { practices, claims }: Size, seed = 1): void {
  const next = numbersFrom(seed);
  const codes = codesOf(practices);
  mkdirSync(folder, { recursive: true });
  makePractices(folder, codes);
  makeLists(folder, codes, '2015-04-01', next);
  let last = '';
  writeClaims(folder, claims, (row) => {
    const day = next(366);
    const claimed = day + (next(100) === 0 ? 190 : next(60));
    const id = `V${String(row + 1).padStart(8, '0')}`;
    const made = `${codes[next(codes.length)]},vaccination,${id},${dateOf(day)},${dateOf(claimed)},Dr ${next(900) + 100}\n`;
    const twice = next(100) === 0 && last !== '';
    const text = twice ? last : made;
    last = made;
    return text;
  });
}

/** A data folder for the scheme of Cambridgeshire and Peterborough, which knows no claims: every practice with all its evidence. */
export function makeCambridgeshire(folder: string, practices: number, seed = 1): void {
  const next = numbersFrom(seed);
  const codes = codesOf(practices);
  mkdirSync(folder, { recursive: true });
  makePractices(folder, codes);
  makeLists(folder, codes, '2017-04-01', next);
  makeEvidence(folder, codes, [
    ...['sign-up', 'practice-visit-booked'].map((id) => [id, '', '2017-05-20', '']),
    ...['action-plan', 'mid-year-report', 'year-end-report'].map((id, i) => [
      id,
      '',
      ['2017-07-20', '2017-09-20', '2018-03-20'][i] ?? '',
      '',
    ]),
  ]);
}

function makePractices(folder: string, codes: readonly string[]): void {
  const rows = codes.map((code, index) => `${code},Surgery ${index + 1},Locality ${index % 13}`);
  write(folder, 'practices.csv', ['practice_code,practice_name,locality', ...rows]);
}

function makeLists(folder: string, codes: readonly string[], asAt: string, next: (below: number) => number): void {
  const rows = codes.map((code) => `${code},${asAt},${1500 + next(18000)}`);
  write(folder, 'list-sizes.csv', ['practice_code,as_at,patients', ...rows]);
}

function makeEvidence(folder: string, codes: readonly string[], kinds: readonly (readonly string[])[]): void {
  const rows = codes.flatMap((code) =>
    kinds.map(([id, period, on, quantity]) => `${code},${id},${period},${on},${quantity}`),
  );
  write(folder, 'evidence.csv', ['practice_code,evidence,period,received_on,quantity', ...rows]);
}

/** About 61 bytes a row: nearly all within the rules, so that nearly all are over the caps. */
function makeClaims(folder: string, codes: readonly string[], claims: number, next: (below: number) => number): void {
  writeClaims(folder, claims, () => {
    const day = next(366);
    const event = next(3) === 0 ? 'cluster-event' : 'locality-meeting';
    return `${codes[next(codes.length)]},${event},M${next(90000) + 10000},${dateOf(day)},${dateOf(day + next(80))},Dr ${next(900) + 100}\n`;
  });
}

function writeClaims(folder: string, claims: number, rowOf: (row: number) => string): void {
  const file = openSync(join(folder, 'claims.csv'), 'w');
  writeSync(file, 'practice_code,event,event_id,event_date,claimed_on,attendee\n');
  let text = '';
  for (let row = 0; row < claims; row += 1) {
    text += rowOf(row);
    if (text.length < 1 << 20) continue;
    writeSync(file, text);
    text = '';
  }
  writeSync(file, text);
  closeSync(file);
}

/** So many days after 1 April 2015. */
function dateOf(days: number): string {
  return new Date(Date.UTC(2015, 3, 1 + days)).toISOString().slice(0, 10);
}

function write(folder: string, name: string, rows: readonly string[]): void {
  writeFileSync(join(folder, name), `${rows.join('\n')}\n`);
}
