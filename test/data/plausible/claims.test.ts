import { describe, expect, it } from 'vitest';
import { claimsAreLikely } from '../../../src/data/plausible/claims.ts';
import type { Finding } from '../../../src/domain/findings/finding.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import { claim } from '../../make/facts.ts';
import { component, scheme } from '../../make/scheme.ts';

const both = scheme([
  component('meetings', { kind: 'per-event', pounds: ratio(250), event: 'meeting', atMost: 6, clause: '1' }),
  component('visits', { kind: 'per-event', pounds: ratio(50), event: 'visit', atMost: 6, clause: '1' }),
]);

/** What is told of claims of one practice: each an id, its day in May and perhaps another kind; the lines count from 2. */
function told(...rows: readonly (readonly [id: string, date: number, event?: string])[]): string[] {
  const findings: Finding[] = [];
  const claims = rows.map(([eventId, date, event = 'meeting'], index) => {
    const eventDate = `2015-05-${String(date).padStart(2, '0')}`;
    return claim(event, eventDate, '2015-06-01', { eventId, line: index + 2 });
  });
  claimsAreLikely(both, (finding) => findings.push(finding))('Z00001', claims);
  return findings.map(({ line, code, message }) => `${line} ${code}: ${message}`);
}

describe('event_ids of one practice and kind', () => {
  it('are told that differ only in their spelling, with both lines', () => {
    expect(told(['MTG-1', 14], ['mtg-1', 14], ['MTG-1', 14])).toEqual([
      '3 event-in-two-spellings: stands as "MTG-1" in line 2: two ids are two events, each paid for itself',
    ]);
    expect(told(['0012', 14], ['12', 14])).toEqual([
      '3 event-in-two-spellings: stands as "0012" in line 2: two ids are two events, each paid for itself',
    ]);
    expect(told(['MTG-1', 14], ['MTG-1', 14])).toEqual([]);
  });

  it('are told that stand on two days', () => {
    expect(told(['MTG-1', 14], ['MTG-1', 15])).toEqual([
      '3 event-on-two-days: one event on two days, 2015-05-15 here and 2015-05-14 in line 2: it is paid once',
    ]);
  });

  it('are told that share a day, the first three days by their lines', () => {
    expect(told(['A', 14], ['B', 14])).toEqual([
      '3 two-events-on-one-day: two events of Z00001 on one day, meeting on 2015-05-14 (lines 2 and 3): each is paid for itself',
    ]);
    const days = [1, 2, 3, 4, 5].flatMap((date) => [[`A${date}`, date] as const, [`B${date}`, date] as const]);
    expect(told(...days)).toEqual([
      '3 two-events-on-one-day: two events of Z00001 on one day, meeting on 2015-05-01 (lines 2 and 3), 2015-05-02 (lines 4 and 5), 2015-05-03 (lines 6 and 7), and on 2 more days: each is paid for itself',
    ]);
  });

  it('are not told where the kind is another, or none that is paid for', () => {
    expect(told(['A', 14], ['a', 14, 'visit'], ['B', 14, 'visit '], ['b', 14, 'visit '])).toEqual([]);
  });
});

it('days of claims are told that lie more than a year outside the term', () => {
  const findings: Finding[] = [];
  const tell = claimsAreLikely(both, (finding) => findings.push(finding));
  tell('Z00001', [
    claim('meeting', '2014-04-01', '2017-03-31', { line: 2 }),
    claim('meeting', '2014-03-31', '2017-04-01', { line: 3 }),
  ]);
  expect(findings.map(({ line, field, value, code }) => `${line} ${field} ${value} ${code}`)).toEqual([
    '3 event_date 2014-03-31 day-far-from-term',
    '3 claimed_on 2017-04-01 day-far-from-term',
  ]);
});
