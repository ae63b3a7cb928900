import { dayOf, textOf } from './calendar.ts';
import type { Chance } from './chance.ts';
import { pad } from './draw-numbers.ts';
import { dayNear } from './draw-scheme.ts';
import { penceOf } from './fraction.ts';
import { leavesOf } from './leaves.ts';
import { twin } from './twin.ts';
import type { Case, Row, Scheme } from './written.ts';

// Money that was paid before a run, and given back: sums that have nothing to do with what is due, and sums close to it.

/** What was paid before, to whom, and what came back of it; now and then for a period that the run does not reach. */
export function drawPaid(chance: Chance, run: Case): Row[] {
  const { scheme, tables, period } = run;
  const codes = (tables['practices.csv'] ?? []).map(({ practice_code = '' }) => practice_code);
  const due = chance.oneIn(2) ? entitlements(run) : new Map<string, bigint>();
  const until = chance.oneIn(4) ? scheme.periods.length : period + 1;
  return codes.flatMap((code) => {
    if (chance.oneIn(3)) return [];
    return scheme.periods.slice(0, until).flatMap(({ id, start }) =>
      leavesOf(scheme.components).flatMap((component): Row[] => {
        if (chance.oneIn(2)) return [];
        const of = { practice_code: code, component: component.id, period: id };
        const near = due.get(`${code} ${component.id} ${id}`);
        const paid = drawPayments(chance, near).map(
          (pence): Row => ({
            ...of,
            amount: pounds(pence),
            paid_on: textOf(dayOf(start) + chance.from(10, 80)),
            ...chance.maybe(4, () => ({ payee_code: chance.of(['FED1', 'FED2']) })),
          }),
        );
        return [...paid, ...(chance.oneIn(3) ? drawGivenBack(chance, paid) : [])];
      }),
    );
  });
}

/** What every line is entitled to while nothing was paid. */
function entitlements(run: Case): ReadonlyMap<string, bigint> {
  const found = twin(run).flatMap((line) => [...line.matchAll(/^(\S+ \S+ \S+) entitlement (\d+)$/g)]);
  return new Map(found.map(([, line = '', pence = '']) => [line, BigInt(pence)]));
}

/** Sums of one line in pennies: close to what is due in all, where that is known, or any. */
function drawPayments(chance: Chance, near: bigint | undefined): bigint[] {
  if (near === undefined || near === 0n)
    return chance.times(1, 3, () => BigInt(chance.oneIn(6) ? 0 : chance.from(0, 299_999)));
  const sum = (near * BigInt(chance.of([96, 100, 100, 102, 105, 110, 140]))) / 100n + BigInt(chance.of([0, 0, 1, 2]));
  const first = (sum * BigInt(chance.from(0, 100))) / 100n;
  return chance.oneIn(2) ? [sum] : [first, sum - first];
}

/** What came back of some of the payments, from who had them, on the day itself or later: never more than they were. */
function drawGivenBack(chance: Chance, paid: readonly Row[]): Row[] {
  return chance.some(paid, 2).flatMap((row): Row[] => {
    const [had, on] = [penceOf(row.amount ?? ''), dayOf(row.paid_on ?? '')];
    if (had === 0n) return [];
    const back = chance.oneIn(3) ? had : (had * BigInt(chance.from(0, 100))) / 100n;
    return [{ ...row, amount: `-${pounds(back)}`, paid_on: textOf(on + chance.of([0, 1, 30, 90])) }];
  });
}

function pounds(pence: bigint): string {
  return `${pence / 100n}.${pad(Number(pence % 100n), 2)}`;
}

export function drawPayees(chance: Chance, scheme: Scheme, practice_code: string): Row[] {
  if (!chance.oneIn(3)) return [];
  const days = new Set(chance.times(1, 3, () => dayNear(chance, scheme.periods)));
  return [...days].map((agreed_on) => ({
    practice_code,
    payee_code: chance.of(['FED1', 'FED2']),
    payee_name: '',
    agreed_on,
    ...chance.maybe(2, () => ({ component: chance.of(leavesOf(scheme.components)).id })),
  }));
}

/** Recoveries in instalments. */
export function drawPlans(chance: Chance, scheme: Scheme, practice_code: string): Row[] {
  if (!chance.oneIn(3)) return [];
  return chance.times(1, 3, () => ({
    practice_code,
    component: chance.of(leavesOf(scheme.components)).id,
    amount: pounds(BigInt(chance.from(10, chance.of([20_000, 200_000])))),
    instalments: `${chance.from(1, 6)}`,
    first_on: dayNear(chance, scheme.periods),
    every: chance.of(['month', 'period']),
    ...chance.maybe(2, () => ({ at_most: chance.of(['5%', '25%', '1/3', '0.333', '100%']) })),
    decided_on: dayNear(chance, scheme.periods),
    decided_by: 'R. Patel',
    reason: 'as agreed',
  }));
}
