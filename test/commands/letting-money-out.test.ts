import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Bank, channelFile, finance, handOffArgs, postedQuarters, settleArgs } from '../make/bank.ts';
import { folderOf, quarterday, type Told } from '../make/host.ts';
import { formula, formulas, harmful, hostile, inJsonText, withCell } from '../make/hostile.ts';
import { threePractices } from '../make/posted-runs.ts';

// The same as letting-out.test.ts, of the files by which money is handed over, settled, accrued and told of.

const statusMap = fileURLToPath(new URL('../../schemes/maps/status-report.json', import.meta.url));
const formats = ['text', 'json'] as const;

let bank: Bank;
beforeEach(async () => {
  bank = await postedQuarters();
});

/** A mistake, or a warning; and nothing harmful in what is printed. */
async function say(args: readonly string[], format: (typeof formats)[number]): Promise<Told> {
  const told = await quarterday([...args, '--format', format]);
  expect([0, 1, 2], told.stderr).toContain(told.exit);
  expect(told.stdout + told.stderr).not.toBe('');
  expect(harmful.exec(told.stdout + told.stderr)?.[0]).toBeUndefined();
  return told;
}

function written(text: string, name: string): string {
  return join(folderOf({ [name]: text }), name);
}

function accrueArgs(channel: string, out: string): string[] {
  const scheme = ['accrue', 'west-hampshire-qps-2019-20', '--as-at', '2019-10-31', '--data', folderOf(threePractices)];
  return [...scheme, '--ledger', bank.ledger, '--finance', bank.finance, '--channel', channel, '--out', out];
}

