import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Position } from '../../src/domain/account.ts';
import { at } from '../../src/domain/at.ts';
import { day, formatDay } from '../../src/domain/day.ts';
import type { ConditionOutcome } from '../../src/domain/grounds.ts';
import { noPence, pence } from '../../src/domain/money/money.ts';
import { ratio } from '../../src/domain/money/ratio.ts';
import type { Component, Scheme } from '../../src/domain/scheme/scheme.ts';
import { provisionalReasons, provisionalUntil } from '../../src/publish/provisional.ts';
import type { PeriodStory } from '../../src/report/explain/story.ts';
import { schemeIn } from '../make/any-data.ts';
import { component, evidence } from '../make/scheme.ts';

const dorset = schemeIn(fileURLToPath(new URL('../../schemes/dorset-ccip-2015-16.json', import.meta.url)));
const meetings = componentOf(dorset, 'locality-meetings');
const teams = componentOf(dorset, 'integrated-teams');

function componentOf({ components }: Scheme, id: string): Component {
  const found = components.find((each) => each.id === id);
  if (!found) throw new Error(`no component ${id}`);
  return found;
}

/** The second quarter of a practice that earned £100.00 of £100.00, but for what is given. */
function storyOf(given: Partial<Position> = {}, more: Partial<PeriodStory> = {}): PeriodStory {
  const position: Position = {
    period: at(dorset.periods, 1),
    full: pence(100_00),
    scheduled: pence(100_00),
    status: 'released',
    entitlement: pence(100_00),
    alreadyPaid: noPence,
    setOff: noPence,
    settlement: { kind: 'payment', amount: pence(100_00) },
    unpaid: [],
    steps: [],
    ...given,
  };
  return { position, conditions: [], isDecided: false, claims: [], paid: [], ...more };
}

function asked(by: 'needs' | 'keeps', state: ConditionOutcome['state'], lastDay: string | null): ConditionOutcome {
  const deadline = lastDay === null ? null : day(lastDay);
  const kind = evidence('report', { title: 'Report' });
  return { by, evidence: kind, state, row: null, lacks: null, deadline, least: null, accepted: null, clause: '' };
}

/** Each reason as `kind £ until: why`. */
function reasons(asAt: string, of: Component, story: PeriodStory, scheme = dorset): string[] {
  const run = { scheme, period: at(scheme.periods, 1), asAt: day(asAt) };
  return provisionalReasons(run, of, story).map(
    ({ kind, sum, until, why }) => `${kind} ${sum} ${until === null ? 'never' : formatDay(until)}: ${why}`,
  );
}

const open = { status: 'withheld', entitlement: noPence, settlement: { kind: 'settled' } } as const;
const waits = (besides: string[] = []) =>
  ({
    ...open,
    unpaid: [{ status: 'withheld', amount: pence(100_00), reason: 'waits', clause: '', besides }],
  }) as const;

