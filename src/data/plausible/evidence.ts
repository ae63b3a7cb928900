import type { EvidenceRow, Facts } from '../../domain/facts.ts';
import { type Finding, finding } from '../../domain/findings/finding.ts';
import { formatExact } from '../../domain/money/ratio.ts';
import type { EvidenceKind, MinimumQuantity, Scheme } from '../../domain/scheme/scheme.ts';
import { sayList } from '../../domain/words/say.ts';

const file = 'evidence.csv';

/** A blank cell covers everything, which is rarely meant where the scheme asks for each by itself: what it covers is told. */
export function blankCellsOfEvidenceAreMeant(scheme: Scheme, facts: Facts): Finding[] {
  const components = new Map(scheme.evidence.map((kind) => [kind, componentsOf(kind, scheme)]));
  const periods = new Map(scheme.evidence.map((kind) => [kind, periodsOf(kind, scheme)]));
  return rowsOf(scheme, facts).flatMap(({ kind, row }) => {
    if (!kind.perComponent && !kind.perPeriod) return [];
    return [
      ...(kind.perComponent && row.component === null ? [blankCell(row, 'component', components.get(kind) ?? [])] : []),
      ...(kind.perPeriod && row.period === null ? [blankCell(row, 'period', periods.get(kind) ?? [])] : []),
    ];
  });
}

/** Where a least quantity is asked for, a row without one is not enough. */
export function quantitiesAreThere(scheme: Scheme, facts: Facts): Finding[] {
  return rowsOf(scheme, facts).flatMap(({ kind, row }) => {
    if (kind.minimum === null || row.quantity !== null) return [];
    const message = `the scheme asks for ${kind.id} with at least ${sayMinimum(kind.minimum)}, and a blank quantity is not enough`;
    const hint = 'fill in how many there were';
    return [finding('quantity-missing', { file, line: row.line, field: 'quantity' }, { message, value: '', hint })];
  });
}

/** Where no quantity is asked for, one changes nothing. */
export function quantitiesAreAskedFor(scheme: Scheme, facts: Facts): Finding[] {
  return rowsOf(scheme, facts).flatMap(({ kind, row: { quantity, line } }) => {
    if (kind.minimum !== null || quantity === null) return [];
    const message = `the scheme asks for no quantity of ${kind.id}, so that this one changes nothing; expected a blank cell`;
    const hint = 'check that the row is for the right evidence, or clear the cell';
    const value = formatExact(quantity);
    return [finding('quantity-not-asked-for', { file, line, field: 'quantity' }, { message, value, hint })];
  });
}

/** In the order of the file, each with the kind that the scheme asks for. */
function rowsOf({ evidence: kinds }: Scheme, { evidence }: Facts): { kind: EvidenceKind; row: EvidenceRow }[] {
  const byId = new Map(kinds.map((kind) => [kind.id, kind]));
  const rows = [...evidence.values()].flat().sort((a, b) => a.line - b.line);
  return rows.flatMap((row) => {
    const kind = byId.get(row.evidence);
    return kind ? [{ kind, row }] : [];
  });
}

function blankCell(row: EvidenceRow, field: 'component' | 'period', covered: readonly string[]): Finding {
  const covers = covered.length === 1 ? covered.join() : `each ${field}: ${sayList(covered)}`;
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
