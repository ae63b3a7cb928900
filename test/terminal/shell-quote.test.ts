import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visible } from '../../src/domain/words/visible.ts';
import { shellQuoted } from '../../src/terminal/shell-quote.ts';

describe('shellQuoted', () => {
  it.each([
    ['./runs/dorset-Q2', './runs/dorset-Q2'],
    ['C:\\runs\\2015', '"C:\\runs\\2015"'],
    ['C:\\Payment runs', '"C:\\Payment runs"'],
    ['end\\', '"end\\\\"'],
    ['runs (final)', '"runs (final)"'],
    ['$HOME', "'$HOME'"],
    ["Ann's $5", "'Ann'\\''s $5'"],
    ['a\nb', '"a\\u{000A}b"'],
  ])('types %j as %s', (text, expected) => {
    expect(shellQuoted(text)).toBe(expected);
  });

  it('is one argument, and the very same, to a shell', () => {
    const words = fc.string({
      unit: fc.constantFrom(...'aZ0 ._-/\'"$`!&;|<>()[]{}*?#~=%é'),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(words, { minLength: 20, maxLength: 20 }), (texts) => {
        const script = `for word in ${texts.map(shellQuoted).join(' ')}; do printf '%s\\n' "$word"; done`;
        const said = execFileSync('sh', ['-c', script], { encoding: 'utf8', cwd: '/' });
        expect(said.split('\n').slice(0, -1)).toEqual(texts.map(visible));
      }),
      { numRuns: 30 },
    );
  });
});
