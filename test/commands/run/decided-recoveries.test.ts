import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { emptyFolder, folderOf, quarterday } from '../../make/host.ts';
import { netOf, post } from '../../make/posted-runs.ts';
import { rowsOf, runFolder } from '../../make/runs.ts';

// Dorset, 8,000 patients: £4,000.00 a quarter for integrated teams, of which Q1 and Q2 are to come back because the plan is a day late.

const scheme = 'dorset-ccip-2015-16';
const days = { Q1: '2015-07-31', Q2: '2015-09-30', Q3: '2016-01-15', Q4: '2016-05-15' } as const;
const decisionsHeader =
  'practice_code,component,decision,evidence,period,proportion,amount,decided_on,decided_by,reason\n';

let data = '';
let ledger = '';
beforeEach(() => {
  data = folderOf({
    'practices.csv': 'practice_code,practice_name\nZ00001,Ash\n',
    'list-sizes.csv': 'practice_code,as_at,patients\nZ00001,2015-03-31,8000\n',
    'evidence.csv': 'practice_code,evidence,received_on\nZ00001,integrated-teams-plan,2015-10-01\n',
    'claims.csv': 'practice_code,event,event_id,event_date,claimed_on\n',
  });
  ledger = join(emptyFolder(), 'ledger');
});

function decide(...rows: readonly string[]): void {
  writeFileSync(
    join(data, 'decisions.csv'),
    decisionsHeader + rows.map((row) => `Z00001,integrated-teams,${row}\n`).join(''),
  );
}

/** A run with the ledger, that verifies when it is made again. */
async function made(period: keyof typeof days): Promise<string> {
  const folder = await runFolder(scheme, { period, asAt: days[period], data, more: ['--ledger', ledger] });
  expect((await quarterday(['verify', folder, '--recompute'])).stderr).toBe('');
  return folder;
}

async function posted(period: keyof typeof days): Promise<string> {
  const folder = await made(period);
  expect((await post(folder, ledger)).stderr).not.toContain('error');
  return folder;
}

/** Period, status, amount and the end of the reason of each row of integrated teams. */
function clawbacks(folder: string): string[] {
  return rowsOf(folder, 'clawbacks.csv')
    .filter(({ component }) => component === 'integrated-teams')
    .map(
      ({ period, status, amount, reason = '' }) =>
        `${period} ${status} ${amount}: ${reason.split('; ').slice(1).join('; ')}`,
    );
}

describe('a decision to recover a sum', () => {
  it('takes that sum once, however many runs come after it', async () => {
    await posted('Q1');
    await posted('Q2');
    decide('recover,,,,72.00,2015-12-01,S. Dyer,as agreed');
    const third = await posted('Q3');
    const [waits, by] = ['£7,928.00 waits', 'recovery decided by S. Dyer on 2015-12-01, £72.00: as agreed'];
    expect(clawbacks(third)).toEqual([
      `Q1 due 72.00: ${by}`,
      `Q1 proposed 3928.00: decided for £72.00, of which £72.00 is taken; ${waits}`,
      `Q2 proposed 4000.00: decided for £72.00, of which £72.00 is taken; ${waits}`,
    ]);
    const fourth = await made('Q4');
    expect(clawbacks(fourth)).toEqual([
      `Q1 proposed 3928.00: decided for £72.00, of which £72.00 is taken; ${waits}`,
      `Q2 proposed 4000.00: decided for £72.00, of which £72.00 is taken; ${waits}`,
    ]);
  });

  it('is followed by another, and a waiver leaves the rest with the practice for good', async () => {
    await posted('Q1');
    await posted('Q2');
    const first = 'recover,,,,72.00,2015-12-01,S. Dyer,as agreed';
    decide(first);
    await posted('Q3');
    decide(
      first,
      'recover,,Q2,,1000.00,2016-04-01,S. Dyer,further',
      'waive-recovery,,,,6900.00,2016-04-01,S. Dyer,hardship',
    );
    const fourth = await posted('Q4');
    const waived = 'waived: decided by S. Dyer on 2016-04-01, £6,900.00: hardship';
    expect(clawbacks(fourth)).toEqual([
      `Q1 waived 3928.00: ${waived}`,
      'Q2 due 1000.00: recovery decided by S. Dyer on 2016-04-01, £1,000.00: further',
      'Q2 proposed 28.00: decided for £1,072.00, of which £1,072.00 is taken; £28.00 waits',
      `Q2 waived 2972.00: ${waived}`,
    ]);
    const whole = rowsOf(fourth, 'clawbacks.csv').filter(({ period }) => period === 'Q2');
    const teams = whole.filter(({ component }) => component === 'integrated-teams');
    expect(teams.map((row) => [row.entitlement, row.already_paid])).toEqual([
      ['0.00', '4000.00'],
      ['0.00', '4000.00'],
      ['0.00', '4000.00'],
    ]);
    expect(rowsOf(fourth, 'withheld.csv').filter(({ status }) => status === 'waived')).toEqual([]);
    const again = await made('Q4');
    expect(clawbacks(again)).toEqual([
      `Q1 waived 3928.00: ${waived}`,
      'Q2 proposed 28.00: decided for £1,072.00, of which £1,072.00 is taken; £28.00 waits',
      `Q2 waived 2972.00: ${waived}`,
    ]);
    expect(netOf(again)).toBe('0.00');
  });

  it('is told as without effect where nothing of it is needed', async () => {
    await posted('Q1');
    decide('recover,,Q4,,72.00,2015-12-01,S. Dyer,as agreed', 'waive-recovery,,,,5000.00,2015-12-01,S. Dyer,hardship');
    const folder = await made('Q3');
    expect(clawbacks(folder).map((row) => row.split(':')[0])).toEqual(['Q1 waived 4000.00']);
    const told = await quarterday([
      'run',
      scheme,
      '--period',
      'Q3',
      '--as-at',
      days.Q3,
      '--data',
      data,
      '--ledger',
      ledger,
    ]);
    expect(told.stdout.replaceAll(/\s+/g, ' ')).toContain(
      'decisions.csv 2 1 without effect: another row stood in its place, or nothing turned on it (line 2)',
    );
  });
});

describe('the sums of a run', () => {
  it('foot as they are printed', async () => {
    await posted('Q1');
    await posted('Q2');
    decide('recover,,,,72.00,2015-12-01,S. Dyer,as agreed');
    const told = await quarterday([
      'run',
      scheme,
      '--period',
      'Q3',
      '--as-at',
      days.Q3,
      '--data',
      data,
      '--ledger',
      ledger,
    ]);
    const position = told.stdout.slice(told.stdout.indexOf('Position'), told.stdout.indexOf('By component'));
    expect(position).toMatchInlineSnapshot(`
      "Position
                                          lines       amount
        Worth to date                             £15,900.00
        Forfeited                                −£13,500.00
        --------------------------------  -----  -----------
        Entitlement to date                        £2,400.00
        Already paid                              −£9,600.00
        --------------------------------  -----  -----------
        To settle                                 −£7,200.00
        Payments                              2      £800.00
        Clawbacks due                         1      −£72.00
        Clawbacks deferred                    0        £0.00
        Clawbacks proposed                    2   −£7,928.00
        Clawbacks waived                      0        £0.00
        --------------------------------  -----  -----------
        Settled                                   −£7,200.00
        --------------------------------  -----  -----------
        Net: payments less clawbacks due             £728.00

      "
    `);
  });
});
