import { describe, expect, it } from 'vitest';
import { dayOf, textOf } from './calendar.ts';
import type { Chance } from './chance.ts';
import { holds, linesOf, postedBy } from './holding.ts';
import { leavesOf } from './leaves.ts';
import { entitledIn, sumsOf } from './sums.ts';
import { worldOf } from './world.ts';
import type { Case, Node, Recovery, Row, Tables } from './written.ts';

// What must hold between runs of which one was posted, whatever the scheme and its data are.

describe('money that was paid', () => {
  it('takes a payment that was given back on the same day as if it had never been', async () => {
    await holds(async (run, lines, chance) => {
      const [practice_code = '', { id: component }, { id: period }] = [
        run.tables['practices.csv']?.[0]?.practice_code,
        chance.of(leavesOf(run.scheme.components)),
        chance.of(run.scheme.periods.slice(0, run.period + 1)),
      ];
      // What recoveries took uses up what was decided, whatever it was.
      const uses = [...(run.tables['decisions.csv'] ?? []), ...(run.tables['plans.csv'] ?? [])];
      if (uses.some(({ decision, instalments }) => decision === 'recover' || instalments)) return;
      const row = { practice_code, component, period, paid_on: run.asAt, payee_code: 'FED9' };
      const both = [
        { ...row, amount: '77.70' },
        { ...row, amount: '-77.70' },
      ];
      const tables = { ...run.tables, 'paid.csv': [...(run.tables['paid.csv'] ?? []), ...both] };
      expect(await linesOf({ ...run, tables })).toEqual(lines);
    });
  });

  it('comes to the same whether runs were posted one after another or one is made from nothing', async () => {
    await holds(async (drawn) => {
      const run = atOnce(drawn);
      const posted: Row[] = [];
      const { periods } = worldOf(run, () => new Map());
      for (const { place, end } of periods.slice(0, run.period + 1)) {
        const asAt = place === run.period || textOf(end + 9) > run.asAt ? run.asAt : textOf(end + 9);
        posted.push(...((await postedBy(withPaid({ ...run, period: place, asAt }, posted))) ?? []));
      }
      expect(sumsOf(posted)).toEqual(await entitledFromNothing(run));
    });
  });

  it('comes back whole where what it was paid for is taken back, and is paid again with it', async () => {
    const told = { tried: 0, nothingLeft: 0 };
    await holds(async (drawn, _, chance) => {
      const run = atOnce(drawn);
      const first = await postedBy(withPaid(run, []));
      const without = { ...run, tables: withdrawn(run, chance) };
      const then = first && (await postedBy(withPaid(without, first)));
      if (!first || !then) return;
      const left = sumsOf([...first, ...then]);
      expect(left).toEqual(await entitledFromNothing(without));
      const again = (await postedBy(withPaid(run, [...first, ...then]))) ?? [];
      expect(sumsOf([...first, ...then, ...again])).toEqual(sumsOf(first));
      told.tried += first.length > 0 ? 1 : 0;
      told.nothingLeft += first.length > 0 && Object.keys(left).length === 0 ? 1 : 0;
    });
    expect(told.nothingLeft).toBeGreaterThan(told.tried / 10);
  });
});

function withPaid(run: Case, paid: readonly Row[]): Case {
  return { ...run, tables: { ...run.tables, 'paid.csv': paid } };
}

async function entitledFromNothing(run: Case): Promise<Record<string, bigint>> {
  return entitledIn((await linesOf(withPaid(run, []))) ?? []);
}

/** The facts without those that somebody is paid for: a kind of them, or of somebody all, as it turns out to have left before the term. */
function withdrawn({ scheme, tables }: Case, chance: Chance): Tables {
  const { 'practices.csv': practices = [] } = tables;
  const gone = textOf(dayOf(scheme.term.start) - 1);
  const leaving = practices.map((row) => ({ ...row, left_on: gone, notice_on: '', joined_on: '' }));
  const without = (file: string) => ({ ...tables, [file]: (tables[file] ?? []).slice(0, 0) });
  return chance.way<Tables>([
    [1, () => without('evidence.csv')],
    [1, () => without('claims.csv')],
    [1, () => without('measures.csv')],
    [1, () => ({ ...tables, 'practices.csv': [...leaving.slice(0, 1), ...practices.slice(1)] })],
    [2, () => ({ ...tables, 'practices.csv': leaving })],
  ]);
}

/** The same run where recoveries are made at once and nothing is carried or was decided on. */
function atOnce(run: Case): Case {
  const { smallestPayment: _, ...scheme } = run.scheme;
  const recovery = { clause: '1' };
  const components = scheme.components.map((node) => recovered(node, recovery));
  const decisions = (run.tables['decisions.csv'] ?? []).filter(({ decision = '' }) => !decision.includes('recover'));
  const tables = { ...run.tables, 'decisions.csv': decisions, 'plans.csv': [] };
  return { ...run, scheme: { ...scheme, recovery, components }, tables };
}

function recovered(node: Node, recovery: Recovery): Node {
  if (!('group' in node)) return { ...node, recovery };
  return { ...node, components: node.components.map((each) => recovered(each, recovery)) };
}
