import type { PracticeAccount } from '../../../domain/account.ts';
import { addPence } from '../../../domain/money/money.ts';
import type { Ratio } from '../../../domain/money/ratio.ts';
import type { RunPublished } from '../../publication.ts';
import type { PracticeFigures } from './gathered.ts';
import { fourKindsOf, lostOf, netOf, type OpenSumsOfPractice } from './practice-sums.ts';

/** Gathers practices over all schemes: one of several schemes is one row. */
export class PracticeList {
  readonly #rows = new Map<string, PracticeFigures>();

  add(run: RunPublished, account: PracticeAccount, own: OpenSumsOfPractice): void {
    const row = rowOf(run, account, own);
    const known = this.#rows.get(row.code);
    this.#rows.set(row.code, known ? together(known, row) : row);
  }

  /** In order of code. */
  get practices(): readonly PracticeFigures[] {
    return [...this.#rows.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  }
}

function rowOf(
  run: RunPublished,
  { practice, listSize, lines }: PracticeAccount,
  own: OpenSumsOfPractice,
): PracticeFigures {
  const { code, name, locality } = practice;
  const others = [...new Set(lines.map(({ payeeCode }) => payeeCode))].filter((payee) => payee !== code);
  const cell = fourKindsOf(own);
  return {
    code,
    name,
    locality,
    patients: listSize.line === 0 ? null : listSize.patients,
    paidTo: others.map((payee) => run.payeeNames.get(payee) ?? payee),
    could: addPence(own.earned, lostOf(own)),
    earned: own.earned,
    open: cell.open,
    paidBefore: own.paidBefore,
    pays: own.pays,
    takenBack: own.back.due,
    waits: own.back.proposed,
    later: own.back.deferred,
    stays: own.back.waived,
    carried: own.carried,
    net: netOf(own),
  };
}

function together(a: PracticeFigures, b: PracticeFigures): PracticeFigures {
  const patients: Ratio | null = a.patients ?? b.patients;
  const sums = [
    'could',
    'earned',
    'open',
    'paidBefore',
    'pays',
    'takenBack',
    'waits',
    'later',
    'stays',
    'carried',
    'net',
  ] as const;
  const added = Object.fromEntries(sums.map((key) => [key, addPence(a[key], b[key])]));
  return { ...a, patients, paidTo: [...new Set([...a.paidTo, ...b.paidTo])], ...added };
}
