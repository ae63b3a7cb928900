import { atKey } from '../../domain/at.ts';
import type { EvidenceRow, Facts } from '../../domain/facts.ts';
import { type Finding, finding } from '../../domain/findings/finding.ts';
import { formatExact } from '../../domain/money/ratio.ts';
import type { EvidenceKind, MinimumQuantity, Scheme } from '../../domain/scheme/scheme.ts';
import { sayList } from '../../domain/words/say.ts';

const file = 'evidence.csv';

/** A blank cell covers everything, which is rarely meant where the scheme asks for each by itself: what it covers is told. */
export function blankCellsOfEvidenceAreMeant(scheme: Scheme, facts: Facts): Finding[] {
  const components = new Map(
    scheme.evidence.map((kind) => [kind, whatIsCovered('component', componentsOf(kind, scheme))]),
  );
  const periods = new Map(scheme.evidence.map((kind) => [kind, whatIsCovered('period', periodsOf(kind, scheme))]));
  return rowsOf(scheme, facts, hasBlankCell).flatMap(({ kind, row }) => [
    ...(kind.perComponent && row.component === null ? [blankCell(row, 'component', atKey(components, kind))] : []),
    ...(kind.perPeriod && row.period === null ? [blankCell(row, 'period', atKey(periods, kind))] : []),
  ]);
}

function hasBlankCell({ perComponent, perPeriod }: EvidenceKind, { component, period }: EvidenceRow): boolean {
  return (perComponent && component === null) || (perPeriod && period === null);
}

/** Where a least quantity is asked for, a row without one is not enough. */
export function quantitiesAreThere(scheme: Scheme, facts: Facts): Finding[] {
  const isMissing: IsTold = ({ minimum }, { quantity }) => minimum !== null && quantity === null;
  return rowsOf(scheme, facts, isMissing).flatMap(({ kind, row }) => {
    if (kind.minimum === null) return [];
    const message = `the scheme asks for ${kind.id} with at least ${sayMinimum(kind.minimum)}, and a blank quantity is not enough`;
    const hint = 'fill in how many there were';
    return [finding('quantity-missing', { file, line: row.line, field: 'quantity' }, { message, value: '', hint })];
  });
}

/** Where no quantity is asked for, one changes nothing. */
export function quantitiesAreAskedFor(scheme: Scheme, facts: Facts): Finding[] {
  const isNotAskedFor: IsTold = ({ minimum }, { quantity }) => minimum === null && quantity !== null;
  return rowsOf(scheme, facts, isNotAskedFor).flatMap(({ kind, row: { quantity, line } }) => {
    if (quantity === null) return [];
    const message = `the scheme asks for no quantity of ${kind.id}, so that this one changes nothing; expected a blank cell`;
    const hint = 'check that the row is for the right evidence, or clear the cell';
    const value = formatExact(quantity);
    return [finding('quantity-not-asked-for', { file, line, field: 'quantity' }, { message, value, hint })];
  });
}

/** Whether anything is told of a row of evidence, by the kind that the scheme asks for. */
type IsTold = (kind: EvidenceKind, row: EvidenceRow) => boolean;

/** The rows of which something is told, in the order of the file: few of many, so that only they are put in order. */
function rowsOf(
  { evidence: kinds }: Scheme,
  { evidence }: Facts,
  isTold: IsTold,
): { kind: EvidenceKind; row: EvidenceRow }[] {
  const byId = new Map(kinds.map((kind) => [kind.id, kind]));
  const told: { kind: EvidenceKind; row: EvidenceRow }[] = [];
  for (const rows of evidence.values()) {
    for (const row of rows) {
      const kind = byId.get(row.evidence);
      if (kind && isTold(kind, row)) told.push({ kind, row });
    }
  }
  return told.sort((a, b) => a.row.line - b.row.line);
}

/** In words, made once for each kind of evidence: a file may have a blank cell in every row. */
function whatIsCovered(field: 'component' | 'period', covered: readonly string[]): string {
  return covered.length === 1 ? covered.join() : `each ${field}: ${sayList(covered)}`;
}

function blankCell(row: EvidenceRow, field: 'component' | 'period', covers: string): Finding {
  const message = `the scheme asks for ${row.evidence} by ${field}, and a blank ${field} covers ${covers}`;
  const hint = `write the ${field} that the row is for, or leave it as it is if it covers them all`;
  return finding('blank-covers-all', { file, line: row.line, field }, { message, value: '', hint });
}

/** The components that ask for a kind of evidence. */
function componentsOf({ id }: EvidenceKind, { components }: Scheme): string[] {
  const asking = components.filter(({ conditions }) =>
    conditions.some(({ needs, keeps }) => [...needs, ...keeps].some(({ evidence }) => evidence.id === id)),
  );
  return asking.map((component) => component.id);
}

/** The periods in which a kind of evidence is asked for. */
function periodsOf({ id }: EvidenceKind, { components, periods }: Scheme): string[] {
  const asking = periods.filter(({ index }) =>
    components.some(({ conditions }) => {
      const { needs = [], keeps = [] } = conditions[index] ?? {};
      return [...needs, ...keeps].some(({ evidence }) => evidence.id === id);
    }),
  );
  return asking.map((period) => period.id);
}

function sayMinimum({ kind, number }: MinimumQuantity): string {
  return kind === 'number' ? formatExact(number) : `${formatExact(number)} per 1,000 patients`;
}
