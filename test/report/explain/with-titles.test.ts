import { expect, it } from 'vitest';
import { withTitles } from '../../../src/report/explain/named-months.ts';
import { schemeOf } from '../../scheme/small-scheme.ts';

const months = schemeOf(
  ['periods', { every: 'month', clause: '1' }],
  ['schedule', { kind: 'equal', clause: '2' }],
  ['recovery', { clause: '5' }],
  ['examples', []],
);

it('says the title of a month where the working has its id, and leaves days and other ids alone', () => {
  const id = months.periods[7]?.id ?? '';
  expect(withTitles(`10% of £50.00 in ${id}, to date`, months)).toBe(
    `10% of £50.00 in ${months.periods[7]?.title}, to date`,
  );
  expect(id).toMatch(/^\d{4}-\d\d$/);
  expect(withTitles(`received ${id}-05, as LM-${id}-05`, months)).toBe(`received 5 November 2020, as LM-${id}-05`);
});
