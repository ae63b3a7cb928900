import { type Day, sayDay } from '../../domain/day.ts';
import { withSeparators } from '../../domain/money/money.ts';
import { equals, formatExact, type Ratio, sum } from '../../domain/money/ratio.ts';
import type { Cause } from './cause.ts';
import { idsOf, type RunFacts } from './practice-causes.ts';
import { isOfWords, type SchemeChange, schemeCause } from './scheme-changes.ts';

/** What one of two runs is, beside its facts. */
export interface RunHead {
  readonly runId: string;
  readonly period: string;
  readonly asAt: Day;
  /** The newest posting that it saw; 0 for an empty ledger, null without one. */
  readonly ledgerSerial: number | null;
}

/** What differs between two runs for every practice. */
export function runCauses(before: RunHead, after: RunHead, scheme: readonly SchemeChange[]): Cause[] {
  const ledger = [before, after].map(({ ledgerSerial }) => sayLedger(ledgerSerial)).join(' → ');
  return [
    ...changed('period', 'period', before.period, after.period),
    ...changed('as-at', 'as-at date', sayDay(before.asAt), sayDay(after.asAt)),
    ...scheme.filter((change) => !isOfWords(change)).map(schemeCause),
    // What a ledger holds of a practice is a cause of its own.
    ...(before.ledgerSerial === after.ledgerSerial
      ? []
      : [{ kind: 'ledger', says: `ledger ${ledger}`, file: null, touches: [] } satisfies Cause]),
  ];
}

function changed(kind: Cause['kind'], name: string, before: string, after: string): Cause[] {
  return before === after ? [] : [{ kind, says: `${name} ${before} → ${after}`, file: null, touches: 'all' }];
}

function sayLedger(serial: number | null): string {
  return serial === null ? 'none' : serial === 0 ? 'without a posting' : `up to posting ${serial}`;
}

/** How many practices a cause names. */
const named = 5;

/** Where the lists of others changed, everybody's share of a pool does: that, for the pools of the scheme. */
export function poolCauses(before: RunFacts, after: RunFacts): Cause[] {
  const pools = [before, after].flatMap(({ scheme }) => scheme.components.filter(({ value }) => value.kind === 'pool'));
  if (pools.length === 0) return [];
  const codes = changedLists(before, after);
  if (codes.length === 0) return [];
  const others = codes.length > named ? ` and ${codes.length - named} more` : '';
  const patients = [before, after].map(({ facts }) => sum([...facts.listSizes.values()].map((list) => list.patients)));
  const says = `pools are shared over ${patients.map(sayNumber).join(' → ')} patients: the lists of ${codes.slice(0, named).join(', ')}${others} changed`;
  return [{ kind: 'pool', says, file: 'list-sizes.csv', touches: idsOf(pools) }];
}

/** Practices whose list is another, or in one run only. */
function changedLists(before: RunFacts, after: RunFacts): string[] {
  const [was, is] = [before.facts.listSizes, after.facts.listSizes];
  const codes = [...new Set([...was.keys(), ...is.keys()])].sort();
  return codes.filter((code) => {
    const [from, to] = [was.get(code), is.get(code)];
    return !from || !to || !equals(from.patients, to.patients);
  });
}

function sayNumber(patients: Ratio): string {
  return withSeparators(formatExact(patients));
}
