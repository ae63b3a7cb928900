import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { emptyFolder, quarterday } from '../../make/host.ts';

// Two schemes that differ in their currency alone: their sums never meet.

const manual = fileURLToPath(new URL('../../../fixtures/errors/', import.meta.url));
const data = join(manual, 'channel-field', 'data');

function schemeIn(folder: string, currency: string, id = 'plain'): string {
  const path = join(folder, `${id}-${currency}.json`);
  const text = readFileSync(join(manual, 'plain.json'), 'utf8');
  writeFileSync(path, text.replace('"id": "plain"', `"id": "${id}", "currency": ${JSON.stringify(currency)}`));
  return path;
}

async function madeRun(scheme: string, ...more: string[]): Promise<string> {
  const out = join(emptyFolder(), 'runs');
  const asked = ['--period', 'H1', '--as-at', '2020-10-31', '--data', data, '--out', out, ...more];
  const made = await quarterday(['run', scheme, ...asked]);
  expect(made.exit, made.stderr).toBe(0);
  return join(out, readdirSync(out)[0] ?? '');
}

describe('sums of two currencies', () => {
  it('never stand in one ledger', async () => {
    const work = emptyFolder();
    const ledger = join(work, 'ledger');
    const post = ['--ledger', ledger, '--approved-by', 'A', '--confirm-total', '50.00'];
    const euros = schemeIn(work, 'EUR');
    const inEuros = await madeRun(euros);
    const inPounds = await quarterday(['post', inEuros, ...post.slice(0, -1), '£50.00']);
    expect(inPounds.exit).toBe(2);
    expect(inPounds.stderr).toContain(
      'the run pays in EUR, and the sum has the sign of another currency; expected a sum in EUR',
    );
    expect((await quarterday(['post', inEuros, ...post])).exit).toBe(0);
    const listed = await quarterday(['ledger', ledger]);
    expect(listed.stdout).toContain('€50.00');
    expect(listed.stdout).not.toContain('£');
    expect(JSON.parse((await quarterday(['ledger', ledger, '--format', 'json'])).stdout)).toMatchObject({
      currency: 'EUR',
      net: '50.00',
    });
    const other = await madeRun(schemeIn(work, 'GBP', 'another'));
    const refused = await quarterday(['post', other, ...post]);
    expect(refused.exit).toBe(2);
    expect(refused.stderr).toContain('the ledger holds sums in EUR, and the scheme pays in GBP; expected one currency');
    const sterling = schemeIn(work, 'GBP');
    const asked = ['--period', 'H1', '--as-at', '2020-10-31', '--data', data, '--ledger', ledger];
    const run = await quarterday(['run', sterling, ...asked]);
    expect(run.exit).toBe(2);
    expect(run.stderr).toContain('other-currency');
  });

  it('are not compared, and not published together', async () => {
    const work = emptyFolder();
    const [euros, sterling] = [await madeRun(schemeIn(work, 'EUR')), await madeRun(schemeIn(work, 'GBP'))];
    const differs = await quarterday(['diff', euros, sterling]);
    expect(differs.exit).toBe(2);
    expect(differs.stderr).toContain('the first run pays in EUR, this one in GBP; their sums cannot be compared');
    const another = await madeRun(schemeIn(work, 'GBP', 'another'));
    const papers = await quarterday(['publish', euros, another, '--only', 'recoveries', '--out', join(work, 'papers')]);
    expect(papers.exit).toBe(2);
    expect(papers.stderr).toContain('their sums cannot be published together');
  });

  it('are what a scheme says, which is a currency with hundredths', async () => {
    const work = emptyFolder();
    const yen = await quarterday(['check', schemeIn(work, 'JPY')]);
    expect(yen.exit).toBe(1);
    expect(yen.stderr).toMatch(/plain-JPY\.json:3:\d+ {2}currency {2}"JPY"/);
    expect(yen.stderr).toContain(
      '"JPY" does not fit here; expected a currency whose minor unit is a hundredth, such as "EUR", as sums are kept in hundredths',
    );
    const unknown = await quarterday(['check', schemeIn(work, 'EURO')]);
    expect(unknown.stderr).toContain('expected the ISO code of a currency in three capitals, such as "EUR"');
    const sterling = await quarterday(['show', schemeIn(work, 'GBP')]);
    expect(sterling.stdout).toContain('£100');
    expect(sterling.stdout).not.toContain('Paid in');
  });
});
