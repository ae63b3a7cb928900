import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openClaimJudge } from '../../../src/calculate/claims/claim-judge.ts';
import type { Refusal } from '../../../src/domain/account.ts';
import { addDays, day } from '../../../src/domain/day.ts';
import type { Claim } from '../../../src/domain/facts.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Scheme, Value } from '../../../src/domain/scheme/scheme.ts';
import { claim, decided, facts, type Given, measured } from '../../make/facts.ts';
import { component, evidence, scheme } from '../../make/scheme.ts';

function perEvent(event: string, atMost: number | null): Value {
  return { kind: 'per-event', pounds: ratio(250), event, atMost, clause: `cap of ${event}` };
}

const meetings = scheme([component('meetings', perEvent('meeting', 2)), component('dinners', perEvent('dinner', 1))]);

/** What becomes of each claim, in the order given, with its line number after its place. */
function verdicts(claims: readonly Claim[], given: Partial<Given> = {}, asAt = '2016-12-31', of: Scheme = meetings) {
  const used = new Set<object>();
  const judge = openClaimJudge(of, facts([{ patients: 1000, ...given }]), day(asAt), (row) => used.add(row));
  const rows = claims.map((row, index) => ({ ...row, line: index + 2 }));
  const refusals = judge.judge(0, rows);
  return { told: refusals.map(tell), refusals, counted: judge.counted, used };
}

function tell(verdict: 'counted' | 'later' | Refusal): string {
  return typeof verdict === 'string' ? verdict : `${verdict.code}: ${verdict.reason}`;
}

it('is refused outside the term though the practice has an acceptance, of its event or of evidence', () => {
  const early = claim('meeting', '2015-03-31', '2015-12-01');
  const accepting = (evidence: string) => ({ decisions: [decided('accept-late', '2015-12-01', { evidence })] });
  for (const evidence of [early.eventId, 'a plan']) {
    expect(verdicts([early], accepting(evidence)).told).toEqual([
      'outside-term: the event lies outside the term, 2015-04-01 to 2016-03-31',
    ]);
  }
});

