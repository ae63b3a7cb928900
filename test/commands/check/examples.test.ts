import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder, quarterday } from '../../make/host.ts';

async function scheme(change: (text: string) => string = (text) => text): Promise<string> {
  const out = join(emptyFolder(), 'mine.json');
  await quarterday(['new', '--kind', 'per-patient', '--id', 'mine', '--out', out]);
  writeFileSync(out, change(readFileSync(out, 'utf8')));
  return out;
}

it('prints the steps of every example, without a failure', async () => {
  const { exit, stdout } = await quarterday(['check', await scheme(), '--examples']);
  expect(exit).toBe(0);
  expect(stdout).toContain(
    [
      'Without the year-end report the last instalment waits [clause of the paper]',
      '',
      'Example, engagement',
      '  - 1: 5,001 patients × £1.00: £5,001.00',
      '  - Q1.1: 25% of £5,001.00: £1,250.25 to date: £1,250.25',
      '  - Q1.2: needs sign-up: received 2027-04-01, due by 2027-05-31: met',
      '  - Q1: entitled to £1,250.25',
    ].join('\n'),
  );
  expect(stdout).toContain(
    [
      '  - Q4.1: 100% of £5,001.00: £5,001.00 to date, less £3,750.75: £1,250.25, to date £5,001.00',
      '  - Q4.2: needs sign-up: received 2027-04-01, due by 2027-05-31: met',
      '  - Q4.3: needs year-end-report: not received yet: open',
      '  - Q4: withheld £1,250.25: year-end-report: not received yet',
      '  - Q4: entitled to £0.00',
    ].join('\n'),
  );
});

it('prints them also where an example fails', async () => {
  const wrong = await scheme((text) => text.replace('"1250.25"', '"1250.26"'));
  const { exit, stdout, stderr } = await quarterday(['check', wrong, '--examples']);
  expect(exit).toBe(1);
  expect(stderr).toContain('should come to £1,250.26, but the scheme gives £1,250.25');
  expect(stdout).toContain('  - Q1: entitled to £1,250.25');
  expect((await quarterday(['check', wrong])).stdout).toBe('');
});

it('tells them as data', async () => {
  const { stdout } = await quarterday(['check', await scheme(), '--examples', '--format', 'json']);
  const [first] = JSON.parse(stdout).worked;
  expect(first.title).toBe('5,001 patients at £1.00, in four instalments');
  expect(first.lines[0]).toMatchObject({
    practice: 'Example',
    component: 'engagement',
    period: 'Q1',
    entitlement: '1250.25',
    not_paid: [],
  });
  expect(first.lines[0].steps[0]).toEqual({ label: '1', formula: '5,001 patients × £1.00', value: '5001' });
});

it('says of a part that is another in each period what it was in that period', async () => {
  const { stdout } = await quarterday(['check', 'fixtures/other-schemes/winter-access.json', '--examples']);
  // 7/10 of £60,000 in November, and all of it in October: £7,000 more than £10,000.
  expect(stdout).toContain('1/6 of £42,000.00 in 2027-11: £17,000.00 to date, less £10,000.00');
});

const twoPharmacies = {
  language: 1,
  id: 'pharmacies',
  title: 'Pharmacies',
  status: 'agreed',
  commissioner: 'Nowhere ICB',
  source: { title: 'A paper' },
  member: { one: 'pharmacy', many: 'pharmacies', codes: 'any' },
  term: { start: '2020-04-01', end: '2020-06-30', clause: '1' },
  periods: [{ id: 'Q1', title: 'Quarter 1', start: '2020-04-01', end: '2020-06-30', clause: '1' }],
  rounding: { at: 'component', clause: '1' },
  measures: [{ id: 'reviewed', title: 'Reviews', numerator: 'reviews', numeratorUnit: 'review', clause: '2' }],
  recovery: { clause: '1' },
  leaving: { prorate: 'none', clause: '1' },
  schedule: { kind: 'equal', clause: '1' },
  components: [
    {
      id: 'pot',
      title: 'Pot',
      clause: '2',
      value: {
        kind: 'shared',
        within: 'all',
        of: { kind: 'pounds', pounds: '1000' },
        by: { kind: 'measure', measure: 'reviewed', part: 'numerator' },
        clause: '2',
      },
    },
  ],
  examples: [
    {
      title: 'Shared by reviews',
      clause: '2',
      practices: [
        { name: 'North Street', measures: [{ measure: 'reviewed', numerator: '1' }] },
        { name: 'Corner & Co', measures: [{ measure: 'reviewed', numerator: '2' }] },
      ],
      expect: [{ pounds: '1000.00' }],
    },
  ],
};

function withReviews(...numerators: readonly (string | null)[]): string {
  const scheme = structuredClone(twoPharmacies);
  for (const [index, practice] of (scheme.examples[0]?.practices ?? []).entries()) {
    const numerator = numerators[index] ?? null;
    practice.measures = numerator === null ? [] : [{ measure: 'reviewed', numerator }];
  }
  const file = join(emptyFolder(), 'pharmacies.json');
  writeFileSync(file, JSON.stringify(scheme));
  return file;
}

it('speaks of an example in its own names and in the noun of the scheme', async () => {
  const { exit, stdout, stderr } = await quarterday(['check', withReviews('1', null), '--examples']);
  expect(exit).toBe(1);
  expect(stdout).toContain('  - Q1: withheld £0.00: no figure for reviewed yet: missing of Corner & Co\n');
  expect(stderr).toContain(
    'Shared by reviews: all pharmacies, all components, all periods should come to £1,000.00, but the scheme gives £0.00; withheld £0.00 (pot, Q1): no figure for reviewed yet: missing of Corner & Co;',
  );
  expect(`${stdout}${stderr}`).not.toMatch(/Z0000|practices/);
});

it('gives of a sum that is no short decimal the fraction too, which a working of the example takes', async () => {
  const { stdout } = await quarterday(['check', withReviews('1', '2'), '--examples']);
  expect(stdout).toContain(
    '  - Q1.1: 100% of £1,000.00 to date = £1,000.00, shared: 1 review (reviewed at 2020-06-30) of\n    3 reviews: £333.33 to date: £333.33, to date about £333.33 (1000/3)',
  );
});
