import { describe, expect, it } from 'vitest';
import { finding, hasErrors, saidFinding } from '../../../src/domain/findings/finding.ts';
import { ours, ourText } from '../../../src/domain/words/sentence.ts';
import { plainWords } from '../../../src/domain/words/words.ts';

const farms = { ...plainWords, member: { one: 'farm', many: 'farms', codes: 'any' } } as const;

describe('a finding', () => {
  const made = finding(
    'unknown-practice',
    { file: 'claims.csv', line: 3 },
    { message: ours`no practice ${'A'}`, hint: ourText('add a practice'), value: 'A practice' },
  );

  it('is said in the words of a scheme, but for what it quotes', () => {
    expect(saidFinding(farms, made)).toEqual({
      code: 'unknown-practice',
      severity: 'error',
      file: 'claims.csv',
      line: 3,
      message: 'no farm A',
      hint: 'add a farm',
      value: 'A practice',
    });
  });

  it('is an error by its code, or none', () => {
    const warning = { ...made, severity: 'warning' as const };
    expect([[], [warning], [warning, made]].map(hasErrors)).toEqual([false, false, true]);
  });
});
