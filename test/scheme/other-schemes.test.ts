import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { quarterday } from '../make/host.ts';

// Schemes of other commissioners, each with the figures that its source prints as examples: a new scheme is a file alone.

const folder = fileURLToPath(new URL('../../fixtures/other-schemes/', import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

it('has the nine worked cases and more', () => {
  expect(files.length).toBeGreaterThanOrEqual(10);
});

it.each(files)('%s says what its source says, to the penny', async (file) => {
  const told = await quarterday(['check', join(folder, file)]);
  expect({ exit: told.exit, stderr: told.stderr.replace(/^Next[\s\S]*/m, '') }).toEqual({ exit: 0, stderr: '' });
});

it.each(files)('%s can be shown, every block in words', async (file) => {
  const { exit, stdout } = await quarterday(['show', join(folder, file)]);
  expect(exit).toBe(0);
  expect(stdout).not.toMatch(/undefined|\[object|NaN/);
});
