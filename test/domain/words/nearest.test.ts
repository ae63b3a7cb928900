import { describe, expect, it } from 'vitest';
import { nearest } from '../../../src/domain/words/nearest.ts';

describe('the name that was meant', () => {
  it.each([
    ['cluase', ['title', 'clause'], 'clause'],
    ['dyas', ['days'], 'days'],
    ['Practice Code', ['practice_code', 'practice_name'], 'practice_code'],
    ['recieved_on', ['received_on', 'reference'], 'received_on'],
    ['short_title', ['title', 'shortTitle'], 'shortTitle'],
    ['SHORT-TITLE', ['title', 'shortTitle'], 'shortTitle'],
    ['q-1', ['q1', 'q2'], 'q1'],
    ['formula', ['notice', 'prorate'], null],
    ['id', [], null],
    ['x'.repeat(100_000), ['id'], null],
  ])('%s', (written, known, meant) => {
    expect(nearest(written, known)).toBe(meant);
  });
});
