import { at } from '../domain/at.ts';
import type { EvidenceRow, Facts } from '../domain/facts.ts';
import type { Period, Scheme } from '../domain/scheme/scheme.ts';
import type { RunAsAt } from './account.ts';
import { concerns } from './conditions/judge-evidence.ts';

/** Rows on which nothing turned: no period up to that of the run asks for them, or others stood in their place, or nothing came to turn on them. */
export interface RowsWithoutEffect {
  readonly why: 'not asked for' | 'without effect';
  /** In order. */
  readonly lines: readonly number[];
}

/**
 * By file, the rows known at the as-at date on which nothing turned in a run. Of practices, of their lists at the scheme's date and of what
 * was paid every row counts. Evidence alone is told apart: the value of a component asks for the figures of the whole term at once.
 */
export function rowsWithoutEffect(
  scheme: Scheme,
  facts: Facts,
  { period, asAt }: RunAsAt,
  used: ReadonlySet<object>,
): ReadonlyMap<string, readonly RowsWithoutEffect[]> {
  const isWithoutEffect = (row: object) => !used.has(row);
  const isAskedFor = askedForUpTo(scheme, period);
  const evidence = rowsOf(facts.evidence, (row) => row.receivedOn <= asAt && isWithoutEffect(row));
  const [asked, others] = [evidence.filter(isAskedFor), evidence.filter((row) => !isAskedFor(row))];
  return new Map([
    ['list-sizes.csv', withoutEffect(facts.otherLists ?? new Map(), isWithoutEffect)],
    ['evidence.csv', [...idle('not asked for', others), ...idle('without effect', asked)]],
    ['measures.csv', withoutEffect(facts.measures, (row) => row.asAt <= asAt && isWithoutEffect(row))],
    ['decisions.csv', withoutEffect(facts.decisions, (row) => row.decidedOn <= asAt && isWithoutEffect(row))],
    ['plans.csv', withoutEffect(facts.plans ?? new Map(), (row) => row.decidedOn <= asAt && isWithoutEffect(row))],
    ['payees.csv', withoutEffect(facts.payees, (row) => row.agreedOn <= asAt && isWithoutEffect(row))],
  ]);
}

interface Row {
  readonly line: number;
}
type ByPractice<R extends Row> = ReadonlyMap<string, readonly R[]>;

function withoutEffect<R extends Row>(
  byPractice: ByPractice<R>,
  which: (row: R) => boolean,
): readonly RowsWithoutEffect[] {
  return idle('without effect', rowsOf(byPractice, which));
}

function rowsOf<R extends Row>(byPractice: ByPractice<R>, which: (row: R) => boolean): readonly R[] {
  return [...byPractice.values()].flatMap((rows) => rows.filter(which));
}

function idle(why: RowsWithoutEffect['why'], rows: readonly Row[]): readonly RowsWithoutEffect[] {
  // A row may count for several accounts, where their codes became one.
  const lines = [...new Set(rows.map(({ line }) => line))].sort((a, b) => a - b);
  return lines.length > 0 ? [{ why, lines }] : [];
}

/** Whether a condition of a period, or of one before it, asks for what a row of evidence covers. Most rows cover what others do. */
function askedForUpTo({ components, periods }: Scheme, last: Period): (row: EvidenceRow) => boolean {
  const known = new Map<string, boolean>();
  const isAskedFor = (row: EvidenceRow) =>
    periods.slice(0, last.index + 1).some((period) =>
      components.some((component) => {
        const { needs, keeps } = at(component.conditions, period.index);
        return [...needs, ...keeps].some(({ evidence }) => concerns(row, evidence, component, period));
      }),
    );
  return (row) => {
    const covers = [row.evidence, row.component ?? '', row.period ?? ''].join(' ');
    const answer = known.get(covers) ?? isAskedFor(row);
    known.set(covers, answer);
    return answer;
  };
}