describe('a claim counts unless something stands against it', () => {
  it.each([
    [
      'an event that the scheme does not pay for',
      claim('party', '2015-05-01', '2015-05-02'),
      'unknown-event: the scheme pays for no event called party',
    ],
    [
      'an event that is misspelt',
      claim('Meetng', '2015-05-01', '2015-05-02'),
      'unknown-event: the scheme pays for no event called Meetng; did you mean meeting?',
    ],
    [
      'the day before the term',
      claim('meeting', '2015-03-31', '2015-05-02'),
      'outside-term: the event lies outside the term, 2015-04-01 to 2016-03-31',
    ],
    ['the first day of the term', claim('meeting', '2015-04-01', '2015-05-02'), 'counted'],
    ['the last day of the term', claim('meeting', '2016-03-31', '2016-05-02'), 'counted'],
    [
      'the day after the term',
      claim('meeting', '2016-04-01', '2016-05-02'),
      'outside-term: the event lies outside the term, 2015-04-01 to 2016-03-31',
    ],
    [
      'claimed before it took place',
      claim('meeting', '2015-05-02', '2015-05-01'),
      'before-event: claimed before the event took place',
    ],
    ['claimed on the day', claim('meeting', '2015-05-02', '2015-05-02'), 'counted'],
    ['the last day of the next quarter', claim('meeting', '2015-05-02', '2015-09-30'), 'counted'],
    [
      'a day after it',
      claim('meeting', '2015-05-02', '2015-10-01'),
      'late: claims for this event were taken until 2015-09-30',
    ],
    ['the window after the last period', claim('meeting', '2016-01-02', '2016-06-30'), 'counted'],
    [
      'a day after that',
      claim('meeting', '2016-01-02', '2016-07-01'),
      'late: claims for this event were taken until 2016-06-30',
    ],
    ['claimed after the as-at date', claim('meeting', '2016-01-02', '2017-01-01'), 'later'],
  ])('%s', (_, row, expected) => {
    expect(verdicts([row]).told).toEqual([expected]);
  });

  it('on the as-at date itself; what is claimed after it is counted, and does not exist', () => {
    const rows = ['2015-05-02', '2015-05-03', '2015-05-04'].map((on) => claim('meeting', '2015-05-01', on));
    const { told, counted } = verdicts(rows, {}, '2015-05-02');
    expect(told).toEqual(['counted', 'later', 'later']);
    expect(counted.later).toBe(2);
  });

  it('not before the practice joined', () => {
    const rows = [claim('meeting', '2015-06-30', '2015-07-02'), claim('meeting', '2015-07-01', '2015-07-02')];
    const joining = { prorate: 'none', list: 'none', clause: '5' } as const;
    const joined = { practice: { joinedOn: day('2015-07-01') } };
    expect(verdicts(rows, joined, '2016-12-31', { ...meetings, joining }).refusals).toEqual([
      { code: 'before-joining', reason: 'the practice joined on 2015-07-01', clause: '5' },
      'counted',
    ]);
  });

  it('says by which clause it is refused', () => {
    const left = { practice: { leftOn: day('2015-12-31') } };
    const clauses = (...rows: readonly Claim[]) =>
      verdicts(rows, left).refusals.map((each) => (typeof each === 'string' ? each : `${each.code} ${each.clause}`));
    expect(
      clauses(
        claim('party', '2015-05-01', '2015-05-02'),
        claim('dinner', '2015-03-31', '2015-05-02'),
        claim('dinner', '2016-01-01', '2016-01-02'),
        claim('dinner', '2015-05-02', '2015-05-01'),
        claim('dinner', '2015-05-02', '2015-10-01'),
        claim('meeting', '2015-05-02', '2015-05-02', { eventId: 'A' }),
        claim('dinner', '2015-05-03', '2015-05-03', { eventId: 'A' }),
        claim('dinner', '2015-05-04', '2015-05-04'),
        claim('dinner', '2015-05-05', '2015-05-05'),
      ),
    ).toEqual([
      'unknown-event ',
      'outside-term cap of dinner',
      'after-leaving leaving',
      'before-event cap of dinner',
      'late window',
      'counted',
      'duplicate cap of dinner',
      'counted',
      'over-cap cap of dinner',
    ]);
  });

  it('says the same of many in one refusal, as a file may have millions', () => {
    const rows = ['2015-10-01', '2015-10-02'].map((on) => claim('meeting', '2015-05-02', on));
    const [first, second] = verdicts(rows).refusals;
    expect(first).toMatchObject({ code: 'late' });
    expect(second).toBe(first);
    const meeting = (on: string) => claim('meeting', on, on);
    const over = verdicts(['2015-05-01', '2015-05-02', '2015-05-03', '2015-05-04'].map(meeting)).refusals;
    expect(over[2]).toMatchObject({ code: 'over-cap' });
    expect(over[3]).toBe(over[2]);
  });

  it('not after the practice left', () => {
    const rows = [claim('meeting', '2015-09-07', '2015-09-07'), claim('meeting', '2015-09-08', '2015-09-08')];
    const left = { practice: { noticeOn: day('2015-08-10') } };
    expect(verdicts(rows, left).told).toEqual(['counted', 'after-leaving: the practice left on 2015-09-07']);
  });

  it('once for an event, whoever came and whatever it was called', () => {
    const rows = [
      claim('meeting', '2015-05-01', '2015-05-03', { eventId: 'A' }),
      claim('meeting', '2015-05-01', '2015-05-02', { eventId: 'A' }),
      claim('dinner', '2015-05-01', '2015-05-04', { eventId: 'A' }),
    ];
    expect(verdicts(rows).told).toEqual([
      'duplicate: the event is counted already, from line 3',
      'counted',
      'duplicate: the event is counted already, from line 3',
    ]);
  });

  it('up to the cap, the earliest claimed first, whatever the order of the file', () => {
    const rows = [
      claim('meeting', '2015-06-03', '2015-06-30', { eventId: 'C' }),
      claim('meeting', '2015-06-01', '2015-06-30', { eventId: 'A' }),
      claim('meeting', '2015-06-02', '2015-06-29', { eventId: 'B' }),
    ];
    const over = 'over-cap: at most 2 count, and they were claimed before this one';
    expect(verdicts(rows).told).toEqual([over, 'counted', 'counted']);
    expect(verdicts([...rows].reverse()).told).toEqual(['counted', 'counted', over]);
  });

  it('with ties settled by the order of kinds in the scheme, whatever the order of the file', () => {
    const rows = ['dinner', 'meeting'].map((event) => claim(event, '2015-06-01', '2015-06-30', { eventId: 'A' }));
    expect(verdicts(rows).told).toEqual(['duplicate: the event is counted already, from line 3', 'counted']);
  });

  it('of several that say the same, that of the first line, in whatever order they are given', () => {
    const one = claim('meeting', '2015-06-01', '2015-06-30', { eventId: 'A' });
    const judge = openClaimJudge(meetings, facts([{ patients: 1 }]), day('2016-12-31'));
    const lines = [4, 3, 2].map((line) => ({ ...one, line }));
    const duplicate = 'duplicate: the event is counted already, from line 2';
    expect(judge.judge(0, lines).map(tell)).toEqual([duplicate, duplicate, 'counted']);
  });

  it('with ties settled by event_id in code units, then by line', () => {
    const rows = ['é', 'Z', 'a'].map((eventId) => claim('meeting', '2015-06-01', '2015-06-30', { eventId }));
    expect(verdicts(rows).told.map((told) => told.slice(0, 8))).toEqual(['over-cap', 'counted', 'counted']);
  });
});

