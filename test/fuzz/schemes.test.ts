import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { quarterday } from '../make/host.ts';
import { fuzzing } from './fuzzing.ts';
import { changed, steps } from './mutate.ts';

// Good scheme files are spoilt at random. What comes of one is a scheme that can be run, or findings with their places.

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const schemes = fileURLToPath(new URL('../../schemes/', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'quarterday-fuzz-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const files = readdirSync(schemes).filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'));

/** Tokens of JSON exchanged, repeated, taken out. */
const tokens = /"(?:[^"\\\n]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;
const swaps = fc.array(
  fc.record({ from: fc.nat(100_000), to: fc.nat(100_000), how: fc.constantFrom('swap', 'copy', 'remove', 'repeat') }),
  { maxLength: 2 },
);

function shuffled(text: string, changes: readonly { from: number; to: number; how: string }[]): string {
  let result = text;
  for (const { from, to, how } of changes) {
    const found = [...result.matchAll(tokens)].map((match) => ({ token: match[0], index: match.index }));
    const [a, b] = [found[from % (found.length || 1)], found[to % (found.length || 1)]];
    if (!a || !b) continue;
    const [first, second] = a.index <= b.index ? [a, b] : [b, a];
    const between = result.slice(first.index + first.token.length, second.index);
    const [left, right] = {
      swap: [second.token, first.token],
      copy: [first.token, first.token],
      remove: ['', second.token],
      repeat: [first.token + second.token, second.token],
    }[how] ?? [first.token, second.token];
    if (first === second) continue;
    result = result.slice(0, first.index) + left + between + right + result.slice(second.index + second.token.length);
  }
  return result;
}

describe.each(files)('a spoilt %s', (file) => {
  const good = readFileSync(join(schemes, file));
  const path = join(work, file);
  const data = join(fixtures, file.replace('.json', ''), 'data');

  it('is told of with its places, or can be run', async () => {
    const told = { refused: 0, sound: 0 };
    await fc.assert(
      fc.asyncProperty(fc.oneof(swaps, steps), async (changes) => {
        let text: Buffer = good;
        for (const change of changes) {
          text =
            'way' in change
              ? changed(text, change, good)
              : Buffer.from(shuffled(text.toString('utf8'), [change]), 'utf8');
        }
        writeFileSync(path, text);
        const { exit, stderr } = await quarterday(['check', path, '--format', 'json']);
        if (exit !== 0) {
          expect({ exit, stderr: exit === 1 ? '' : stderr }).toEqual({ exit: 1, stderr: '' });
          expectPlaces(stderr, text.toString('utf8').split(/\r\n|\r|\n/).length);
          told.refused += 1;
          return;
        }
        told.sound += 1;
        if (!existsSync(data)) return;
        const scheme: { periods: { id: string; end: string }[]; status: string } = JSON.parse(
          text.toString('utf8').replace(/^\ufeff/, ''),
        );
        const { id = '', end = '' } = scheme.periods.at(-1) ?? {};
        const run = await quarterday(['run', path, '--period', id, '--as-at', end, '--data', data, '--format', 'json']);
        if (scheme.status === 'agreed') expect([0, 1], run.stderr).toContain(run.exit);
      }),
      fuzzing(300),
    );
    expect(told.refused).toBeGreaterThan(told.sound / 10);
    if (process.env.FUZZ_RUNS) process.stdout.write(`${file}: ${JSON.stringify(told)}\n`);
  });
});

function expectPlaces(stderr: string, lines: number): void {
  const findings: { code: string; severity: string; line: number | null; column: number | null }[] = stderr
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  for (const { code, line, column } of findings.filter(({ severity }) => severity === 'error')) {
    if (code === 'json-too-large' || (code === 'json-not-utf-8' && line === null)) continue;
    expect(line, stderr).toBeGreaterThan(0);
    expect(line).toBeLessThanOrEqual(lines);
    expect(column, stderr).toBeGreaterThan(0);
  }
}
