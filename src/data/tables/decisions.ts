import { formatDay } from '../../domain/day.ts';
import type { Decision, DecisionKind } from '../../domain/facts.ts';
import type { Pence } from '../../domain/money/money.ts';
import { countingComponents } from '../../domain/scheme/paid-events.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { nearest } from '../../domain/words/nearest.ts';
import { ours } from '../../domain/words/sentence.ts';
import { CellMistake, type Reader } from '../cells/cell-mistake.ts';
import { date } from '../cells/dates.ts';
import { eventId } from '../cells/event-id.ts';
import { amount, share } from '../cells/numbers.ts';
import { practiceAmong } from '../cells/practice-code.ts';
import { oneOf, optional, words } from '../cells/text.ts';
import { rememberLines } from '../cells/twice.ts';
import { readTable, type TableEnd, type TableSource } from '../csv/table.ts';
import { type ByPractice, gather } from './by-practice.ts';
import { notPerComponent, notPerPeriod } from './evidence.ts';
import { decisionsTable } from './tables.ts';

/** The cells that only some decisions have. */
type Particular = 'component' | 'evidence' | 'period' | 'proportion' | 'amount';
type Mistake = readonly [Particular | 'decided_on', CellMistake];

/** What each decision needs to say, and what it may say besides. */
const particulars: Readonly<
  Record<DecisionKind, { readonly needs: readonly Particular[]; readonly may: readonly Particular[] }>
> = {
  proportion: { needs: ['component', 'proportion'], may: [] },
  'accept-late': { needs: ['evidence'], may: ['component', 'period'] },
  recover: { needs: ['component', 'amount'], may: ['period'] },
  'waive-recovery': { needs: ['component', 'amount'], may: ['period'] },
};
const kinds: readonly DecisionKind[] = ['proportion', 'accept-late', 'recover', 'waive-recovery'];

/** Reads decisions.csv: what named persons decided, each with a reason. */
export function readDecisions(
  source: TableSource,
  scheme: Scheme,
  known: ReadonlySet<string> | null,
  decisions: ByPractice<Decision>,
): Promise<TableEnd> {
  const conflict = watchConflicts();
  const readers = {
    practice_code: practiceAmong(known),
    component: optional(
      oneOf(
        'component',
        scheme.components.map(({ id }) => id),
      ),
    ),
    decision: oneOf('decision', kinds),
    evidence: optional(eventId),
    period: optional(
      oneOf(
        'period',
        scheme.periods.map(({ id }) => id),
      ),
    ),
    proportion: optional(share),
    amount: optional(sum),
    decided_on: date,
    decided_by: words,
    reason: words,
  };
  return readTable(decisionsTable, readers, source, {
    row({ line, values, mistake }) {
      const { practice_code: practice, decided_on: decidedOn, decided_by: decidedBy, ...said } = values;
      const decision: Decision = { ...said, decidedOn, decidedBy, line };
      const mistakes = [...unfitting(decision), ...lateEvidence(decision, scheme), ...conflict(practice, decision)];
      for (const [field, what] of mistakes) mistake(field, what);
      if (mistakes.length > 0) return;
      const doubt = perhapsEvidence(decision, scheme);
      if (doubt) mistake('evidence', doubt);
      gather(decisions, practice, decision);
    },
  });
}

function unfitting(decision: Decision): Mistake[] {
  const { needs, may } = particulars[decision.decision];
  const fields: readonly Particular[] = ['component', 'evidence', 'period', 'proportion', 'amount'];
  return fields.flatMap((field): Mistake[] => {
    if (decision[field] === null) return needs.includes(field) ? [[field, incomplete(decision, field)]] : [];
    return needs.includes(field) || may.includes(field) ? [] : [[field, notWanted(decision, field)]];
  });
}

/** What a late piece of evidence may say depends on the evidence; what is no evidence is a late claim, named by its event. */
function lateEvidence(row: Decision, scheme: Scheme): Mistake[] {
  const { decision, evidence, component, period } = row;
  if (decision !== 'accept-late' || evidence === null) return [];
  const kind = scheme.evidence.find(({ id }) => id === evidence);
  if (kind === undefined) return lateClaim(row, evidence, scheme);
  const mistakes: Mistake[] = [];
  const ofComponent = component === null ? null : notPerComponent(kind);
  const ofPeriod = period === null ? null : notPerPeriod(kind);
  if (ofComponent) mistakes.push(['component', ofComponent]);
  if (ofPeriod) mistakes.push(['period', ofPeriod]);
  return mistakes;
}

