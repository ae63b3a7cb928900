import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { tables } from '../../src/data/tables/tables.ts';
import { emptyFolder, quarterday, type Told } from '../make/host.ts';
import { formula, harmful, hostile, inJsonText, withCell } from '../make/hostile.ts';

// What comes from outside must not reach a terminal as anything but text, a spreadsheet as a formula, or the disk as a path.

const errors = fileURLToPath(new URL('../../fixtures/errors/', import.meta.url));
const dorset = fileURLToPath(new URL('../../fixtures/dorset-ccip-2015-16/data/', import.meta.url));

const formats = ['text', 'json'] as const;

/** Holds that nothing harmful was printed, and that something was. */
function holdsSafe({ stdout, stderr }: Told): void {
  expect(stdout + stderr).not.toBe('');
  expect(harmful.exec(stdout + stderr)?.[0]).toBeUndefined();
}

async function say(args: readonly string[], exit: number, format: (typeof formats)[number]): Promise<Told> {
  const told = await quarterday([...args, '--format', format]);
  holdsSafe(told);
  expect(told.exit, told.stderr).toBe(exit);
  return told;
}

/** Tables that the fixture has no use for. */
const changing: Readonly<Record<string, string>> = {
  'memberships.csv': 'practice_code,from,locality,pcn_code,notes\r\nZ10001,2015-07-01,North,U00001,\r\n',
  'plans.csv':
    'practice_code,component,amount,instalments,first_on,every,at_most,decided_on,decided_by,reason,notes\r\nZ10001,cluster-events,100.00,4,2015-10-01,month,50%,2015-09-20,A. Name,agreed,\r\n',
  'successions.csv': 'old_code,new_code,from,reference,notes\r\nZ10001,Z10002,2015-10-01,letter,\r\n',
};

/** A folder that may be changed: the data of Dorset. */
function dorsetData(): string {
  const data = join(emptyFolder(), 'data');
  cpSync(dorset, data, { recursive: true });
  return data;
}

function runOf(data: string, ...more: string[]): string[] {
  return ['run', 'dorset-ccip-2015-16', '--period', 'Q2', '--as-at', '2015-11-15', '--data', data, ...more];
}