describe('a late claim that was accepted', () => {
  const accepted = { decisions: [decided('accept-late', '2016-01-15', { evidence: 'A' })] };
  const late = claim('meeting', '2015-05-01', '2015-11-01', { eventId: 'A' });

  it('counts, and the decision has had its effect; none is needed for one in time', () => {
    const { told, used } = verdicts([late], accepted);
    expect(told).toEqual(['counted']);
    expect([...used]).toEqual(accepted.decisions);
    const inTime = verdicts([{ ...late, claimedOn: day('2015-05-02') }], accepted);
    expect([inTime.told, [...inTime.used]]).toEqual([['counted'], []]);
  });

  it('goes by the first decision: of the earlier day, and on one day of the earlier line', () => {
    const decisions = [
      decided('accept-late', '2016-01-15', { evidence: 'A', line: 4 }),
      decided('accept-late', '2016-01-15', { evidence: 'A', line: 3 }),
      decided('accept-late', '2016-01-16', { evidence: 'A', line: 2 }),
    ];
    expect([...verdicts([late], { decisions }).used]).toEqual([decisions[1]]);
  });

  it('does not when the decision is later than the as-at date', () => {
    expect(verdicts([late], accepted, '2016-01-15').told).toEqual(['counted']);
    expect(verdicts([late], accepted, '2016-01-14').told).toEqual([
      'late: claims for this event were taken until 2015-09-30',
    ]);
  });

  it('for a component, covers the claims of that component alone', () => {
    const dinner = { ...late, event: 'dinner' };
    const accepting = (component: string) => ({
      decisions: [decided('accept-late', '2016-01-15', { evidence: 'A', component })],
    });
    const refused = 'late: claims for this event were taken until 2015-09-30';
    expect(verdicts([late, dinner], accepting('meetings')).told).toEqual(['counted', refused]);
    expect(verdicts([late, dinner], accepting('dinners')).told).toEqual([refused, 'counted']);
  });

  it('keeps its place by claimed_on where the decision came first', () => {
    const before = { decisions: [decided('accept-late', '2015-10-15', { evidence: 'A' })] };
    const others = [claim('meeting', '2015-10-19', '2015-10-21'), claim('meeting', '2015-10-20', '2015-10-22')];
    expect(verdicts([late, ...others], before).told.map((told) => told.slice(0, 8))).toEqual([
      'over-cap',
      'counted',
      'counted',
    ]);
  });

  it('takes its place by the day of the decision, and displaces nothing that was counted before', () => {
    const others = [claim('meeting', '2015-12-01', '2015-12-31'), claim('meeting', '2015-12-02', '2016-01-14')];
    expect(verdicts([late, ...others], accepted).told.map((told) => told.slice(0, 8))).toEqual([
      'over-cap',
      'counted',
      'counted',
    ]);
  });
});

