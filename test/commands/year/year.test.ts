import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatAmount, noPence, type Pence, parseAmount, sumPence } from '../../../src/domain/money/money.ts';
import { emptyFolder, quarterday } from '../../make/host.ts';
import { rowsIn } from '../../make/posted-runs.ts';
import { rowsOf } from '../../make/runs.ts';
import { shellLines, type Taken, takeLines } from '../../make/shell-lines.ts';

// A year of three schemes, as fixtures/year/README.md tells it: every line of the page is taken, each control total is tied to the next,
// and the figures of its table are those that the files say.

const schemes = ['engagement', 'meetings', 'plans'] as const;
type SchemeId = (typeof schemes)[number];
const quarters = ['Q1', 'Q2', 'Q3', 'Q4'] as const;
type Quarter = (typeof quarters)[number];
const months = ['june', 'september', 'december', 'march'] as const;

const page = readFileSync(fileURLToPath(new URL('../../../fixtures/year/README.md', import.meta.url)), 'utf8');

const pounds = (sum: string): Pence => parseAmount(sum) ?? noPence;
const added = (sums: Iterable<string>) => formatAmount(sumPence([...sums].map(pounds)));

let root = '';
let taken: readonly Taken[] = [];
const at = (...names: readonly string[]) => join(root, 'year', ...names);
const read = (...names: readonly string[]) => readFileSync(at(...names), 'utf8');

/** Runs a command that must end well. Answers what it says as data. */
async function done(...args: readonly string[]) {
  const { exit, stdout, stderr } = await quarterday([...args, '--format', 'json']);
  expect(exit, `${args.join(' ')}\n${stderr}`).toBe(0);
  return JSON.parse(stdout);
}

function runOf(scheme: SchemeId, quarter: Quarter): string {
  const [name = ''] = readdirSync(at('runs')).filter((each) => each.startsWith(`${scheme}-${quarter}-`));
  return at('runs', name);
}

/** The cells of the rows of a file that need no quotes, without their header. */
const cellsOf = (...names: readonly string[]) =>
  read(...names)
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((row) => row.split(','));

const totalsOf = (scheme: SchemeId, quarter: Quarter) =>
  JSON.parse(readFileSync(join(runOf(scheme, quarter), 'summary.json'), 'utf8')).totals;

/** The sums of a row of the table of the page, without the year's. */
function rowOfPage(name: string): string[] {
  const row = page.split('\n').find((line) => line.startsWith(`| ${name}`)) ?? '';
  return row
    .split('|')
    .slice(2, 6)
    .map((cell) => cell.trim().replaceAll(',', ''));
}

const sent = (quarter: Quarter) =>
  added(cellsOf('to-pay', quarter.toLowerCase(), 'payments.csv').map((row) => row[3] ?? ''));
const recovered = (quarter: Quarter) =>
  added(cellsOf('to-pay', quarter.toLowerCase(), 'to-recover.csv').map((row) => row[3] ?? ''));

beforeAll(async () => {
  root = emptyFolder();
  taken = await takeLines(shellLines(page), root, () => '2027-06-01T09:00:00.000Z');
}, 120_000);

