import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { call } from '../../cases/program.ts';
import { emptyFolder, folderOf } from '../../make/host.ts';

// Mistakes of different stages are told in one go, and a mistake that is only the echo of another is not told.

const plain = fileURLToPath(new URL('../../../fixtures/errors/plain.json', import.meta.url));
const meetings = fileURLToPath(new URL('../../../fixtures/errors/meetings.json', import.meta.url));
const sound = {
  'practices.csv': 'practice_code,practice_name\nZ00001,One\nZ00002,Two\n',
  'list-sizes.csv': 'practice_code,as_at,patients\nZ00001,2020-04-01,1000\nZ00002,2020-04-01,2000\n',
};
const belowZero = 'practice_code,component,period,amount,paid_on\nZ00001,audits,H1,-50.00,2020-10-01\n';

async function told(
  scheme: string,
  files: Readonly<Record<string, string>>,
  ...more: readonly string[]
): Promise<{ exit: number; codes: string[] }> {
  const given = ['--period', 'H1', '--as-at', '2020-10-31', '--data', folderOf({ ...sound, ...files })];
  const { exit, findings } = await call([
    'run',
    scheme,
    ...given.filter((_, at) => !replaced(given, at, more)),
    ...more,
  ]);
  return { exit, codes: findings.map(({ code, file }) => (file === null ? code : `${file} ${code}`)) };
}

/** An option that is given anew takes the place of the usual one. */
function replaced(given: readonly string[], at: number, more: readonly string[]): boolean {
  return more.includes(given[at - (at % 2)] ?? '');
}

describe('in one go', () => {
  it('a wrong period, a bad cell and a paid total below zero', async () => {
    const files = { 'practices.csv': `${sound['practices.csv']}Z0003,Three\n`, 'paid.csv': belowZero };
    expect(await told(plain, files, '--period', 'H9')).toEqual({
      exit: 2,
      codes: ['period-not-in-scheme', 'practices.csv practice-code-form', 'paid.csv paid-below-zero'],
    });
  });

  it('an as-at date before the period, and what is wrong with the data', async () => {
    const files = { 'evidence.csv': 'practice_code,evidence,received_on\n', 'paid.csv': belowZero };
    expect(await told(plain, files, '--as-at', '2020-01-01')).toEqual({
      exit: 1,
      codes: ['evidence.csv unused-file', 'as-at-before-period'],
    });
    expect(await told(plain, files, '--as-at', '2020-10-01', '--period', 'H2')).toEqual({
      exit: 1,
      codes: ['as-at-before-period-end', 'evidence.csv unused-file', 'paid.csv paid-below-zero'],
    });
  });

  it('a ledger that does not fit, a ledger that is unsound, and a bad cell', async () => {
    const ledger = join(emptyFolder(), 'ledger');
    const runs = emptyFolder();
    const run = await call([
      'run',
      plain,
      '--period',
      'H1',
      '--as-at',
      '2020-10-10',
      '--data',
      folderOf(sound),
      '--ledger',
      ledger,
      '--out',
      runs,
    ]);
    const { folder } = JSON.parse(run.stdout);
    const posted = await call([
      'post',
      folder,
      '--ledger',
      ledger,
      '--approved-by',
      'A. Name',
      '--confirm-total',
      '100.00',
    ]);
    expect(posted.exit).toBe(0);
    const without = {
      'practices.csv': 'practice_code,practice_name\nZ00001,One\n',
      'list-sizes.csv': 'practice_code,as_at,patients\nZ00001,2020-04-01,1000.5\n',
    };
    expect(await told(plain, without, '--ledger', ledger)).toEqual({
      exit: 1,
      codes: ['list-sizes.csv not-a-whole-number', 'practices.csv posted-practice-missing'],
    });
    const [posting = ''] = readdirSync(ledger).filter((name) => name.endsWith('.json'));
    writeFileSync(join(ledger, posting), '{}');
    const unsound = await told(plain, { ...without, 'paid.csv': belowZero }, '--ledger', ledger);
    expect(unsound.exit).toBe(4);
    // Whether the rows of paid.csv fall below nothing is not known without the ledger.
    expect(unsound.codes).toEqual([`${join(ledger, posting)} ledger-unsound`, 'list-sizes.csv not-a-whole-number']);
  });

  it('what is hard to believe of claims, beside an error', async () => {
    const files = {
      'evidence.csv': 'practice_code,evidence,received_on\n',
      'claims.csv':
        'practice_code,event,event_id,event_date,claimed_on\nZ00001,meeting,M-1,2020-05-14,2020-06-01\nZ00001,meeting,m-1,2020-05-14,2020-06-01\nZ00002,meeting,M-2,14/05/2020,2020-06-01\n',
    };
    expect(await told(meetings, files)).toEqual({
      exit: 1,
      codes: ['claims.csv not-a-date', 'claims.csv event-in-two-spellings'],
    });
  });
});

describe('no echo of a mistake', () => {
  it('is told: the row of a payment that could not be read, of a practice, of a claim', async () => {
    const paid = `${belowZero}Z00001,audits,H1,£50.00,2020-09-01\n`;
    expect(await told(plain, { 'paid.csv': paid })).toEqual({ exit: 1, codes: ['paid.csv not-an-amount'] });
    const files = {
      'evidence.csv': 'practice_code,evidence,received_on\n',
      'claims.csv': 'practice_code,event,event_id,event_date,claimed_on\nZ00001,meeting,M-1,14/05/2020,2020-06-01\n',
      'decisions.csv':
        'practice_code,decision,evidence,decided_on,decided_by,reason\nZ00001,accept-late,M-1,2020-09-01,A. Name,late\n',
    };
    expect(await told(meetings, files)).toEqual({ exit: 1, codes: ['claims.csv not-a-date'] });
  });
});