it('counts the events of each period, and those over the cap once however many people came', () => {
  const rows = [
    claim('meeting', '2015-04-02', '2015-04-30'),
    claim('meeting', '2015-07-02', '2015-07-30'),
    claim('meeting', '2015-10-02', '2015-10-30'),
    claim('meeting', '2015-10-02', '2015-10-30'),
  ];
  const { counted } = verdicts(rows);
  expect([0, 1, 2, 3].map((q) => counted.counted(0, 'meeting', q))).toEqual([1, 1, 0, 0]);
  expect([0, 1, 2, 3].map((q) => counted.overCap(0, 'meeting', q))).toEqual([0, 0, 1, 0]);
});

it('counts an event over the cap on the earliest day that its claims give, whatever the order of the file', () => {
  const rows = [
    claim('meeting', '2015-04-02', '2015-04-30', { eventId: 'A' }),
    claim('meeting', '2015-04-03', '2015-04-30', { eventId: 'B' }),
    claim('meeting', '2015-10-02', '2015-11-01', { eventId: 'C' }),
    claim('meeting', '2015-07-02', '2015-11-30', { eventId: 'C' }),
  ];
  for (const order of [rows, [...rows].reverse()]) {
    const { counted } = verdicts(order);
    expect([0, 1, 2, 3].map((q) => counted.overCap(0, 'meeting', q))).toEqual([0, 1, 0, 0]);
  }
});

it('counts an event over the cap on the earliest day also where that was claimed first', () => {
  const rows = [
    claim('meeting', '2015-04-02', '2015-04-30', { eventId: 'A' }),
    claim('meeting', '2015-04-03', '2015-04-30', { eventId: 'B' }),
    claim('meeting', '2015-07-02', '2015-11-01', { eventId: 'C' }),
    claim('meeting', '2015-10-02', '2015-11-30', { eventId: 'C' }),
  ];
  const { counted } = verdicts(rows);
  expect([0, 1, 2, 3].map((q) => counted.overCap(0, 'meeting', q))).toEqual([0, 1, 0, 0]);
});

it('counts each practice and each kind by itself', () => {
  const judge = openClaimJudge(meetings, facts([{ patients: 1 }, { patients: 1 }, { patients: 1 }]), day('2016-12-31'));
  const rows = [
    claim('meeting', '2015-05-01', '2015-05-01', { practice: 1 }),
    claim('dinner', '2015-08-01', '2015-08-01', { practice: 1, eventId: 'A' }),
    claim('dinner', '2015-08-02', '2015-08-02', { practice: 1, eventId: 'B' }),
    claim('meeting', '2015-11-01', '2015-11-01', { practice: 2 }),
  ];
  for (const practice of [0, 1, 2]) {
    judge.judge(
      practice,
      rows.filter((each) => each.practice === practice),
    );
  }
  const of = (count: 'counted' | 'overCap') =>
    [0, 1, 2].map((practice) =>
      ['meeting', 'dinner'].map((event) =>
        [0, 1, 2, 3].map((period) => judge.counted[count](practice, event, period)).join(''),
      ),
    );
  expect(of('counted')).toEqual([
    ['0000', '0000'],
    ['1000', '0100'],
    ['0010', '0000'],
  ]);
  expect(of('overCap')).toEqual([
    ['0000', '0000'],
    ['0000', '0100'],
    ['0000', '0000'],
  ]);
});

