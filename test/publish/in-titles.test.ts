import { describe, expect, it } from 'vitest';
import { titled } from '../../src/publish/report-page/gather/cause.ts';
import { sayReason } from '../../src/publish/statement/say.ts';
import { schemeOf } from '../scheme/small-scheme.ts';

const scheme = schemeOf(['periods.0.title', 'April to September 2020'], ['periods.1.title', 'October to March 2021']);

/** The same with periods whose ids are words and numbers. */
const inWordsAndNumbers = schemeOf(
  ['periods.0.id', '1'],
  ['periods.1.id', 'second'],
  ['schedule.shares', { '1': '1/2', second: '1/2' }],
  ['recovery.takenFrom', 'second'],
  ['examples', []],
);

describe('a reason in a letter', () => {
  it.each([
    [
      'left on 2020-11-15, after 46 of the 182 days of H2',
      'left on 15 November 2020, after 46 of the 182 days of October to March 2021',
    ],
    ['joined on 2020-10-01, after H1 ended', 'joined on 1 October 2020, after April to September 2020 ended'],
    ['no figure for checked in H1 yet', 'no figure for “Checked” in April to September 2020 yet'],
    ['checked at 2021-03-31: 12 of 15 is 80%', '“Checked” at 31 March 2021: 12 of 15 is 80%'],
    ['plan: not received, due by 2020-06-30', '“The plan”: not received, due by 30 June 2020'],
    [
      'all or nothing with calls: sheet: not received yet',
      'all or nothing with “Calls”: “The sheet”: not received yet',
    ],
  ])('has titles in place of ids: %s', (reason, says) => {
    expect(sayReason(reason, scheme)).toBe(says);
  });

  it('leaves a word that is an id too, and a number, where they stand as such', () => {
    const reason =
      'the rate of 1 in 2 is below the plan, and no pot was checked; left on 2020-11-15, before second began';
    expect(sayReason(reason, inWordsAndNumbers)).toBe(
      'the rate of 1 in 2 is below the plan, and no pot was checked; left on 15 November 2020, before Second half began',
    );
    expect(sayReason('no figure for checked in 1 yet', inWordsAndNumbers)).toBe(
      'no figure for “Checked” in First half yet',
    );
    expect(sayReason('3 × meeting over the cap of 1', inWordsAndNumbers)).toBe('3 × meeting over the cap of 1');
  });
});

describe('a reason in the report', () => {
  it('has them without quotation marks', () => {
    expect(titled('no figure for checked in H1 yet', scheme)).toBe(
      'no figure for Checked in April to September 2020 yet',
    );
    expect(titled('2 events (meeting) in H2', scheme)).toBe('2 events (meeting) in October to March 2021');
  });
});
