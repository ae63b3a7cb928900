import { describe, expect, it } from 'vitest';
import { isColoured, paintFor, widthOf } from '../../src/terminal/colour.ts';

describe('colour', () => {
  it.each([
    ['a terminal', 'auto', {}, true, true],
    ['no terminal', 'auto', {}, false, false],
    ['--color always goes before all', 'always', { NO_COLOR: '1', TERM: 'dumb' }, false, true],
    ['--color never goes before all', 'never', { FORCE_COLOR: '1' }, true, false],
    ['NO_COLOR goes before FORCE_COLOR', 'auto', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    ['an empty NO_COLOR says nothing', 'auto', { NO_COLOR: '' }, true, true],
    ['FORCE_COLOR goes before TERM', 'auto', { FORCE_COLOR: '1', TERM: 'dumb' }, false, true],
    ['FORCE_COLOR=0 means none', 'auto', { FORCE_COLOR: '0' }, true, false],
    ['TERM=dumb', 'auto', { TERM: 'dumb' }, true, false],
  ] as const)('%s', (_, color, env, isTerminal, expected) => {
    expect(isColoured(color, env, isTerminal)).toBe(expected);
  });

  it('marks words where there is colour, and leaves them alone where there is none', async () => {
    expect((await paintFor(true, null)).bad('error')).toBe('\u001b[31merror\u001b[39m');
    expect((await paintFor(false, null)).bad('error')).toBe('error');
  });
});

describe('the width of prose', () => {
  it('is that of the terminal between 60 and 120 characters, and always 100 where there is none', () => {
    expect([null, 20, 60, 80, 120, 200].map(widthOf)).toEqual([100, 60, 60, 80, 120, 120]);
  });
});