describe.each(formats)('what a terminal would obey does not reach it, with --format %s,', (format) => {
  it('from the command line', async () => {
    const data = dorsetData();
    for (const args of [
      [hostile],
      ['show', hostile],
      ['show', `../cli/${hostile}.json`],
      ['show', 'x', hostile],
      ['schemes', `--${hostile}`],
      ['schemes', '--color', hostile],
      ['help', hostile],
      ['check', 'dorset-ccip-2015-16', '--data', hostile],
      ['check', 'dorset-ccip-2015-16', '--data', data, '--encoding', hostile],
      ['run', 'dorset-ccip-2015-16', '--period', hostile, '--as-at', '2015-11-15', '--data', hostile],
      ['run', 'dorset-ccip-2015-16', '--period', 'Q2', '--as-at', hostile, '--data', data],
      ['explain', hostile, '--practice', hostile],
      ['verify', hostile],
      ['verify', '--ledger', hostile],
      ['diff', hostile, hostile],
      ['post', hostile, '--ledger', hostile, '--approved-by', 'A. Name', '--confirm-total', '1.00'],
      ['post', hostile, '--ledger', hostile, '--approved-by', hostile, '--confirm-total', hostile],
    ]) {
      await say(args, 2, format);
    }
    await say(['template', 'dorset-ccip-2015-16', '--out', join(data, 'practices.csv', hostile)], 5, format);
  });

  it('from the names of files and folders', async () => {
    const home = join(emptyFolder(), hostile);
    const [data, out, ledger] = [join(home, hostile), join(home, 'out'), join(home, 'ledger')];
    cpSync(dorset, data, { recursive: true });
    writeFileSync(join(data, `${hostile}.csv`), '');
    symlinkSync('practices.csv', join(data, `x${hostile}`));
    await say(['check', 'dorset-ccip-2015-16', '--data', data], 1, format);
    cpSync(dorset, join(home, 'data'), { recursive: true });
    await say(['check', 'dorset-ccip-2015-16', '--data', join(home, 'data')], 0, format);
    await say(runOf(join(home, 'data'), '--out', out, '--ledger', ledger), 0, format);
    await say(runOf(join(home, 'data'), '--out', out, '--ledger', ledger), 4, format);
    await say(runOf(join(home, 'data'), '--out', join(home, 'data', hostile)), 2, format);
    const run = join(out, readdirSync(out)[0] ?? '');
    await say(['verify', run], 0, format);
    await say(['explain', run, '--practice', 'Z10001'], 0, format);
    await say(['explain', run, '--practice', hostile], 2, format);
    await say(['diff', run, run], 0, format);
    mkdirSync(ledger);
    writeFileSync(join(ledger, hostile), '');
    await say(['verify', '--ledger', ledger], 0, format);
    await say(runOf(join(home, 'data'), '--ledger', ledger), 0, format);
    await say(['template', 'dorset-ccip-2015-16', '--out', join(home, 'template')], 0, format);
    await say(['template', 'dorset-ccip-2015-16', '--out', join(home, 'template')], 4, format);
    renameSync(join(run, 'payments.csv'), join(run, `${hostile}.csv`));
    await say(['verify', run], 3, format);
  });

  it.each(tables.filter(({ file }) => file !== 'measures.csv').map((table) => table.file))(
    'from cells of %s',
    async (file) => {
      const data = dorsetData();
      const more = changing[file];
      if (more) writeFileSync(join(data, file), more);
      const text = readFileSync(join(data, file), 'utf8');
      for (const column of text.split(/\r?\n/, 1)[0]?.split(',') ?? []) {
        for (const line of ['header', 'row'] as const) {
          writeFileSync(join(data, file), withCell(text, column, line, hostile));
          await say(runOf(data), 1, format);
        }
      }
    },
  );

  it('from a run folder and a ledger that somebody has changed', async () => {
    const [out, ledger] = [emptyFolder(), join(emptyFolder(), 'ledger')];
    await say(runOf(dorset, '--out', out, '--ledger', ledger), 0, format);
    const run = join(out, readdirSync(out)[0] ?? '');
    const { net } = JSON.parse(readFileSync(join(run, 'summary.json'), 'utf8')).totals;
    const post = ['post', run, '--ledger', ledger, '--approved-by', 'A. Name', '--confirm-total', net];
    await say(post, 0, format);
    const posting = join(ledger, readdirSync(ledger)[0] ?? '');
    writeFileSync(posting, readFileSync(posting, 'utf8').replaceAll('A. Name', inJsonText(hostile)));
    const spoil = (kind: string, instead: string) => {
      for (const file of readdirSync(run).filter((name) => name.endsWith(kind))) {
        const text = readFileSync(join(run, file), 'utf8');
        writeFileSync(join(run, file), text.replaceAll(/ (?=[a-z])/g, instead));
      }
    };
    for (const spoilt of ['.csv', '.json']) {
      spoil(spoilt, spoilt === '.csv' ? hostile.replace('\r', '') : inJsonText(hostile));
      for (const args of [
        ['explain', run, '--practice', 'Z10001'],
        ['diff', run, run],
        ['verify', run],
        ['verify', run, '--recompute'],
        ['verify', '--ledger', ledger],
        post,
      ]) {
        const told = await quarterday([...args, '--format', format]);
        expect([0, 1, 3, 4], told.stderr).toContain(told.exit);
        expect(harmful.exec(told.stdout + told.stderr)?.[0]).toBeUndefined();
      }
    }
  });

  it('from a scheme', async () => {
    const plain = readFileSync(join(errors, 'plain.json'), 'utf8');
    const path = join(emptyFolder(), `${hostile}.json`);
    const escaped = inJsonText(hostile);
    for (const text of [
      plain.replace('A plain paper', escaped),
      plain.replace('A plain paper', hostile),
      plain.replace('"commissioner"', `"${escaped}"`),
      plain.replace('"audits"', `"${escaped}"`),
      plain.replace('"component"', `"${escaped}"`),
      plain.replace('"100"', `"${escaped}"`),
      plain.replace('"clause"', `"clause": "", "${escaped}": 1, "${escaped}"`),
      plain.replace('1', hostile),
      hostile,
      `{ "${hostile}": /* ${hostile} */ 1 `,
    ]) {
      expect(text).not.toBe(plain);
      writeFileSync(path, text);
      await say(['check', path], 1, format);
      await say(['show', path], 1, format);
    }
  });
});