describe('the period of an event', () => {
  const rows = [
    claim('meeting', '2015-06-29', '2015-07-02'),
    claim('dinner', '2016-03-30', '2016-04-02'),
    claim('meeting', '2015-06-30', '2016-01-02'),
  ];

  it('is that in which it fell', () => {
    const { told, counted } = verdicts(rows);
    expect(told.map((each) => each.slice(0, 7))).toEqual(['counted', 'counted', 'late: c']);
    expect([0, 1, 2, 3].map((q) => counted.counted(0, 'meeting', q))).toEqual([1, 0, 0, 0]);
    expect([0, 1, 2, 3].map((q) => counted.counted(0, 'dinner', q))).toEqual([0, 0, 0, 1]);
  });

  it('is that in which it was claimed, where the scheme says so, the last for one claimed after the term', () => {
    const window = { kind: 'days', days: 365, countsIn: 'period-of-claim', clause: 'w' } as const;
    const { told, counted } = verdicts(rows, {}, '2016-12-31', { ...meetings, claimWindow: window });
    expect(told).toEqual(['counted', 'counted', 'counted']);
    expect([0, 1, 2, 3].map((q) => counted.counted(0, 'meeting', q))).toEqual([0, 1, 0, 1]);
    expect([0, 1, 2, 3].map((q) => counted.counted(0, 'dinner', q))).toEqual([0, 0, 0, 1]);
  });

  it('is by its claim the first from its own on that had not closed by then, the day of closing included', () => {
    const window = {
      kind: 'days',
      days: 365,
      countsIn: 'period-of-claim',
      closes: { days: 20 },
      clause: 'w',
    } as const;
    // Q1 closes on 2015-07-20.
    const periodOf = (eventDate: string, claimedOn: string) => {
      const { counted } = verdicts([claim('meeting', eventDate, claimedOn)], {}, '2016-12-31', {
        ...meetings,
        claimWindow: window,
      });
      return [0, 1, 2, 3].filter((q) => counted.counted(0, 'meeting', q) === 1);
    };
    expect(periodOf('2015-05-01', '2015-05-02')).toEqual([0]);
    expect(periodOf('2015-05-01', '2015-07-20')).toEqual([0]);
    expect(periodOf('2015-05-01', '2015-07-21')).toEqual([1]);
    expect(periodOf('2015-07-05', '2015-07-10')).toEqual([1]);
  });

  it('has its place though a run is for one before it, and is told as for a later period', () => {
    const many = [
      claim('meeting', '2015-10-01', '2015-10-01'),
      claim('meeting', '2015-09-01', '2015-10-02'),
      claim('meeting', '2015-09-02', '2015-10-03'),
    ];
    const { told, counted } = verdicts(many);
    expect(told.map((each) => each.slice(0, 8))).toEqual(['counted', 'counted', 'over-cap']);
    expect(meetings.periods.map((period) => counted.forPeriodsAfter(period))).toEqual([2, 1, 0, 0]);
  });
});

describe('a limit from figures', () => {
  const growth = { kind: 'change', measure: 'register', part: 'denominator', below: 'zero', clause: '1' } as const;
  const days = { from: day('2015-04-01'), to: day('2015-06-30') };
  const limited: Value = {
    kind: 'quantity',
    clause: '1',
    of: {
      kind: 'sum',
      of: [
        { kind: 'rate', pounds: ratio(10), for: { kind: 'events', event: 'visit', atMost: 3 } },
        { kind: 'rate', pounds: ratio(10), for: { kind: 'events', event: 'call', atMost: { ...growth, ...days } } },
      ],
    },
  };

  it('that is below nothing is nothing, and takes nothing from that of another kind', () => {
    const measures = [measured('register', '2015-04-01', '0', '100'), measured('register', '2015-06-30', '0', '98')];
    const rows = [
      ...['2015-05-01', '2015-05-02', '2015-05-03'].map((on) => claim('visit', on, on)),
      claim('call', '2015-05-04', '2015-05-04'),
    ];
    const { told } = verdicts(rows, { measures }, '2016-12-31', scheme([component('a', limited)]));
    expect(told.map((each) => each.slice(0, 19))).toEqual(['counted', 'counted', 'counted', 'over-cap: at most 0']);
  });
});

