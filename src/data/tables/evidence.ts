import type { EvidenceRow } from '../../domain/facts.ts';
import type { EvidenceKind, Scheme } from '../../domain/scheme/scheme.ts';
import { CellMistake } from '../cells/cell-mistake.ts';
import { date } from '../cells/dates.ts';
import { number } from '../cells/numbers.ts';
import { practiceAmong } from '../cells/practice-code.ts';
import { anyWords, oneOf, optional } from '../cells/text.ts';
import { readTable, type TableEnd, type TableSource } from '../csv/table.ts';
import { type ByPractice, gather } from './by-practice.ts';
import { evidenceTable } from './tables.ts';

/** Reads evidence.csv: what each practice has sent in, and when. */
export function readEvidence(
  source: TableSource,
  scheme: Scheme,
  known: ReadonlySet<string> | null,
  evidence: ByPractice<EvidenceRow>,
): Promise<TableEnd> {
  const readers = {
    practice_code: practiceAmong(known),
    evidence: oneOf(
      'evidence',
      scheme.evidence.map(({ id }) => id),
    ),
    component: optional(
      oneOf(
        'component',
        scheme.components.map(({ id }) => id),
      ),
    ),
    period: optional(
      oneOf(
        'period',
        scheme.periods.map(({ id }) => id),
      ),
    ),
    received_on: date,
    quantity: optional(number),
    reference: anyWords,
  };
  return readTable(evidenceTable, readers, source, {
    row({ line, values, mistake }) {
      const kind = scheme.evidence.find(({ id }) => id === values.evidence);
      const { component, period } = values;
      const [ofComponent, ofPeriod] = [
        component && kind && notPerComponent(kind),
        period && kind && notPerPeriod(kind),
      ];
      if (ofComponent) mistake('component', ofComponent);
      if (ofPeriod) mistake('period', ofPeriod);
      if (ofComponent || ofPeriod) return;
      const { evidence: id, received_on: receivedOn, quantity, reference } = values;
      gather(evidence, values.practice_code, {
        evidence: id,
        component,
        period,
        receivedOn,
        quantity,
        reference,
        line,
      });
    },
  });
}

/** What is wrong with naming a component, where the evidence covers them all. */
export function notPerComponent(kind: EvidenceKind): CellMistake | null {
  if (kind.perComponent) return null;
  return new CellMistake(
    'evidence-not-per-component',
    `the scheme asks for ${kind.id} once for all components; expected a blank cell`,
    'clear the cell, or correct the evidence',
  );
}

/** What is wrong with naming a period, where the evidence covers them all. */
export function notPerPeriod(kind: EvidenceKind): CellMistake | null {
  if (kind.perPeriod) return null;
  return new CellMistake(
    'evidence-not-per-period',
    `the scheme asks for ${kind.id} once for all periods; expected a blank cell`,
    'clear the cell, or correct the evidence',
  );
}