describe('a year of three schemes', () => {
  it('is told by lines that each end well', () => {
    expect(taken).toHaveLength(42);
  });

  it('pays each quarter what a person works out', () => {
    expect(quarters.map((quarter) => totalsOf('engagement', quarter).net)).toEqual([
      // 5,000, 3,000 and 2,000 patients at £1.00, a quarter of it.
      '2500.00',
      // The list of Beech is 3,100: £25.00 more for Q1, £2,525.00 for Q2.
      '2550.00',
      // Ash and Cedar are paid £1,750.00; the first of four instalments of £1,550.00 comes back.
      '1362.50',
      // £1,750.00 with the year-end reports; the other three instalments, £1,162.50.
      '587.50',
    ]);
    // Two meetings a quarter, then one, then two, of which one is over the six.
    expect(quarters.map((quarter) => totalsOf('meetings', quarter).net)).toEqual([
      '500.00',
      '500.00',
      '250.00',
      '250.00',
    ]);
    // The pool is paid in quarters, whoever gets it: what Beech gets more for Q1 is what was decided to take from the others.
    for (const quarter of quarters) expect(totalsOf('plans', quarter).net).toBe('25000.00');
  });

  it('is told by a table of the figures that stand in the files', () => {
    for (const scheme of schemes)
      expect(rowOfPage(scheme), scheme).toEqual(quarters.map((quarter) => totalsOf(scheme, quarter).net));
    const posted = quarters.map((quarter) => added(schemes.map((scheme) => totalsOf(scheme, quarter).net)));
    expect(rowOfPage('posted')).toEqual(posted);
    expect(rowOfPage('sent to the bank')).toEqual(quarters.map(sent));
    expect(rowOfPage('to recover')).toEqual(quarters.map(recovered));
    expect(rowOfPage('settled')).toEqual(quarters.map(sent));
    for (const row of page
      .split('\n')
      .filter((line) => /^\| (?:engagement|meetings|plans|posted|sent|to recover|settled)/.test(line))) {
      const cells = row
        .split('|')
        .slice(2, 7)
        .map((cell) => cell.trim().replaceAll(',', ''));
      expect(added(cells.slice(0, 4)), row).toBe(cells[4]);
    }
  });

  it('hands over what was posted, and nothing else', () => {
    for (const [index, quarter] of quarters.entries()) {
      expect(added([sent(quarter), `-${recovered(quarter)}`]), quarter).toBe(rowOfPage('posted')[index]);
      expect(read('to-pay', quarter.toLowerCase(), 'control.txt'), quarter).toContain(`sum: ${sent(quarter)}\r\n`);
    }
    // Only Beech owes anything: its instalments.
    expect(quarters.map(recovered)).toEqual(['0.00', '0.00', '387.50', '1162.50']);
  });

  it('pays for Cedar to Ash from the day on which the code changed', () => {
    const payees = (quarter: Quarter) =>
      [
        ...new Set(rowsIn(runOf('plans', quarter), 'payments.csv').map(([practice, payee]) => `${practice} ${payee}`)),
      ].sort();
    expect(payees('Q1')).toEqual(['Z00001 Z00001', 'Z00002 Z00002', 'Z00003 Z00003']);
    expect(payees('Q2')).toEqual(['Z00001 Z00001', 'Z00002 Z00002', 'Z00003 Z00001']);
  });

  it('has paid in all what the last runs say was earned', () => {
    for (const scheme of schemes)
      expect(added(quarters.map((quarter) => totalsOf(scheme, quarter).net)), scheme).toBe(
        totalsOf(scheme, 'Q4').entitlement,
      );
  });

  it('keeps journals that balance, each with the last one reversed', () => {
    const sums = months.map((month) => cellsOf('months', month, 'journal.csv').map((row) => row[2] ?? ''));
    for (const all of sums) expect(added(all)).toBe('0.00');
    // In September Beech is owed £173.27 more for Q1, and the others had as much too much: 25,173.27 and 173.27, set against nothing.
    const debits = sums.map((all) => added(all.filter((sum) => !sum.startsWith('-'))));
    expect(debits).toEqual(['25000.00', '50346.54', '50346.54', '50000.00']);
    expect(rowOfPage('journal')).toEqual(debits);
  });

  it('tells each payee in one letter of all three schemes, and the letters add up to the runs', () => {
    const cells = cellsOf('papers', 'statements', 'index.csv');
    expect(added(cells.map((row) => row[6] ?? ''))).toBe(rowOfPage('posted')[3]);
    expect(new Set(cells.map((row) => row[2]))).toEqual(new Set(['Z00001.pdf', 'Z00002.pdf']));
    const rows = rowsOf(at('papers'), 'recoveries.csv');
    const told = rows.map(
      (row) => `${row.practice_code} ${row.component} ${row.period} ${row.status} ${row.taken} ${row.left}`,
    );
    expect(told).toEqual([
      'Z00001 plans Q1 taken 123.76 0.00',
      'Z00002 engagement Q1 due 775.00 0.00',
      'Z00002 engagement Q2 due 775.00 0.00',
      'Z00003 plans Q1 taken 49.51 0.00',
    ]);
    const q2 = createHash('sha256')
      .update(readFileSync(join(runOf('plans', 'Q2'), 'run.json')))
      .digest('hex');
    const cause = 'more was paid than is earned; recovery decided by S. Dyer on 2027-10-15';
    expect(read('papers', 'recoveries.csv').split('\r\n')[1]).toBe(
      `Z00001,Z00001,plans,Q1,"${cause}, £123.76: the list of Beech was corrected",123.76,taken,${q2},S. Dyer,,123.76,0.00`,
    );
    expect(read('papers', 'recoveries.csv').split('\r\n')[4]).toBe(
      `Z00003,Z00001,plans,Q1,"${cause}, £49.51: the list of Beech was corrected",49.51,taken,${q2},S. Dyer,,49.51,0.00`,
    );
    expect(new Set(rows.map((row) => row.decided_by))).toEqual(new Set(['S. Dyer']));
    expect(read('papers', 'recoveries.csv').split('4 instalments from 2028-01-15, one a month')).toHaveLength(3);
  });

  it('leaves a ledger that proves itself, and in which only what comes back is open', async () => {
    const [listed] = taken.filter(({ line }) => line.startsWith('quarterday ledger'));
    expect(listed?.told.stdout).toContain('QD6PZ00001');
    const [proved] = taken.filter(({ line }) => line.startsWith('quarterday verify'));
    expect(proved?.told.stdout).toContain('12 postings, 5 hand-offs and 5 settlements');
    const { sums } = await done('ledger', at('ledger'), '--open');
    expect(sums.map(({ state, payee_code, open }: Record<string, string>) => [state, payee_code, open])).toEqual([
      ['to-recover', 'Z00002', '-387.50'],
      ['to-recover', 'Z00002', '-1162.50'],
    ]);
  });

  it('is proved again, run by run, from what each was made of', async () => {
    for (const scheme of schemes)
      for (const quarter of quarters)
        await done('verify', runOf(scheme, quarter), '--recompute', '--ledger', at('ledger'));
  });
});
