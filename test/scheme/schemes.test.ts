import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calculate } from '../../src/calculate/calculate.ts';
import { openClaimJudge } from '../../src/calculate/claims/claim-judge.ts';
import { formatDay } from '../../src/domain/day.ts';
import { pence } from '../../src/domain/money/money.ts';
import { formatExact } from '../../src/domain/money/ratio.ts';
import type { Example, Scheme } from '../../src/domain/scheme/scheme.ts';
import { exampleFacts } from '../../src/scheme/example-facts.ts';
import { type ExampleEntitlement, judgeExample } from '../../src/scheme/examples.ts';
import { readSchemeBytes } from '../../src/scheme/read.ts';
import { judgeAll } from '../make/facts.ts';

const files = {
  'cambridgeshire-qef-2017-18': 'schemes/cambridgeshire-qef-2017-18.json',
  'dorset-ccip-2015-16': 'schemes/dorset-ccip-2015-16.json',
  'west-hampshire-qps-2019-20': 'schemes/west-hampshire-qps-2019-20.json',
  'bury-qinpc-phase-5': 'schemes/bury-qinpc-phase-5.json',
  'bury-qinpc-phase-5-illustrative': 'fixtures/bury-qinpc-phase-5-illustrative/scheme.json',
};

function schemeOf(id: keyof typeof files): Scheme {
  const bytes = readFileSync(new URL(`../../${files[id]}`, import.meta.url));
  const { value, findings } = readSchemeBytes(bytes, files[id]);
  expect(findings).toEqual([]);
  if (value === null) throw new Error(`no scheme ${id}`);
  return value;
}

const ids = ['cambridgeshire-qef-2017-18', 'dorset-ccip-2015-16', 'west-hampshire-qps-2019-20'] as const;

describe('the schemes that come with the program', () => {
  it.each([...ids, 'bury-qinpc-phase-5', 'bury-qinpc-phase-5-illustrative'] as const)(
    '%s reads without a finding',
    (id) => {
      const scheme = schemeOf(id);
      expect(scheme.id).toBe(id);
      expect(scheme.assumptions.length).toBeGreaterThan(2);
    },
  );

  it.each([...ids, 'bury-qinpc-phase-5-illustrative'] as const)('%s works its examples to the penny', (id) => {
    const scheme = schemeOf(id);
    expect(scheme.examples.length).toBeGreaterThan(0);
    for (const example of scheme.examples)
      expect(judgeExample(scheme.words, example, worked(scheme, example))).toEqual([]);
  });

  it('has Cambridgeshire & Peterborough as the paper and the contract have it', () => {
    const scheme = schemeOf('cambridgeshire-qef-2017-18');
    expect(outline(scheme)).toMatchSnapshot();
  });

  it('has Dorset as the paper and the contract have it', () => {
    expect(outline(schemeOf('dorset-ccip-2015-16'))).toMatchSnapshot();
  });

  it('has West Hampshire as the paper and the contract have it', () => {
    const scheme = schemeOf('west-hampshire-qps-2019-20');
    expect(outline(scheme)).toMatchSnapshot();
    expect(scheme.headlines.map(({ pounds }) => formatExact(pounds))).toEqual(
      '588973 544250 38098 342879 550875 108849 44723 442026 146947'.split(' '),
    );
    expect(
      scheme.assumptions.map(({ reading }) => reading).filter((reading) => reading.includes('£443k')),
    ).toHaveLength(1);
  });

  it('has Bury as a draft that says what is to be confirmed', () => {
    const scheme = schemeOf('bury-qinpc-phase-5');
    expect(scheme.status).toBe('draft');
    expect(scheme.toBeConfirmed.map(({ what, clause }) => `${what} (${clause})`)).toMatchSnapshot();
  });

  it('has an illustration of Bury that says so', () => {
    const { title, commissioner, source, toBeConfirmed } = schemeOf('bury-qinpc-phase-5-illustrative');
    expect([title, commissioner, source.title].every((text) => /illustration|made up/i.test(text))).toBe(true);
    expect(toBeConfirmed).toEqual([]);
  });
});

function worked(scheme: Scheme, example: Example): ExampleEntitlement[] {
  const { facts, claims, asAt } = exampleFacts(scheme, example);
  const judge = openClaimJudge(scheme, facts, asAt);
  judgeAll(judge, facts, claims);
  const period = scheme.periods.at(-1);
  if (!period) throw new Error('a scheme without periods');
  const { value, findings } = calculate(scheme, facts, { period, asAt, claims: judge.counted });
  expect(findings).toEqual([]);
  return [...(value?.accounts() ?? [])].flatMap(({ lines }, practice) =>
    lines.flatMap(({ component, positions }) =>
      positions.map((position) => ({
        practice,
        component: component.id,
        period: position.period.id,
        entitlement: position.entitlement,
        payment: pence(0),
        clawback: pence(0),
        unpaid: [],
        termSteps: [],
        steps: position.steps,
      })),
    ),
  );
}

/** The ids, days, sums and conditions of a scheme, a line each, to be read against contract 7. */
function outline({ term, periods, population, rounding, evidence, components, leaving, claimWindow }: Scheme): string {
  const lines = [
    `term ${formatDay(term.start)} to ${formatDay(term.end)}`,
    ...periods.map(({ id, start, end }) => `period ${id} ${formatDay(start)} to ${formatDay(end)}`),
    `${population.kind} at ${[population.at, ...population.acceptedInstead].map(formatDay).join(' or ')}`,
    `rounding at ${rounding.at} to the ${rounding.unit}, ${rounding.mode}`,
    `notice ${JSON.stringify(leaving.notice)}, prorate ${leaving.prorate}, claims ${claimWindow?.kind ?? 'none'}`,
    ...evidence.map(
      ({ id, deadline, minimum, perComponent, perPeriod }) =>
        `evidence ${id}${perComponent ? ' per component' : ''}${perPeriod ? ' per period' : ''}` +
        `${deadline === null ? '' : ` by ${deadline.kind === 'date' ? formatDay(deadline.on) : 'the claim window'}`}` +
        `${minimum === null ? '' : ` at least ${formatExact(minimum.number)} ${minimum.kind}`}`,
    ),
    ...components.flatMap(({ id, value, schedule, recovery, adjustments, conditions }) => [
      `component ${id} ${value.kind} ${'pounds' in value && 'n' in value.pounds ? formatExact(value.pounds) : ''}` +
        `${value.kind === 'per-event' ? ` ${value.event} at most ${value.atMost}` : ''}` +
        ` in ${schedule?.shares.map(formatExact).join(' ') ?? 'its own time'}`,
      ...adjustments.map((change) => `  ${change.kind} ${change.kind === 'reduce' ? formatExact(change.by) : ''}`),
      ...conditions.map(
        ({ needs, keeps }, index) =>
          `  ${periods[index]?.id} needs ${needs.map((on) => on.evidence.id).join(' ') || '-'}` +
          ` keeps ${keeps.map((on) => on.evidence.id).join(' ') || '-'}`,
      ),
      `  recovery from ${recovery.from?.id ?? 'any period'}${recovery.waitsForDecision ? ' after a decision' : ''}`,
    ]),
  ];
  return lines.join('\n');
}
