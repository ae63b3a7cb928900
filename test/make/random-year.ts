import fc from 'fast-check';
import { addDays, type Day, daysIn, storedDay } from '../../src/domain/day.ts';
import type { Claim, EvidenceRow, Facts, MeasureRow } from '../../src/domain/facts.ts';
import { ratio } from '../../src/domain/money/ratio.ts';
import { deadlineOf } from '../../src/domain/scheme/claim-window.ts';
import { otherListsNeeded } from '../../src/domain/scheme/lists-needed.ts';
import { paidEvents } from '../../src/domain/scheme/paid-events.ts';
import type { Scheme } from '../../src/domain/scheme/scheme.ts';
import { allFiguresAsked } from '../../src/outlook/worlds/all-in.ts';
import { lastDayOf } from '../../src/outlook/worlds/known-at.ts';

/** A whole year of a scheme: everything that came in until its last day. */
export interface Year {
  readonly facts: Facts;
  readonly claims: readonly Claim[];
}

const codes = ['Z00001', 'Z00002', 'Z00003'];

/** Random years of whatever scheme: evidence early, late, too small or missing, each figure once, claims of every kind, a leaver, a joiner. */
export function yearOf(scheme: Scheme): fc.Arbitrary<Year> {
  const { term, evidence, components, periods, population, measures } = scheme;
  const lastDay = lastDayOf(scheme, term.start);
  const anyDay = (from: Day, to: Day) => fc.integer({ min: from, max: to }).map((at) => storedDay(at));
  const figures = allFiguresAsked(scheme).filter((each) => each.kind === 'measure');
  const events = [...new Set(paidEvents(scheme).map(({ event }) => event))];
  const deadlines = [
    ...new Set(
      evidence.flatMap((kind) => periods.flatMap((each) => deadlineOf(kind, scheme.claimWindow, periods, each) ?? [])),
    ),
  ];
  const receivedOn = fc.oneof(
    anyDay(term.start, lastDay),
    ...(deadlines.length > 0
      ? [fc.constantFrom(...deadlines), fc.constantFrom(...deadlines).map((day) => addDays(day, 1))]
      : []),
  );
  const evidenceOf = evidence.map(({ id, minimum, perComponent, perPeriod }) =>
    fc
      .array(
        fc.record({
          component: perComponent ? fc.constantFrom(null, ...components.map((each) => each.id)) : fc.constant(null),
          period: perPeriod ? fc.constantFrom(null, ...periods.map((each) => each.id)) : fc.constant(null),
          receivedOn,
          quantity: minimum === null ? fc.constant(null) : fc.constantFrom(null, ratio(1), ratio(60), ratio(5000)),
        }),
        { maxLength: perComponent || perPeriod ? 6 : 2 },
      )
      .map((rows) => rows.map((row): EvidenceRow => ({ ...row, evidence: id, reference: null, line: 2 }))),
  );
  const measureOf = figures.map(({ measure, at }) => {
    const kind = measures.find(({ id }) => id === measure);
    const day =
      at === 'latest'
        ? anyDay(term.start, lastDay)
        : typeof at === 'object'
          ? anyDay(at.start, at.end)
          : fc.constant(at);
    return fc.option(
      fc
        .record({
          day,
          d: fc.integer({ min: 0, max: 500 }),
          part: fc.constantFrom(0, 1, 30, 50, 70, 80, 90, 95, 100, 130),
        })
        .map(({ day: asAt, d, part }): MeasureRow => {
          const share = kind?.mayExceed || kind?.numeratorUnit !== kind?.denominatorUnit ? part : Math.min(part, 100);
          return { measure, asAt, numerator: ratio(Math.floor((d * share) / 100)), denominator: ratio(d), line: 2 };
        }),
      { freq: 5 },
    );
  });
  const claimOf = fc.record({
    event: fc.constantFrom(...events, 'none'),
    eventDate: anyDay(term.start, term.end),
    after: fc.integer({ min: 0, max: 150 }),
    eventId: fc.integer({ min: 1, max: 40 }).map((id) => `e${id}`),
    person: fc.integer({ min: 1, max: 4 }).map((id) => `p${id}`),
  });
  const practice = fc.record({
    patients: fc.integer({ min: 1, max: 12_000 }),
    evidence: fc.tuple(...evidenceOf),
    measures: fc.tuple(...measureOf),
    claims: fc.array(claimOf, { maxLength: events.length === 0 ? 0 : 12 }),
    leaves: fc.option(fc.record({ on: anyDay(term.start, term.end) }), { freq: 6 }),
    joins: scheme.joining === null ? fc.constant(null) : fc.option(anyDay(term.start, term.end), { freq: 6 }),
    locality: fc.constantFrom('North', 'South'),
    pcn: fc.constantFrom('U00001', 'U00002'),
  });
  return fc.tuple(practice, practice, practice).map((three) => {
    const by = <T>(rows: (one: (typeof three)[number]) => T) =>
      new Map(three.map((one, place) => [codes[place] ?? '', rows(one)] as const));
    const lists = otherListsNeeded(scheme);
    const facts: Facts = {
      practices: three.map(({ leaves, joins, locality, pcn }, place) => ({
        code: codes[place] ?? '',
        name: `Practice ${place + 1}`,
        locality,
        pcn,
        joinedOn: joins,
        // What is not known before it happens is no part of what a forecast bounds: a notice is given before the term.
        noticeOn: null,
        leftOn: leaves === null ? null : leaves.on,
        line: place + 2,
      })),
      listSizes: by(({ patients }) => ({ patients: ratio(patients), asAt: population.at, line: 2 })),
      otherLists: by(({ patients }) =>
        lists.flatMap((list) =>
          list.dates.map((asAt) => ({ population: list.population, asAt, patients: ratio(patients), line: 2 })),
        ),
      ),
      firstLists: by(({ patients }) => [
        { population: population.kind, asAt: term.end, patients: ratio(patients), line: 2 },
      ]),
      evidence: by((one) => one.evidence.flat()),
      measures: by((one) => one.measures.flatMap((row) => row ?? [])),
      decisions: new Map(),
      paid: new Map(),
      payees: new Map(),
    };
    const claims = three.flatMap((one, place) =>
      one.claims.map(
        ({ event, eventDate, after, eventId, person }, index): Claim => ({
          practice: place,
          event,
          eventId,
          eventDate,
          claimedOn: addDays(eventDate, after),
          person,
          line: 2 + index,
        }),
      ),
    );
    return { facts, claims };
  });
}

/** The days on which a year is looked at: before it, in the middle and at the end of each period, and after it. */
export function lookingDays({ periods, term }: Scheme): readonly Day[] {
  return [
    addDays(term.start, -10),
    ...periods.flatMap((period) => [
      addDays(period.start, Math.floor(daysIn(period) / 2)),
      period.end,
      addDays(period.end, 1),
    ]),
    addDays(term.end, 60),
  ];
}
