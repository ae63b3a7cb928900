import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculate } from '../../src/calculate/calculate.ts';
import { openClaimJudge } from '../../src/calculate/claims/claim-judge.ts';
import { settledAmount } from '../../src/domain/account.ts';
import { at } from '../../src/domain/at.ts';
import { addDays, type Day } from '../../src/domain/day.ts';
import type { Claim, Facts, PaidRow } from '../../src/domain/facts.ts';
import { addPence, noPence, type Pence, pence } from '../../src/domain/money/money.ts';
import { ratio } from '../../src/domain/money/ratio.ts';
import { countingComponents } from '../../src/domain/scheme/paid-events.ts';
import type { Example, ExamplePractice, Period, Scheme } from '../../src/domain/scheme/scheme.ts';
import { exampleFacts } from '../../src/scheme/example-facts.ts';
import { schemeIn } from '../make/any-data.ts';

// Schemes of time, events and claims with random data: what must hold of them whatever comes in.

const files = [
  'claims-by-the-month',
  'golden-hello',
  'locum-costs',
  'one-payment-a-person',
  'own-years',
  'parcels',
  'plan-by-the-day',
  'units-by-the-month',
  'vaccinations-by-the-day',
];
const folder = new URL('../../fixtures/other-schemes/', import.meta.url);
const schemes = files.map((file): [string, Scheme] => [file, schemeIn(fileURLToPath(new URL(`${file}.json`, folder)))]);

/** What practices bring, all of it at random: on days of the term, claimed up to half a year later. */
function practicesOf(scheme: Scheme): fc.Arbitrary<ExamplePractice[]> {
  const { term, periods } = scheme;
  const dayOfTerm = fc.nat(term.end - term.start).map((days) => addDays(term.start, days));
  const kinds = [...countingComponents(scheme).keys()];
  const event = fc
    .record({
      event: fc.constantFrom(...kinds, 'none'),
      on: dayOfTerm,
      later: fc.oneof(fc.constant(0), fc.nat(190)),
      count: fc.integer({ min: 1, max: 3 }),
      person: fc.constantFrom('A', 'B', 'C'),
      amount: fc.nat(250_000).map((amount) => pence(BigInt(amount))),
    })
    .map(({ later, ...each }) => ({ ...each, claimedOn: addDays(each.on, later) }));
  const measure = fc.record({
    measure: fc.constantFrom(...scheme.measures.map(({ id }) => id), 'none'),
    item: fc.constantFrom('one', 'two', 'three'),
    at: fc.oneof(dayOfTerm, fc.constantFrom(...periods.map(({ end }) => end))),
    numerator: fc.nat(4000).map((number) => ratio(number, 20)),
    denominator: fc.constant(ratio(90)),
  });
  const received = fc.record({
    evidence: fc.constantFrom(...scheme.evidence.map(({ id }) => id), 'none'),
    period: fc.option(fc.constantFrom(...periods.map(({ id }) => id)), { nil: undefined }),
    on: fc.nat(term.end - term.start + 60).map((days) => addDays(term.start, days)),
  });
  const practice = fc.record({
    patients: fc.integer({ min: 1, max: 9000 }).map((patients) => ratio(patients)),
    events: kinds.length === 0 ? fc.constant([]) : fc.array(event, { maxLength: 25 }),
    measures: fc.uniqueArray(measure, {
      maxLength: 30,
      selector: ({ measure: id, item, at: on }) =>
        `${id} ${scheme.measures.some(({ lines }) => lines) ? item : ''} ${on}`,
    }),
    received: fc.array(received, { maxLength: 5 }),
    joinedOn: scheme.joining ? fc.option(dayOfTerm, { nil: undefined }) : fc.constant(undefined),
    leftOn: fc.option(dayOfTerm, { nil: undefined, freq: 4 }),
  });
  return fc
    .array(practice, { minLength: 2, maxLength: 3 })
    .map((practices) => practices.map((each, index) => ({ ...each, name: `${index}`, without: [] })));
}

interface Given {
  readonly facts: Facts;
  readonly claims: readonly Claim[];
}

function factsOf(scheme: Scheme, practices: readonly ExamplePractice[]): Given {
  const example: Example = { title: '', clause: '', practices, expect: [] };
  const { facts, claims } = exampleFacts(scheme, example);
  return { facts, claims: claims.filter(({ event }) => event !== 'none') };
}

interface Line {
  readonly entitlement: Pence;
  readonly settled: Pence;
}

