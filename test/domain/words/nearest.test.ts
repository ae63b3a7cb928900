import { describe, expect, it } from 'vitest';
import { didYouMean } from '../../../src/domain/words/did-you-mean.ts';
import { nearest, plainName } from '../../../src/domain/words/nearest.ts';

describe('the name that was meant', () => {
  it.each([
    ['cluase', ['title', 'clause'], 'clause'],
    ['dyas', ['days'], 'days'],
    ['Practice Code', ['practice_code', 'practice_name'], 'practice_code'],
    ['recieved_on', ['received_on', 'reference'], 'received_on'],
    ['short_title', ['title', 'shortTitle'], 'shortTitle'],
    ['SHORT-TITLE', ['title', 'shortTitle'], 'shortTitle'],
    ['q-1', ['q1', 'q2'], 'q1'],
    ['clauze_nr', ['clause_no'], 'clause_no'],
    ['clauze_xx', ['clause_no'], null],
    ['xat', ['bat', 'hat'], 'bat'],
    ['is', ['id'], null],
    ['x1', ['q1', 'x2'], null],
    ['formula', ['notice', 'prorate'], null],
    ['id', [], null],
    ['x'.repeat(100_000), ['id'], null],
  ])('%s', (written, known, meant) => {
    expect(nearest(written, known)).toBe(meant);
  });
});

it('is spelt alike by capitals, signs and spaces', () => {
  expect([' Practice--Code_', 'practice_code', 'Praxis – Kode'].map(plainName)).toEqual([
    'practice code',
    'practice code',
    'praxis kode',
  ]);
});

describe('the fix for a name that is not known', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];

  it.each([
    ['the near one', 'cluase', ['title', 'clause'], 'did you mean "clause"?'],
    ['all there are, where none is near', 'formula', ['notice', 'term'], 'write one of: notice, term'],
    ['the first twenty of many', 'formula', letters, `write one of: ${letters.slice(0, 20).join(', ')}`],
    ['to leave it out where there is none', 'formula', [], 'take the name out'],
  ])('is %s', (_, name, known, fix) => {
    expect(didYouMean(name, known)).toBe(fix);
  });

  it('is looked for among the first thousand', () => {
    const many = [...Array(1000).keys()].map((number) => `other name ${number}`);
    expect(didYouMean('clause', ['clauses', ...many])).toBe('did you mean "clauses"?');
    expect(didYouMean('clause', [...many, 'clauses'])).toContain('write one of: other name 0, ');
  });
});