describe('a limit', () => {
  const visits = (limits: object): Scheme =>
    scheme([
      component('visits', { kind: 'per-event', pounds: ratio(10), event: 'visit', clause: '1', ...limits } as Value),
    ]);
  const rows = ['2015-05-01', '2015-05-02', '2015-07-01', '2015-10-01'].map((on) => claim('visit', on, on));
  const over = (says: string) => `over-cap: at most ${says} count, and they were claimed before this one`;

  it('may be that of a period alone, and stand beside one in all', () => {
    expect(verdicts(rows, {}, '2016-12-31', visits({ atMost: null, atMostPerPeriod: 1 })).told).toEqual([
      'counted',
      over('1 a period'),
      'counted',
      'counted',
    ]);
    expect(verdicts(rows, {}, '2016-12-31', visits({ atMost: 2, atMostPerPeriod: 1 })).told).toEqual([
      'counted',
      over('2 and 1 a period'),
      'counted',
      over('2 and 1 a period'),
    ]);
  });

  it('by a figure counts whole events, and says by what', () => {
    const figure = { kind: 'measure', measure: 'beds', part: 'numerator', at: 'latest' };
    const half = { kind: 'share', share: ratio(1, 2), of: figure };
    const measures = [{ id: 'beds', title: 'Beds', numerator: 'beds', numeratorUnit: 'bed', clause: 'm' }];
    const of = { ...visits({ atMost: half, atMostPerPeriod: 1 }), measures };
    const { told } = verdicts(rows, { measures: [measured('beds', '2015-04-01', '5', '1')] }, '2016-12-31', of);
    const two = over('2 (50% of 5 beds (beds at 2015-04-01) = 2.5 beds) and 1 a period');
    expect(told).toEqual(['counted', two, 'counted', two]);
    // Which events are over one that nobody knows yet nobody can say: none is refused but over that of a period.
    const unknown = verdicts(rows, {}, '2016-12-31', of);
    expect(unknown.told).toEqual(['counted', over('1 a period'), 'counted', 'counted']);
    expect(unknown.counted.limit(0, 'visit', 0)).toMatchObject({
      unknown: { reason: 'no figure for beds yet', clause: '1' },
    });
  });
});

/** The kinds of event in the scheme's order. */
const kinds = ['meeting', 'dinner', 'visit'];

/** The rule as it is written: all rows at once, in order. */
function judgedAtOnce(claims: readonly Claim[], caps: ReadonlyMap<string, number>): Map<number, string> {
  const inOrder = [...claims].sort(
    (a, b) =>
      a.claimedOn - b.claimedOn ||
      a.eventDate - b.eventDate ||
      (a.eventId < b.eventId ? -1 : a.eventId > b.eventId ? 1 : 0) ||
      kinds.indexOf(a.event) - kinds.indexOf(b.event) ||
      a.line - b.line,
  );
  const [ids, taken, told] = [new Set<string>(), new Map<string, number>(), new Map<number, string>()];
  for (const row of inOrder) {
    const soFar = taken.get(row.event) ?? 0;
    if (ids.has(row.eventId)) told.set(row.line, 'duplicate');
    else if (soFar >= (caps.get(row.event) ?? 0)) told.set(row.line, 'over-cap');
    else {
      told.set(row.line, 'counted');
      ids.add(row.eventId);
      taken.set(row.event, soFar + 1);
    }
  }
  return told;
}

