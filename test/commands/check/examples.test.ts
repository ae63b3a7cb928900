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
      '  - 1: 5,001 patients × £1.00: 5001',
      '  - Q1.1: 25% of £5,001.00: £1,250.25 to date: 1250.25',
      '  - Q1.2: needs sign-up: received 2027-04-01, due by 2027-05-31: met',
      '  - Q1: entitled to £1,250.25',
    ].join('\n'),
  );
  expect(stdout).toContain(
    [
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