/** A JSON text with one of its texts exchanged, for each of them in turn. */
function* withEachText(json: string): Generator<string> {
  for (const text of new Set(json.match(/"[^"]*"/g))) yield json.replace(text, `"${inJsonText(hostile)}"`);
}

describe.each(formats)('what a terminal would obey does not reach it, with --format %s,', (format) => {
  it('from the finance folder', async () => {
    for (const [file, text] of Object.entries({
      ...finance,
      'contacts.csv': 'payee_code,name,address,email\nZ00001,A,B,C\n',
    })) {
      for (const column of text.split('\n', 1)[0]?.split(',') ?? []) {
        for (const line of ['header', 'row'] as const) {
          writeFileSync(join(bank.finance, file), withCell(text, column, line, hostile));
          const args =
            file === 'contacts.csv'
              ? [
                  'publish',
                  runOf(),
                  '--finance',
                  bank.finance,
                  '--only',
                  'statements',
                  '--out',
                  join(bank.root, 'papers'),
                ]
              : handOffArgs(bank, [1], 'pay');
          expect((await say(args, format)).exit, `${file} ${column}`).toBe(1);
        }
      }
      writeFileSync(join(bank.finance, file), text);
    }
  });

  it('from a channel, a map and a job', async () => {
    for (const text of withEachText(readFileSync(channelFile('one-row-a-component'), 'utf8')))
      expect((await say(handOffArgs(bank, [1], 'pay', '--channel', written(text, 'c.json')), format)).exit, text).toBe(
        1,
      );
    await quarterday(handOffArgs(bank, [1], 'pay'));
    for (const text of withEachText(readFileSync(statusMap, 'utf8')))
      await say(settleArgs(bank, ['QD1PZ00001,26/05/2018,Paid,'], '--map', written(text, 'm.json')), format);
    const job = { defaults: { out: 'runs' }, runs: [{ scheme: 'x', period: 'Q2', as_at: '2019-10-15', data: 'd' }] };
    for (const text of withEachText(JSON.stringify(job)))
      await say(['batch', written(text, `${hostile.replace('\r', '')}.json`)], format);
  });

  it('from what a bank sent, and from who hands it over or reads it', async () => {
    const named = ['QD1PZ00001', '26/05/2018', 'Paid', '1.00'];
    await quarterday(handOffArgs(bank, [1], 'pay'));
    for (const at of named.keys()) {
      const cells = named.map((cell, place) => (place === at ? hostile.replace('\r', '') : cell));
      await say(settleArgs(bank, [cells.join(','), 'QD1PZ00002,26/05/2018,Rejected,']), format);
    }
    const again = handOffArgs(bank, [1], 'again', '--again', 'QD1PZ00002', '--reason', 'x');
    for (const given of ['B. Jones', 'QD1PZ00002', 'x']) {
      const args = again.map((each) => (each === given ? hostile : each));
      expect((await say(args, format)).exit).toBe(2);
    }
    await say(['ledger', bank.ledger], format);
    await say(['ledger', bank.ledger, '--open'], format);
    await say(['verify', '--ledger', bank.ledger], format);
  });
});

function runOf(): string {
  const runs = join(bank.root, 'runs');
  return join(runs, readdirSync(runs).sort()[0] ?? '');
}

describe('what a spreadsheet would take for a formula', () => {
  it.each(formulas)('is written with an apostrophe, and no row is broken: %s', async (text) => {
    const quoted = `"${text.replaceAll('"', '""')}"`;
    const suppliers = ['Z00001', 'Z00002', 'Z00003'].map((code) => `${code},${quoted},${quoted}\n`);
    const coding = ['education-target', 'locality-plans', 'patient-safety', 'creditor', 'prepaid', 'debtor'].map(
      (component) => `${component},${quoted},${quoted}\n`,
    );
    writeFileSync(join(bank.finance, 'suppliers.csv'), ['payee_code,supplier,site\n', ...suppliers].join(''));
    writeFileSync(join(bank.finance, 'coding.csv'), ['component,cost_centre,subjective\n', ...coding].join(''));
    const columns = [
      { name: text, text },
      { name: 'a', code: 'supplier' },
      { name: 'b', code: 'site' },
      { name: 'c', code: 'cost-centre' },
      { name: 'd', code: 'subjective' },
      { name: 'e', field: 'component' },
      { name: 'f', field: 'amount' },
      { name: 'g', field: 'reference' },
      { name: 'h', sign: { payment: text, credit: 'x' } },
      { name: 'i', lookUp: 'period', table: { Q2: text, Q3: text } },
    ];
    const channel = written(
      JSON.stringify({
        ...{ channel: 1, id: 'x', title: text, rows: 'payee-and-component', credits: 'apart', columns },
        ...{ file: { name: 'pay.csv' }, header: columns.map(() => ({ text })), trailer: columns.map(() => ({ text })) },
      }),
      'c.json',
    );
    const told = await quarterday(handOffArgs(bank, [1, 2], 'pay', '--channel', channel));
    expect(told.exit, told.stderr).toBe(0);
    const accrued = await quarterday(accrueArgs(channel, join(bank.root, 'month')));
    expect(accrued.exit, accrued.stderr).toBe(0);
    const files = ['pay/pay.csv', 'pay/to-recover.csv', 'month/journal.csv', 'month/accruals.csv'];
    for (const file of files) {
      const rows: string[][] = parse(readFileSync(join(bank.root, file)));
      expect(rows.length, file).toBeGreaterThan(1);
      expect(new Set(rows.map((row) => row.length)).size, file).toBe(1);
      const cells = rows.flat().filter((cell) => !/^-?\d+(\.\d\d)?$/.test(cell));
      expect(
        cells.filter((cell) => formula.test(cell)),
        file,
      ).toEqual([]);
    }
    const guarded = parse(readFileSync(join(bank.root, 'pay/pay.csv'))).flat();
    expect(guarded).toContain(`'${text}`);
    for (const line of readFileSync(join(bank.root, 'pay/control.txt'), 'utf8').split('\r\n').slice(0, -1))
      expect(line).toMatch(/^(rows|sum|sum-.+|sha256): [0-9a-f.]+$/);
  });
});
