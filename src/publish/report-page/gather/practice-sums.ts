import type { ClawbackStatus, Position } from '../../../domain/account.ts';
import { addPence, noPence, type Pence, subtractPence } from '../../../domain/money/money.ts';
import type { CellFigures } from './gathered.ts';
import { type BarKind, barOf, type LossKind, lossKindOf } from './kinds.ts';

/** Sums of a practice or a cell that are still being added up. */
export interface OpenSumsOfPractice {
  earned: Pence;
  readonly losses: Map<LossKind, Pence>;
  paidBefore: Pence;
  pays: Pence;
  readonly back: Record<ClawbackStatus, Pence>;
  carried: Pence;
}

export function openSumsOfPractice(): OpenSumsOfPractice {
  return {
    earned: noPence,
    losses: new Map(),
    paidBefore: noPence,
    pays: noPence,
    back: { due: noPence, deferred: noPence, proposed: noPence, waived: noPence },
    carried: noPence,
  };
}

/** Adds one position to sums. */
export function addToSums(sums: OpenSumsOfPractice, { entitlement, alreadyPaid, settlement, unpaid }: Position): void {
  sums.earned = addPence(sums.earned, entitlement);
  sums.paidBefore = addPence(sums.paidBefore, alreadyPaid);
  for (const each of unpaid) {
    const kind = lossKindOf(each);
    if (kind) addTo(sums.losses, kind, each.amount);
  }
  if (settlement.kind === 'payment') sums.pays = addPence(sums.pays, settlement.amount);
  if (settlement.kind === 'carried') sums.carried = addPence(sums.carried, settlement.amount);
  if (settlement.kind === 'clawback') {
    for (const { status, amount } of settlement.parts) sums.back[status] = addPence(sums.back[status], amount);
  }
}

/** What is not earned, in all. */
export function lostOf({ losses }: Pick<OpenSumsOfPractice, 'losses'>): Pence {
  return [...losses.values()].reduce(addPence, noPence);
}

/** What could have been earned. */
export function couldOf(sums: OpenSumsOfPractice): Pence {
  return addPence(sums.earned, lostOf(sums));
}

export function netOf({ pays, back }: OpenSumsOfPractice): Pence {
  return subtractPence(pays, back.due);
}

/** The same as the four kinds of a bar. */
export function fourKindsOf({ earned, losses }: OpenSumsOfPractice): CellFigures {
  const cell: Record<BarKind, Pence> = { earned, lost: noPence, left: noPence, open: noPence };
  for (const [kind, amount] of losses) cell[barOf[kind]] = addPence(cell[barOf[kind]], amount);
  return cell;
}

function addTo<K>(table: Map<K, Pence>, key: K, amount: Pence): void {
  table.set(key, addPence(table.get(key) ?? noPence, amount));
}

/** Two cells as one. */
export function addCells(a: CellFigures, b: CellFigures): CellFigures {
  return {
    earned: addPence(a.earned, b.earned),
    lost: addPence(a.lost, b.lost),
    left: addPence(a.left, b.left),
    open: addPence(a.open, b.open),
  };
}