/** Every line of a run by practice, component and period; none of them where an error stands against it. */
function linesOf(scheme: Scheme, { facts, claims }: Given, period: Period, asAt: Day): ReadonlyMap<string, Line> {
  const judge = openClaimJudge(scheme, facts, asAt);
  const own = (practice: number) => claims.filter((claim) => claim.practice === practice);
  for (const practice of facts.practices.keys()) judge.look?.(practice, own(practice));
  for (const practice of facts.practices.keys()) judge.judge(practice, own(practice));
  const { value, findings } = calculate(scheme, facts, { period, asAt, claims: judge.counted });
  if (!value) throw new Error(findings.map(({ message }) => message).join('; '));
  const lines = new Map<string, Line>();
  for (const { practice, lines: components } of value.accounts())
    for (const { component, positions } of components)
      for (const { period: of, entitlement, settlement } of positions)
        lines.set(`${practice.code} ${component.id} ${of.id}`, { entitlement, settled: settledAmount(settlement) });
  return lines;
}

function entitlements(lines: ReadonlyMap<string, Line>): Record<string, string> {
  return Object.fromEntries([...lines].map(([key, { entitlement }]) => [key, `${entitlement}`]));
}

function lastOf({ periods }: Scheme): Period {
  return at(periods, periods.length - 1);
}

const runs = { numRuns: 40 };

describe.each(schemes)('%s with random data', (_, scheme) => {
  const data = practicesOf(scheme);

  it('says of an earlier period as at a day what the run of the last one says as at the same day', () => {
    fc.assert(
      fc.property(data, fc.nat(scheme.periods.length - 1), fc.nat(250), (practices, k, later) => {
        const given = factsOf(scheme, practices);
        const last = lastOf(scheme);
        const asAt = addDays(last.start, later);
        const all = entitlements(linesOf(scheme, given, last, asAt));
        const some = entitlements(linesOf(scheme, given, at(scheme.periods, k), asAt));
        expect(Object.fromEntries(Object.keys(some).map((key) => [key, all[key]]))).toEqual(some);
      }),
      runs,
    );
  });

  it('comes to the same whatever the order of its rows', () => {
    fc.assert(
      fc.property(data, fc.nat(250), fc.integer({ min: 1, max: 1000 }), (practices, later, turn) => {
        const given = factsOf(scheme, practices);
        const last = lastOf(scheme);
        const asAt = addDays(last.start, later);
        const turned = <T>(rows: readonly T[]): T[] => {
          const shift = rows.length === 0 ? 0 : turn % rows.length;
          return [...rows.slice(shift), ...rows.slice(0, shift)].reverse();
        };
        const byPractice = <T>(rows: ReadonlyMap<string, readonly T[]>) =>
          new Map([...rows].map(([code, each]) => [code, turned(each)]));
        const other: Given = {
          facts: {
            ...given.facts,
            measures: byPractice(given.facts.measures),
            evidence: byPractice(given.facts.evidence),
          },
          claims: turned(given.claims).map((claim, index) => ({ ...claim, line: index + 2 })),
        };
        expect(entitlements(linesOf(scheme, other, last, asAt))).toEqual(
          entitlements(linesOf(scheme, given, last, asAt)),
        );
      }),
      runs,
    );
  });

  it('posted period after period comes to what one run from nothing comes to', () => {
    fc.assert(
      fc.property(data, fc.array(fc.nat(60), { minLength: 1, maxLength: 5 }), (practices, waits) => {
        const given = factsOf(scheme, practices);
        const paid = new Map<string, PaidRow[]>();
        let asAt = at(scheme.periods, 0).start;
        for (const [index, period] of scheme.periods.entries()) {
          const next = addDays(period.end, waits[index % waits.length] ?? 0);
          if (next > asAt) asAt = next;
          const posted = new Map(
            [...given.facts.paid].map(([code, rows]) => [code, [...rows, ...(paid.get(code) ?? [])]]),
          );
          const lines = linesOf(scheme, { ...given, facts: { ...given.facts, paid: posted } }, period, asAt);
          for (const [key, { settled }] of lines) {
            const [code = '', component = '', of = ''] = key.split(' ');
            if (settled === noPence) continue;
            const row = { component, period: of, amount: settled, paidOn: asAt, payeeCode: code };
            paid.set(code, [...(paid.get(code) ?? []), { ...row, reference: null, posting: index + 1, line: 2 }]);
          }
        }
        const sums = new Map<string, Pence>();
        for (const [code, rows] of paid)
          for (const { component, amount } of rows)
            sums.set(`${code} ${component}`, addPence(sums.get(`${code} ${component}`) ?? noPence, amount));
        const whole = new Map<string, Pence>();
        for (const [key, { entitlement }] of linesOf(scheme, given, lastOf(scheme), asAt)) {
          const line = key.split(' ').slice(0, 2).join(' ');
          whole.set(line, addPence(whole.get(line) ?? noPence, entitlement));
        }
        for (const [line, sum] of whole) expect([line, sums.get(line) ?? noPence]).toEqual([line, sum]);
      }),
      runs,
    );
  });
});
