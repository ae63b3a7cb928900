import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.ts';
import { parseShare } from '../../src/domain/money/ratio.ts';
import type { Scheme } from '../../src/domain/scheme/scheme.ts';
import { readScheme } from '../../src/scheme/read.ts';
import { type Change, smallScheme } from './small-scheme.ts';

function schemeOf(...changes: readonly Change[]): Scheme {
  const { value, findings } = readScheme(smallScheme(...changes), 'small.json');
  expect(findings).toEqual([]);
  if (value === null) throw new Error('no scheme');
  return value;
}

describe('a scheme that was read', () => {
  it('has its defaults written out', () => {
    const scheme = schemeOf();
    expect(scheme.population).toEqual({ kind: 'registered', at: day('2020-04-01'), acceptedInstead: [], clause: '2' });
    expect(scheme.rounding).toEqual({ at: 'component', unit: 'penny', mode: 'half-away-from-zero', clause: '2' });
    expect(scheme.source).toEqual({ title: 'A small paper', reference: null });
    expect(scheme.components[0]?.adjustments[0]).toMatchObject({
      kind: 'reduce',
      by: parseShare('10%'),
      roundedTo: null,
    });
    expect(scheme.components[4]?.achievement).toMatchObject({ onAccount: null });
    expect(schemeOf(['components.1.value.atMost'], ['headlines', []]).components[1]?.value).toMatchObject({
      atMost: null,
    });
    expect(schemeOf(['leaving.notice']).leaving.notice).toBe(null);
  });

  it('has its periods and components in order', () => {
    const { periods, components } = schemeOf();
    expect(periods.map(({ id, index }) => [id, index])).toEqual([
      ['H1', 0],
      ['H2', 1],
    ]);
    expect(components.map(({ id, index }) => [id, index])).toEqual([
      ['rate', 0],
      ['meetings', 1],
      ['pot', 2],
      ['calls', 3],
      ['checks', 4],
    ]);
  });

  it('has the schedule of the scheme in each component, its own where it has one, and none by the event', () => {
    const own = { kind: 'shares', shares: { H2: '75%', H1: '1/4' }, clause: '9' };
    const { components } = schemeOf(['components.0.schedule', own]);
    expect(components[0]?.schedule).toEqual({
      shares: [parseShare('1/4'), parseShare('75%')],
      cumulative: [
        { n: 1n, d: 4n },
        { n: 1n, d: 1n },
      ],
      clause: '9',
    });
    expect(components[1]?.schedule).toBe(null);
    expect(components[2]?.schedule?.clause).toBe('2');
    expect(schemeOf(['schedule', { kind: 'equal', clause: '2' }]).components[2]?.schedule?.shares).toEqual([
      { n: 1n, d: 2n },
      { n: 1n, d: 2n },
    ]);
  });

  it('has the conditions of the scheme in each component, or its own in their place; entries for one period add up', () => {
    const asked = ({ components }: Scheme, index: number) =>
      components[index]?.conditions.map(({ needs, keeps }) => ({
        needs: needs.map(({ evidence, clause }) => `${evidence.id} ${clause}`),
        keeps: keeps.map(({ evidence, clause }) => `${evidence.id} ${clause}`),
      }));
    expect(asked(schemeOf(), 2)).toEqual([
      { needs: ['sheet 3'], keeps: ['plan 3'] },
      { needs: ['sheet 3'], keeps: ['plan 3'] },
    ]);
    const own = [
      { periods: 'every', needs: ['sheet'], clause: '9' },
      { periods: ['H2'], needs: ['plan'], clause: '10' },
    ];
    expect(asked(schemeOf(['components.2.conditions', own]), 2)).toEqual([
      { needs: ['sheet 9'], keeps: [] },
      { needs: ['sheet 9', 'plan 10'], keeps: [] },
    ]);
    expect(asked(schemeOf(['components.2.conditions', []]), 2)).toEqual([
      { needs: [], keeps: [] },
      { needs: [], keeps: [] },
    ]);
  });

  it('has its deadlines by the period they belong to', () => {
    const { evidence, periods } = schemeOf();
    expect(evidence.map(({ deadline, perPeriod, perComponent }) => ({ deadline, perPeriod, perComponent }))).toEqual([
      { deadline: { kind: 'date', on: day('2020-06-30') }, perPeriod: false, perComponent: false },
      { deadline: { kind: 'claim-window', period: 'own' }, perPeriod: true, perComponent: false },
    ]);
    const named = schemeOf(['evidence.1.deadline.period', 'H2']);
    expect(named.evidence[1]?.deadline).toEqual({ kind: 'claim-window', period: periods[1] });
  });

  it('has the recovery of the scheme in each component, or its own', () => {
    const { components, periods } = schemeOf(['components.0.recovery', { waitsFor: 'decision', clause: '9' }]);
    expect(components[0]?.recovery).toEqual({ from: null, waitsForDecision: true, clause: '9' });
    expect(components[1]?.recovery).toEqual({ from: periods[1], waitsForDecision: false, clause: '5' });
  });

  it('has the value of a group in its components, with the shares that lead down to each', () => {
    const inner = { group: 'Inner', level: 'Indicator', clause: '7.1', share: '1/3' };
    const { components, groups } = schemeOf(
      [
        'components.3.components.1',
        { ...inner, components: [{ id: 'checks', title: 'Checks', clause: '7.2', share: '1' }] },
      ],
      ['components.3.components.0.share', '2/3'],
      ['measures', []],
    );
    const of = { kind: 'fixed', pounds: { n: 100n, d: 1n }, clause: '7' };
    expect(components[3]?.value).toEqual({
      kind: 'share',
      of,
      path: [{ title: 'Calls', share: { n: 2n, d: 3n }, clause: '7' }],
      clause: '7',
    });
    expect(components[4]?.value).toEqual({
      kind: 'share',
      of,
      path: [
        { title: 'Inner', share: { n: 1n, d: 3n }, clause: '7.1' },
        { title: 'Checks', share: { n: 1n, d: 1n }, clause: '7.2' },
      ],
      clause: '7.2',
    });
    expect(groups).toEqual([
      {
        title: 'The tree',
        level: 'Outcome',
        clause: '7',
        share: null,
        value: of,
        components: ['calls'],
        groups: [
          {
            ...{ title: 'Inner', level: 'Indicator', clause: '7.1' },
            share: { n: 1n, d: 3n },
            value: null,
            groups: [],
            components: ['checks'],
          },
        ],
      },
    ]);
  });

  it('lists everything that a draft leaves open, in the order of reading', () => {
    const open = (what: string) => ({ kind: 'to-be-confirmed', what, clause: '9' });
    const { toBeConfirmed, components } = schemeOf(
      ['status', 'draft'],
      ['headlines', []],
      ['examples', []],
      ['measures', []],
      ['toBeConfirmed', [{ what: 'who is paid', clause: '9' }]],
      ['components.2.value', open('the pot')],
      ['components.3.components.0.share', open('the share of calls')],
      ['components.3.components.1.achievement', open('what checks count')],
    );
    expect(toBeConfirmed.map(({ what }) => what)).toEqual([
      'who is paid',
      'the pot',
      'the share of calls',
      'what checks count',
    ]);
    expect(components[2]?.value).toEqual(open('the pot'));
    expect(components[3]?.value).toEqual(open('the share of calls'));
    expect(components[4]?.achievement).toEqual(open('what checks count'));
    expect(schemeOf().toBeConfirmed).toEqual([]);
  });

  it('has all components in a headline for all of them', () => {
    const all = { kind: 'budget', title: 'All', pounds: '1000', components: 'all', after: 'all', clause: '4' };
    const { value } = readScheme(
      smallScheme(['headlines.0', all], ['components', [pot]], ['examples', []], ...noTree),
      'a',
    );
    expect(value?.headlines[0]).toMatchObject({ components: ['pot'], after: 'all' });
  });

  it('is none where it has an error, and is one where it has a warning', () => {
    const spare = { id: 'spare', title: 'Spare', numerator: 'a', denominator: 'b', clause: '4' };
    const warned = readScheme(smallScheme(['measures.1', spare]), 'small.json');
    expect([warned.value?.id, warned.findings.map(({ severity }) => severity)]).toEqual(['small', ['warning']]);
    const refused = readScheme(smallScheme(['headlines.0.pounds', '1']), 'small.json');
    expect([refused.value, refused.findings.map(({ severity }) => severity)]).toEqual([null, ['error']]);
  });
});

const pot = { id: 'pot', title: 'From the pot', clause: '4', value: { kind: 'pool', pounds: '1000', clause: '4' } };
const noTree: Change[] = [['measures', []]];