describe('what a spreadsheet would take for a formula', () => {
  /** Where a text of the reader's own may stand, and what a person may have put there. */
  const texts: readonly (readonly [file: string, column: string, text: string])[] = [
    ['practices.csv', 'practice_name', '=HYPERLINK("http://x")'],
    ['practices.csv', 'locality', '@SUM(1)'],
    ['claims.csv', 'event', '=meeting'],
    ['claims.csv', 'event_id', '-1+1'],
    ['claims.csv', 'attendee', '＋1'],
    ['claims.csv', 'reference', '|cmd'],
    ['decisions.csv', 'decided_by', '+A. Name'],
    ['decisions.csv', 'reason', '%x'],
    ['evidence.csv', 'reference', '=1'],
    ['payees.csv', 'payee_name', '=1'],
    ['payees.csv', 'reference', ' =1'],
    ['paid.csv', 'reference', '-1'],
  ];
  const amounts = /^(amount|entitlement|already_paid|payments|clawbacks|net)$/;
  const exact = /^-?\d+(\.\d+|\/\d+)?$/;

  it('is written with an apostrophe in every report, and amounts never are', async () => {
    const data = dorsetData();
    const said: string[] = [];
    for (const [file, column, text] of texts) {
      const path = join(data, file);
      const rows: string[][] = parse(readFileSync(path), { bom: true });
      const at = rows[0]?.indexOf(column) ?? -1;
      if (at < 0) continue;
      for (const row of rows.slice(1)) row[at] = text;
      if (text === '|cmd') for (const row of rows) row.reverse();
      const quoted = (cell: string) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
      writeFileSync(path, rows.map((row) => row.map(quoted).join(',')).join('\n'));
    }
    const out = emptyFolder();
    const { exit, stderr } = await quarterday(runOf(data, '--out', out));
    expect(exit, stderr).toBe(0);
    const run = join(out, readdirSync(out)[0] ?? '');
    for (const file of readdirSync(run).filter((name) => name.endsWith('.csv'))) {
      const [header = [], ...rows]: string[][] = parse(readFileSync(join(run, file)));
      for (const row of rows) {
        for (const [index, cell] of row.entries()) {
          const isAmount = amounts.test(header[index] ?? '');
          if (isAmount) expect(cell, `${file} ${header[index]}`).toMatch(/^(-?\d+\.\d\d)?$/);
          else if (!exact.test(cell)) expect(formula.test(cell), `${file} ${header[index]} ${cell}`).toBe(false);
          if (cell.startsWith("'")) said.push(file);
        }
      }
    }
    expect([...new Set(said)].sort()).toEqual(['refused.csv', 'statements.csv']);
  });
});

it('lists all of ten thousand mistakes of a kind with --format json, and counts them exactly for a person', async () => {
  const data = dorsetData();
  const rows = Array.from({ length: 10_000 }, () => 'Z10001,integrated-teams,Q1,"£1",2015-07-01');
  writeFileSync(join(data, 'paid.csv'), ['practice_code,component,period,amount,paid_on', ...rows].join('\n'));
  const text = await quarterday(runOf(data));
  expect(text.exit).toBe(1);
  expect(text.stderr).toContain('error not-an-amount An amount is not pounds and pence (10,000)\n');
  expect(text.stderr.match(/has a currency sign/g)).toHaveLength(1);
  expect(text.stderr).toContain('and 9,997 more\n');
  expect(text.stderr).toContain('10,000 errors');
  const json = await quarterday([...runOf(data), '--format', 'json']);
  expect(json.stderr.match(/"code":"not-an-amount"/g)).toHaveLength(10_000);
});
