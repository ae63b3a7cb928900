import { describe, expect, it } from 'vitest';
import { day } from '../../../../src/domain/day.ts';
import { noPence, pence } from '../../../../src/domain/money/money.ts';
import { plainWords } from '../../../../src/domain/words/words.ts';
import type { ProvisionalSum } from '../../../../src/publish/report-page/gather/provisional-sums.ts';
import { htmlOf } from '../../../../src/publish/report-page/markup.ts';
import { provisionalNote } from '../../../../src/publish/report-page/sections/provisional.ts';

/** What the note says of sums, without its tag. */
function told(...sums: readonly (Pick<ProvisionalSum, 'kind'> & Partial<ProvisionalSum>)[]): string {
  const whole = sums.map((given) => ({ sum: noPence, until: null, practices: [], evidence: [], ...given }));
  return provisionalNote(whole)
    .map((each) => htmlOf(plainWords, each))
    .join('')
    .replace(/^.*<\/span> /, '')
    .replace('</p>', '');
}

const sum = pence(1_234_56);
const until = day('2016-06-30');

describe('the note on what can still change', () => {
  it('is not there where nothing can', () => {
    expect(provisionalNote([])).toEqual([]);
  });

  it('names one piece of evidence of one practice, and else what is missing', () => {
    const [practices, evidence] = [['Ash'], ['Report']];
    expect(told({ kind: 'comes-in', sum, practices, evidence })).toBe(
      'One sum can still change: £1,234.56 until “Report” of Ash comes in.',
    );
    expect(told({ kind: 'comes-in', sum, until, practices: ['Ash', 'Elm'], evidence: [] })).toBe(
      'One sum can still change: £1,234.56 until what is missing comes in, by 30 June 2016 at the latest.',
    );
    expect(told({ kind: 'comes-in', practices, evidence })).toBe(
      'One sum can still change: what waits until “Report” of Ash comes in.',
    );
  });

  it('says of each sum what it waits for', () => {
    expect(
      told(
        { kind: 'kept', sum, until, practices: ['Ash', 'Elm'], evidence: ['Report'] },
        { kind: 'decision', sum },
        { kind: 'later', sum },
        { kind: 'carried', sum },
        { kind: 'claims', sum, until },
        { kind: 'measured', sum },
        { kind: 'goes-on', sum, until },
      ),
    ).toBe(
      '7 sums can still change: £1,234.56 that is kept only if “Report” comes, by 30 June 2016 at the latest; £1,234.56 until it is decided on; £1,234.56 until it may be taken back; £1,234.56 that is kept for the next payment; £1,234.56 that is paid by the event, until 30 June 2016, when the last claims are in; £1,234.56 that goes by figures, which are measured anew in later runs; £1,234.56 that falls in a period that goes on, until 30 June 2016.',
    );
  });

  it('says it without a sum where nothing is earned yet', () => {
    expect(told({ kind: 'claims', until }, { kind: 'measured' })).toBe(
      'Two sums can still change: what is paid by the event, until 30 June 2016, when the last claims are in; what goes by figures, which are measured anew in later runs.',
    );
    expect(told({ kind: 'claims' })).toBe(
      'One sum can still change: what is paid by the event, as claims have no last day.',
    );
  });
});
