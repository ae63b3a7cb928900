import type { Day } from '../../../domain/day.ts';
import type { Practice } from '../../../domain/facts.ts';
import { addPence, noPence, type Pence } from '../../../domain/money/money.ts';
import { type Provisional, provisionalReasons } from '../../provisional.ts';
import type { PublishedPractice, RunPublished } from '../../publication.ts';

/** What can still change, as a committee is told of it: by what it waits for. In the order in which it is told. */
export const changeKinds = [
  'comes-in',
  'kept',
  'decision',
  'later',
  'carried',
  'claims',
  'measured',
  'goes-on',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

const changeOf: Readonly<Record<Provisional['kind'], ChangeKind>> = {
  'evidence-may-come': 'comes-in',
  'figures-may-come': 'comes-in',
  'must-be-kept': 'kept',
  'waits-for-decision': 'decision',
  'taken-later': 'later',
  carried: 'carried',
  'claims-may-come': 'claims',
  'measured-anew': 'measured',
  'period-goes-on': 'goes-on',
};

/** What of a publication can still change in one way. */
export interface ProvisionalSum {
  readonly kind: ChangeKind;
  /** Of each line once; nothing where only more can come. */
  readonly sum: Pence;
  /** The last day of all; null where one has none. */
  readonly until: Day | null;
  /** By name. */
  readonly practices: readonly string[];
  /** The titles of evidence, where nothing else is waited for; else none. */
  readonly evidence: readonly string[];
}

interface OpenSum {
  sum: Pence;
  until: Day | null;
  /** By code. */
  readonly practices: Map<string, string>;
  readonly evidence: Set<string | null>;
}

/** Gathers what can still change over all practices, by what it waits for. */
export class ProvisionalSums {
  readonly #sums = new Map<ChangeKind, OpenSum>();

  add(run: RunPublished, { story }: PublishedPractice): void {
    const { practice } = story.account;
    for (const { line, periods } of story.components) {
      for (const period of periods) this.#addLine(provisionalReasons(run, line.component, period), practice);
    }
  }

  /** Several reasons of one kind stand before one sum. */
  #addLine(reasons: readonly Provisional[], practice: Practice): void {
    const counted = new Set<ChangeKind>();
    for (const reason of reasons) {
      const kind = changeOf[reason.kind];
      const { sum, until, evidence } = reason;
      const open = this.#sums.get(kind) ?? { sum: noPence, until, practices: new Map(), evidence: new Set() };
      this.#sums.set(kind, open);
      if (!counted.has(kind)) open.sum = addPence(open.sum, sum);
      counted.add(kind);
      open.until = laterOf(open.until, until);
      open.practices.set(practice.code, practice.name);
      open.evidence.add(evidence);
    }
  }

  /** In the order in which they are told. */
  get told(): readonly ProvisionalSum[] {
    return changeKinds.flatMap((kind) => {
      const open = this.#sums.get(kind);
      // Nothing is kept where nothing is earned yet: that waits, and is told so.
      if (!open || (kind === 'kept' && open.sum === noPence)) return [];
      const titles = [...open.evidence].flatMap((title) => title ?? []);
      const evidence = open.evidence.has(null) ? [] : titles;
      return [{ kind, sum: open.sum, until: open.until, practices: [...open.practices.values()], evidence }];
    });
  }
}

/** What has no last day ends after everything that has one. */
function laterOf(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return null;
  return a > b ? a : b;
}
