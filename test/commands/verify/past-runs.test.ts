import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { builtinSchemes } from '../../../src/run/given/builtin-schemes.ts';
import { quarterday } from '../../make/host.ts';

const past = fileURLToPath(new URL('../../../fixtures/past-runs/', import.meta.url));
const schemes = new URL('../../../schemes/', import.meta.url);
const runs = readdirSync(past).filter(
  (name) => /-[0-9a-f]{12}$/.test(name) && statSync(join(past, name)).isDirectory(),
);

describe('a past run', () => {
  it('is kept of every agreed scheme, and of the illustration', async () => {
    const agreed = builtinSchemes(schemes)
      .filter(({ status }) => status === 'agreed')
      .map(({ id }) => id);
    for (const id of [...agreed, 'bury-qinpc-phase-5-illustrative']) {
      expect(
        runs.filter((name) => name.startsWith(`${id}-`)),
        id,
      ).not.toEqual([]);
    }
  });

  it.each(runs)('%s verifies, and comes out the same', async (name) => {
    const ledger = name.startsWith('west-hampshire') ? ['--ledger', join(past, 'ledger')] : [];
    const { exit, stderr, stdout } = await quarterday(['verify', join(past, name), '--recompute', ...ledger]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toContain('made again from its own inputs: every ');
  });
});

describe('the past ledger', () => {
  it('verifies', async () => {
    const { exit, stdout } = await quarterday(['verify', '--ledger', join(past, 'ledger')]);
    expect(exit).toBe(0);
    expect(stdout).toContain('2 postings, each following the one before');
  });
});