it('comes to what the rule says of all rows at once, in any order of the file', () => {
  const row = fc.record({
    event: fc.constantFrom('meeting', 'dinner', 'visit'),
    eventId: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
    event_date: fc.integer({ min: 0, max: 5 }),
    claimed: fc.integer({ min: 5, max: 9 }),
  });
  const cap = fc.option(fc.integer({ min: 0, max: 3 }), { nil: null });
  const deal = fc.tuple(fc.array(row, { maxLength: 25 }), fc.tuple(cap, cap, cap));
  fc.assert(
    fc.property(deal, ([rows, [meeting, dinner, visit]]) => {
      const of = scheme([
        component('meetings', perEvent('meeting', meeting)),
        component('dinners', perEvent('dinner', dinner)),
        component('visits', perEvent('visit', visit)),
      ]);
      const claims = rows.map(({ event, eventId, event_date, claimed }, index) => ({
        ...claim(event, '2015-05-01', '2015-05-01', { eventId, line: index + 2 }),
        eventDate: addDays(day('2015-05-01'), event_date),
        claimedOn: addDays(day('2015-05-01'), claimed),
      }));
      const caps = new Map(Object.entries({ meeting, dinner, visit }).map(([id, most]) => [id, most ?? Infinity]));
      const expected = judgedAtOnce(claims, caps);
      const judge = openClaimJudge(of, facts([{ patients: 1 }]), day('2016-12-31'));
      const told = judge.judge(0, claims).map((verdict) => (typeof verdict === 'string' ? verdict : verdict.code));
      expect(told).toEqual(claims.map(({ line }) => expected.get(line)));
    }),
    { numRuns: 500 },
  );
});

describe('a limit for each person', () => {
  const jabs = (atMostPerPerson: number): Scheme =>
    scheme([
      component('jabs', {
        kind: 'per-event',
        pounds: ratio(10),
        event: 'jab',
        atMost: null,
        atMostPerPerson,
        clause: '1',
      }),
      component('calls', perEvent('call', null)),
    ]);
  const jab = (person: string, on: string, given: Partial<Claim> = {}) =>
    claim('jab', on, on, { person, eventId: `${person} ${on}`, ...given });

  it('takes the first claimed of each, and says so; another kind of event is not limited by it', () => {
    const rows = [
      jab('A', '2015-05-03'),
      jab('A', '2015-05-01'),
      jab('B', '2015-05-04'),
      jab('A', '2015-05-02'),
      ...['2015-05-05', '2015-05-06', '2015-05-07'].map((on) => claim('call', on, on, { person: 'A' })),
    ];
    const { told } = verdicts(rows, {}, '2016-12-31', jabs(2));
    expect(told).toEqual([
      'over-cap: at most 2 count for one person, and they were claimed before this one',
      ...['counted', 'counted', 'counted', 'counted', 'counted', 'counted'],
    ]);
    expect(verdicts(rows, {}, '2016-12-31', jabs(1)).told[0]).toBe(
      'over-cap: at most 1 counts for one person, and they were claimed before this one',
    );
  });

  it('is that of one practice, and asks for no look at the others', () => {
    const judge = openClaimJudge(jabs(1), facts([{ patients: 1 }, { patients: 1 }]), day('2016-12-31'));
    expect(judge.look).toBeUndefined();
    expect(judge.judge(0, [jab('A', '2015-05-01')])).toEqual(['counted']);
    expect(judge.judge(1, [jab('A', '2015-05-02', { practice: 1 })])).toEqual(['counted']);
  });
});