describe('what a later run can still change', () => {
  it('is nothing where all is in and over', () => {
    expect(reasons('2016-07-31', teams, storyOf({}, { conditions: [asked('keeps', 'met', '2016-06-30')] }))).toEqual(
      [],
    );
  });

  it('is a period that goes on, up to the day before its last', () => {
    expect(reasons('2015-09-29', teams, storyOf())).toEqual([
      'period-goes-on 10000 2015-09-30: Quarter 2 goes on until 30 September 2015',
    ]);
    expect(reasons('2015-09-30', teams, storyOf())).toEqual([]);
  });

  // Dorset takes claims of a quarter until the end of the next.
  it('is what claims pay for, up to the last day of the window', () => {
    const why = 'claims-may-come 10000 2015-12-31: claims for it are taken until 31 December 2015';
    expect(reasons('2015-12-31', meetings, storyOf())).toEqual([why]);
    expect(reasons('2016-01-01', meetings, storyOf())).toEqual([]);
    expect(reasons('2015-12-31', meetings, storyOf(), { ...dorset, claimWindow: null })).toEqual([
      'claims-may-come 10000 never: claims for it have no last day',
    ]);
  });

  it('is what waits for evidence, and what is kept only if it comes', () => {
    const need = asked('needs', 'open', '2016-06-30');
    expect(reasons('2016-01-31', teams, storyOf(waits(), { conditions: [need] }))).toEqual([
      'evidence-may-come 10000 2016-06-30: it waits for “Report”; its last day is 30 June 2016',
    ]);
    const keep = asked('keeps', 'not due', null);
    expect(reasons('2016-01-31', teams, storyOf({}, { conditions: [keep] }))).toEqual([
      'must-be-kept 10000 never: it is kept only if “Report” comes; it has no last day',
    ]);
  });

  it('is no evidence where nothing waits for it: nothing was worth anything, it is forfeited, or a share was decided', () => {
    const conditions = [asked('needs', 'open', '2016-06-30'), asked('keeps', 'not due', '2016-06-30')];
    expect(reasons('2016-01-31', teams, storyOf({ ...open, scheduled: noPence }, { conditions }))).toEqual([]);
    expect(reasons('2016-01-31', teams, storyOf({ ...open, status: 'forfeited' }, { conditions }))).toEqual([]);
    expect(reasons('2016-01-31', teams, storyOf(waits(), { conditions, isDecided: true }))).toEqual([]);
  });

  it('is a figure that is missing, or paid on account, and one that is measured anew until the last period', () => {
    const why = 'no figure for diabetes yet';
    expect(reasons('2016-01-31', teams, storyOf(waits([why])))).toEqual([`figures-may-come 10000 never: ${why}`]);
    const measured = component('diabetes', teams.value, {
      achievement: {
        kind: 'measured',
        measure: 'diabetes',
        scale: { kind: 'linear', from: ratio(0), to: ratio(1) },
        zeroDenominator: ratio(0),
        onAccount: ratio(1, 2),
        clause: '',
      },
    });
    const onAccount = `${why}: a half on account`;
    const half = { status: 'achievement', amount: pence(50_00), reason: onAccount, clause: '' } as const;
    const story = storyOf({ entitlement: pence(50_00), unpaid: [half] });
    expect(reasons('2016-01-31', measured, story)).toEqual([
      `figures-may-come 5000 never: ${onAccount}`,
      'measured-anew 5000 never: what is achieved is measured anew in each run up to that of Quarter 4',
    ]);
  });

  it('is what waits for a decision, comes back later, or is kept for the next payment; not what stays or is taken now', () => {
    const part = (status: 'due' | 'deferred' | 'proposed' | 'waived', amount: number) => ({
      payeeCode: 'Z00001',
      amount: pence(amount),
      status,
      reason: '',
      says: '',
      clause: '',
    });
    const parts = [part('due', 1_00), part('deferred', 2_00), part('proposed', 4_00), part('waived', 8_00)];
    expect(reasons('2016-07-31', teams, storyOf({ settlement: { kind: 'clawback', parts, byPlan: noPence } }))).toEqual(
      [
        'waits-for-decision 400 never: nobody has decided yet whether it comes back',
        'taken-later 200 never: it comes back later',
      ],
    );
    expect(reasons('2016-07-31', teams, storyOf({ settlement: { kind: 'carried', amount: pence(31_20) } }))).toEqual([
      'carried 3120 never: it is kept for the next payment',
    ]);
  });

  it('ends on the last day of all reasons, or on none', () => {
    const of = (...conditions: ConditionOutcome[]) =>
      provisionalUntil(
        provisionalReasons(
          { scheme: dorset, period: at(dorset.periods, 1), asAt: day('2016-01-31') },
          teams,
          storyOf(waits(), { conditions }),
        ),
      );
    expect(of(asked('needs', 'open', '2016-06-30'), asked('needs', 'open', '2016-03-31'))).toBe(day('2016-06-30'));
    expect(of(asked('needs', 'open', '2016-06-30'), asked('needs', 'open', null))).toBeNull();
  });
});
