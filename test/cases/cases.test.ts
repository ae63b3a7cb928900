import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { expectSteps, readCase, stepsApart } from './expected.ts';
import { emptyLedger } from './pay-run.ts';

// Small inputs that once came out wrong, each a folder of fixtures/cases/ with what must come out, worked by hand: every one
// goes through the whole program, and its rows are held to the penny.

const cases = fileURLToPath(new URL('../../fixtures/cases/', import.meta.url));
const names = readdirSync(cases).filter((name) => existsSync(join(cases, name, 'expected.json')));

it('has the cases', () => {
  expect(names.length).toBeGreaterThanOrEqual(28);
});

describe.each(names)('%s', (name) => {
  const folder = join(cases, name);

  it.each(stepsApart(readCase(folder)))('$title', async ({ steps }) => {
    await expectSteps(folder, steps, emptyLedger());
  });

  it('shows no real practice', () => {
    const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.csv'));
    const codes = texts.flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/\b[A-Z]\d{5}\b/g) ?? []);
    expect(codes.filter((code) => !/^[ZU]/.test(code))).toEqual([]);
  });
});