describe('a person who counts for one alone', () => {
  const jabs: Value = {
    kind: 'per-event',
    pounds: ratio(10),
    event: 'jab',
    atMost: null,
    personOver: 'all',
    clause: '1',
  };
  const of = scheme([component('jabs', jabs)]);
  const jab = (practice: number, eventDate: string, claimedOn: string, line: number) =>
    claim('jab', eventDate, claimedOn, { practice, line, person: 'A', eventId: `${9 - practice} ${line}` });

  /** What becomes of the claims of two practices, each looked at before any is judged. */
  function told(...claims: readonly Claim[]): string[] {
    return toldAsAt('2016-12-31', ...claims);
  }

  function toldAsAt(asAt: string, ...claims: readonly Claim[]): string[] {
    const judge = openClaimJudge(of, facts([{ patients: 1 }, { patients: 1 }]), day(asAt));
    for (const practice of [0, 1]) {
      judge.look?.(
        practice,
        claims.filter((each) => each.practice === practice),
      );
    }
    return [0, 1].flatMap((practice) =>
      judge
        .judge(
          practice,
          claims.filter((each) => each.practice === practice),
        )
        .map(tell),
    );
  }

  const refused = (on: string) =>
    `over-cap: the person counts for one alone, and a claim of ${on} of another came first`;

  it('counts for the practice that claimed first, whatever its place', () => {
    const [own, other] = [jab(0, '2015-05-01', '2015-05-03', 2), jab(1, '2015-05-01', '2015-05-02', 3)];
    expect(told(own, other)).toEqual([refused('2015-05-02'), 'counted']);
    expect(told({ ...own, practice: 1 }, { ...other, practice: 0 })).toEqual(['counted', refused('2015-05-02')]);
  });

  it('counts for the same whichever practice is looked at first', () => {
    const both = [jab(0, '2015-05-01', '2015-05-02', 2), jab(1, '2015-05-01', '2015-05-02', 3)];
    const judge = openClaimJudge(of, facts([{ patients: 1 }, { patients: 1 }]), day('2016-12-31'));
    for (const each of [...both].reverse()) judge.look?.(each.practice, [each]);
    expect(both.map((each) => judge.judge(each.practice, [each]).map(tell)[0])).toEqual([
      'counted',
      refused('2015-05-02'),
    ]);
  });

  it('counts for nobody by a claim that does not exist yet, but by one of the as-at date', () => {
    const [own, other] = [jab(0, '2015-05-01', '2015-05-03', 2), jab(1, '2015-05-02', '2015-05-03', 3)];
    const early = jab(1, '2015-04-30', '2015-05-04', 4);
    expect(toldAsAt('2015-05-03', own, other, early)).toEqual(['counted', refused('2015-05-03'), 'later']);
    // Its event was the earlier, so that it would go first on one day.
    expect(toldAsAt('2015-05-03', { ...own, eventDate: day('2015-05-03') }, other)).toEqual([
      refused('2015-05-03'),
      'counted',
    ]);
  });

  it('counts on one day for the earlier event, and else for the practice that comes first, whatever the lines', () => {
    const on = '2015-05-09';
    expect(told(jab(0, '2015-05-02', on, 2), jab(1, '2015-05-01', on, 3))).toEqual([refused(on), 'counted']);
    expect(told(jab(0, '2015-05-01', on, 9), jab(1, '2015-05-01', on, 3))).toEqual(['counted', refused(on)]);
  });

  it('counts for nobody by a claim that cannot count', () => {
    expect(told(jab(0, '2015-05-01', '2015-05-02', 2), jab(1, '2015-03-31', '2015-04-01', 3))).toEqual([
      'counted',
      'outside-term: the event lies outside the term, 2015-04-01 to 2016-03-31',
    ]);
  });
});

it('tells of accepted claims that are not there', () => {
  const late = claim('meeting', '2015-04-05', '2016-01-05');
  const accepting = [late.eventId, 'no such event'].map((evidence) =>
    decided('accept-late', '2016-02-01', { evidence }),
  );
  const { counted } = verdicts([late], { decisions: accepting });
  expect([...counted.acceptedInVain(0)]).toEqual(['no such event']);
  // What the scheme asks for as evidence is no event.
  const asking = { ...meetings, evidence: [evidence('no such event')] };
  const again = verdicts([late], { decisions: accepting }, '2016-12-31', asking);
  expect([...again.counted.acceptedInVain(0)]).toEqual([]);
});