/** A late claim may name a component that claims count for, and has no period but that of its event. */
function lateClaim({ component, period }: Decision, event: string, scheme: Scheme): Mistake[] {
  const paying = [...countingComponents(scheme).values()].flat();
  if (paying.length === 0) {
    const ids = scheme.evidence.map(({ id }) => id);
    const unknown = oneOf('evidence', ids)(event);
    return unknown instanceof CellMistake ? [['evidence', unknown]] : [];
  }
  const mistakes: Mistake[] = [];
  if (component !== null && !paying.includes(component)) mistakes.push(['component', countsNoClaims(paying)]);
  if (period !== null) mistakes.push(['period', noPeriodOfAClaim()]);
  return mistakes;
}

/** A name that is taken for an event, but is spelt much like a piece of evidence, is worth a warning. */
function perhapsEvidence({ evidence }: Decision, scheme: Scheme): CellMistake | null {
  const ids = scheme.evidence.map(({ id }) => id);
  if (evidence === null || ids.includes(evidence)) return null;
  const meant = nearest(evidence, ids);
  return meant === null ? null : takenForAnEvent(meant);
}

/** Finds proportions that were decided on for one component on one day: the later line is told. Sums to recover or to waive add up. */
function watchConflicts(): (practice: string, decision: Decision) => Mistake[] {
  const firstLine = rememberLines();
  return (practice, { decision, component, decidedOn, line }) => {
    if (decision !== 'proportion' || component === null) return [];
    const first = firstLine(line, practice, component, decidedOn);
    return first === null ? [] : [['decided_on', contradiction(first, formatDay(decidedOn))]];
  };
}

/** The sum that was decided on: what is decided over nothing decides nothing. */
const sum: Reader<Pence> = (text) => {
  const read = amount(text);
  return read instanceof CellMistake || read > 0n ? read : notAboveNothing();
};

const howToFill: Readonly<Record<Particular, string>> = {
  component: 'write which component was decided on',
  evidence: 'write which evidence was decided on',
  period: 'write which period was decided on',
  proportion: 'write the share, such as 75%',
  amount: 'write the sum that was decided on, such as 72.00: a decision covers no other',
};

function incomplete({ decision }: Decision, field: Particular): CellMistake {
  return new CellMistake(
    'decision-incomplete',
    `the cell is blank; the decision ${decision} needs a value in ${field}`,
    howToFill[field],
  );
}

function notWanted({ decision }: Decision, field: Particular): CellMistake {
  return new CellMistake(
    'decision-cell-not-wanted',
    `the decision ${decision} has no ${field}; expected a blank cell`,
    'clear the cell, or correct the decision',
  );
}

function countsNoClaims(paying: readonly string[]): CellMistake {
  return new CellMistake(
    'decision-cell-not-wanted',
    `the cell evidence is no evidence of the scheme, so it is taken for the event_id of a late claim, and no claim counts for this component; expected ${[...new Set(paying)].join(' or ')}, or a blank cell`,
    'clear the cell, or correct the component or the evidence',
  );
}

function noPeriodOfAClaim(): CellMistake {
  return new CellMistake(
    'decision-cell-not-wanted',
    'the cell evidence is no evidence of the scheme, so it is taken for the event_id of a late claim, which has no period but that of its event; expected a blank cell',
    'clear the cell, or correct the evidence',
  );
}

function notAboveNothing(): CellMistake {
  return new CellMistake(
    'not-an-amount',
    ours`is no sum to decide on; expected pounds above nothing, such as 72.00`,
    'write the sum that was decided on, without a minus',
  );
}

function takenForAnEvent(meant: string): CellMistake {
  return new CellMistake(
    'perhaps-evidence',
    'is no evidence of the scheme, so it is taken for the event_id of a late claim; expected that to be meant',
    `did you mean ${meant}?`,
  );
}

function contradiction(line: number, day: string): CellMistake {
  return new CellMistake(
    'decisions-conflict',
    ours`line ${line} has a proportion for this practice and component on ${day} already; expected one a day`,
    'keep the one that holds, or correct its day: the latest decision counts',
  );
}
