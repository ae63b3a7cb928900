import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { emptyFolder, folderOf, quarterday } from '../../make/host.ts';

// Envelopes of the year over events and figures, from the data folder to the letters: first come, first paid, and all alike.

const scheme = fileURLToPath(new URL('../../../fixtures/other-schemes/budget-of-the-year.json', import.meta.url));

/** By practice, so many sessions in each quarter, claimed before its end. */
const sessions = { Z00001: [3, 3, 2], Z00002: [2, 2, 0], Z00003: [1, 1, 0] };
const checked = { Z00001: [200, 100, 0], Z00002: [100, 200, 0], Z00003: [0, 0, 600] };
const quarters = [
  { month: '2020-05', claimedOn: '2020-06-20', end: '2020-06-30' },
  { month: '2020-08', claimedOn: '2020-09-20', end: '2020-09-30' },
  { month: '2020-11', claimedOn: '2020-12-20', end: '2020-12-31' },
];

const claims = Object.entries(sessions).flatMap(([code, many]) =>
  quarters.flatMap(({ month, claimedOn }, q) =>
    Array.from(
      { length: many[q] ?? 0 },
      (_, i) => `${code},session,S${code}-${q}-${i},${month}-${`${i + 1}`.padStart(2, '0')},${claimedOn}`,
    ),
  ),
);
// Two sessions of the first quarter that came too late: nobody has accepted them.
const late = ['21', '22'].map((on) => `Z00003,session,L${on},2020-05-${on},2020-12-01`);
const measures = Object.entries(checked).flatMap(([code, many]) =>
  quarters.map(({ end }, q) => `${code},checked,${end},${many[q] ?? 0},`),
);
const table = (head: string, rows: readonly string[]) => `${[head, ...rows].join('\n')}\n`;
const data = folderOf({
  'practices.csv': table('practice_code,practice_name', ['Z00001,Ash', 'Z00002,Birch', 'Z00003,Cedar']),
  'list-sizes.csv': table(
    'practice_code,as_at,patients',
    [1, 2, 3].map((n) => `Z0000${n},2020-04-01,5000`),
  ),
  'claims.csv': table('practice_code,event,event_id,event_date,claimed_on', [...claims, ...late]),
  'measures.csv': table('practice_code,measure,as_at,numerator,denominator', measures),
});

async function made(period: string, asAt: string, ledger: string) {
  const out = emptyFolder();
  const args = ['run', scheme, '--period', period, '--as-at', asAt, '--data', data, '--out', out, '--ledger', ledger];
  const { exit } = await quarterday(args);
  expect(exit).toBe(0);
  const folder = join(out, readdirSync(out)[0] ?? '');
  const rows = (name: string) => readFileSync(join(folder, name), 'utf8').split('\r\n').slice(1, -1);
  return { folder, rows };
}

describe('a budget of the year', () => {
  it('is held over what adds up: what is new by what is left, all to date alike with what comes back', async () => {
    const ledger = join(emptyFolder(), 'ledger');
    const first = await made('Q1', '2020-07-15', ledger);
    expect(first.rows('payments.csv')).toEqual([
      'Z00001,Z00001,sessions,Q1,300.00,0.00,300.00',
      'Z00001,Z00001,checks,Q1,600.00,0.00,600.00',
      'Z00002,Z00002,sessions,Q1,200.00,0.00,200.00',
      'Z00002,Z00002,checks,Q1,300.00,0.00,300.00',
      'Z00003,Z00003,sessions,Q1,100.00,0.00,100.00',
    ]);
    const post = [
      'post',
      first.folder,
      '--ledger',
      ledger,
      '--approved-by',
      'A. Analyst',
      '--confirm-total',
      '1500.00',
    ];
    expect((await quarterday(post)).exit).toBe(0);
    const third = await made('Q3', '2021-01-20', ledger);
    expect(third.rows('payments.csv')).toEqual([
      'Z00001,Z00001,sessions,Q2,200.00,0.00,200.00',
      'Z00002,Z00002,sessions,Q2,133.33,0.00,133.33',
      'Z00003,Z00003,sessions,Q2,66.67,0.00,66.67',
      'Z00003,Z00003,checks,Q3,600.00,0.00,600.00',
    ]);
    expect(third.rows('clawbacks.csv')).toEqual([
      'Z00001,Z00001,checks,Q3,-300.00,0.00,300.00,due,less is earned to date than up to the period before,not stated',
    ]);
    const scaled = '"scaled down, as all practices together earn more than the envelope"';
    expect(third.rows('withheld.csv')).toEqual([
      `Z00001,sessions,Q2,capped,100.00,${scaled},1`,
      `Z00001,sessions,Q3,capped,200.00,${scaled},1`,
      `Z00001,checks,Q2,capped,300.00,${scaled},2`,
      `Z00001,checks,Q3,capped,300.00,${scaled},2`,
      `Z00002,sessions,Q2,capped,66.67,${scaled},1`,
      `Z00002,checks,Q2,capped,300.00,${scaled},2`,
      'Z00002,checks,Q2,set-off,300.00,"makes up for what Q3 gives back, and is not paid first",2',
      `Z00002,checks,Q3,capped,300.00,${scaled},2`,
      'Z00002,checks,Q3,set-off,-300.00,made up for by what is not paid for Q2,2',
      `Z00003,sessions,Q2,capped,33.33,${scaled},1`,
      `Z00003,checks,Q3,capped,1200.00,${scaled},2`,
    ]);
    expect(third.rows('workings.csv').filter((row) => row.startsWith('Z00003,sessions,Q2'))).toEqual([
      'Z00003,sessions,Q2,value,2 events (session) × £100.00,200,,1',
      'Z00003,sessions,Q2,pool,"£100.00 new in Q2, scaled to 2/3, as all practices earn £600.00 more and £400.00 of £1,000.00 is left: £166.67 to date, less £100.00",500/3,66.67,1',
      'Z00003,sessions,Q2,entitlement,released: nothing stands against it,66.67,66.67,1',
      'Z00003,sessions,Q2,settlement,£66.67 − £0.00 already paid: payment,66.67,66.67,1',
    ]);
    expect((await quarterday(['verify', third.folder, '--recompute'])).exit).toBe(0);
  });

  it('is worth, of a late claim, what it comes to with those of the others', async () => {
    const ledger = emptyFolder();
    const out = join(emptyFolder(), 'due');
    const { exit } = await quarterday([
      'due',
      scheme,
      '--as-at',
      '2020-12-15',
      '--data',
      data,
      '--ledger',
      ledger,
      '--out',
      out,
    ]);
    expect(exit).toBe(0);
    const rows = readFileSync(join(out, 'due.csv'), 'utf8').split('\r\n');
    // Without them £166.67. With both Q1 comes to £800, and of £600 new in Q2 a third is left: £300.00 and £33.33.
    expect(rows.filter((row) => row.includes('L2'))).toEqual([
      'Z00003,decision,L21,sessions,Q1,,,"late, needs a decision",166.66,all,forfeited,3',
      'Z00003,decision,L22,sessions,Q1,,,"late, needs a decision",166.66,all,forfeited,3',
    ]);
  });

  it('says what may still be scaled in a later run', async () => {
    const ledger = emptyFolder();
    const { folder } = await made('Q2', '2020-10-20', ledger);
    const out = join(emptyFolder(), 'letters');
    const { exit } = await quarterday(['publish', folder, '--out', out, '--only', 'report']);
    expect(exit).toBe(0);
    const page = readFileSync(join(out, 'report.html'), 'utf8');
    expect(page).toContain('what all have earned to date is scaled anew in each run up to that of Quarter 3');
  });
});
