import { formatDay } from '../../domain/day.ts';
import type { Decision, DecisionKind } from '../../domain/facts.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { nearest } from '../../domain/words/nearest.ts';
import { CellMistake } from '../cells/cell-mistake.ts';
import { date } from '../cells/dates.ts';
import { share } from '../cells/numbers.ts';
import { practiceAmong } from '../cells/practice-code.ts';
import { name, oneOf, optional, words } from '../cells/text.ts';
import { readTable, type TableEnd, type TableSource } from '../csv/table.ts';
import { type ByPractice, gather } from './by-practice.ts';
import { notPerComponent, notPerPeriod } from './evidence.ts';
import { decisionsTable, paysByTheEvent } from './tables.ts';

/** The cells that only some decisions have. */
type Particular = 'component' | 'evidence' | 'period' | 'proportion';
type Mistake = readonly [Particular | 'decided_on', CellMistake];

/** What each decision needs to say, and what it may say besides. */
const particulars: Readonly<
  Record<DecisionKind, { readonly needs: readonly Particular[]; readonly may: readonly Particular[] }>
> = {
  proportion: { needs: ['component', 'proportion'], may: [] },
  'accept-late': { needs: ['evidence'], may: ['component', 'period'] },
  recover: { needs: ['component'], may: [] },
  'waive-recovery': { needs: ['component'], may: [] },
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
    evidence: optional(name),
    period: optional(
      oneOf(
        'period',
        scheme.periods.map(({ id }) => id),
      ),
    ),
    proportion: optional(share),
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
  const fields: readonly Particular[] = ['component', 'evidence', 'period', 'proportion'];
  return fields.flatMap((field): Mistake[] => {
    if (decision[field] === null) return needs.includes(field) ? [[field, incomplete(decision, field)]] : [];
    return needs.includes(field) || may.includes(field) ? [] : [[field, notWanted(decision, field)]];
  });
}

/** What a late piece of evidence may say depends on the evidence; what is no evidence is a late claim, named by its event. */
function lateEvidence({ decision, evidence, component, period }: Decision, scheme: Scheme): Mistake[] {
  if (decision !== 'accept-late' || evidence === null) return [];
  const ids = scheme.evidence.map(({ id }) => id);
  const kind = scheme.evidence.find(({ id }) => id === evidence);
  if (kind === undefined && !paysByTheEvent(scheme)) {
    const unknown = oneOf('evidence', ids)(evidence);
    return unknown instanceof CellMistake ? [['evidence', unknown]] : [];
  }
  const mistakes: Mistake[] = [];
  const ofComponent = component === null ? null : kind ? notPerComponent(kind) : notOfAClaim();
  const ofPeriod = period === null ? null : kind ? notPerPeriod(kind) : notOfAClaim();
  if (ofComponent) mistakes.push(['component', ofComponent]);
  if (ofPeriod) mistakes.push(['period', ofPeriod]);
  return mistakes;
}

/** A name that is taken for an event, but is spelt much like a piece of evidence, is worth a warning. */
function perhapsEvidence({ evidence }: Decision, scheme: Scheme): CellMistake | null {
  const ids = scheme.evidence.map(({ id }) => id);
  if (evidence === null || ids.includes(evidence)) return null;
  const meant = nearest(evidence, ids);
  return meant === null ? null : takenForAnEvent(meant);
}

/** Finds decisions of one day that contradict each other: the later line is told. */
function watchConflicts(): (practice: string, decision: Decision) => Mistake[] {
  const lines = new Map<string, { readonly decision: DecisionKind; readonly line: number }>();
  return (practice, { decision, component, decidedOn, line }) => {
    if (decision === 'accept-late' || component === null) return [];
    const about = decision === 'proportion' ? 'proportion' : 'recovery';
    const key = [practice, component, about, decidedOn].join('\n');
    const first = lines.get(key);
    if (first === undefined) lines.set(key, { decision, line });
    if (first === undefined || (about === 'recovery' && first.decision === decision)) return [];
    return [['decided_on', contradiction(first.line, first.decision, formatDay(decidedOn))]];
  };
}

function incomplete({ decision }: Decision, field: Particular): CellMistake {
  return new CellMistake(
    'decision-incomplete',
    `the cell is blank; the decision ${decision} needs a value in ${field}`,
    field === 'proportion' ? 'write the share, such as 75%' : `write which ${field} was decided on`,
  );
}

function notWanted({ decision }: Decision, field: Particular): CellMistake {
  return new CellMistake(
    'decision-cell-not-wanted',
    `the decision ${decision} has no ${field}; expected a blank cell`,
    'clear the cell, or correct the decision',
  );
}

function notOfAClaim(): CellMistake {
  return new CellMistake(
    'decision-cell-not-wanted',
    'the cell evidence is no evidence of the scheme, so it is taken for the event_id of a late claim, which has none of these; expected a blank cell',
    'clear the cell, or correct the evidence',
  );
}

function takenForAnEvent(meant: string): CellMistake {
  return new CellMistake(
    'perhaps-evidence',
    'is no evidence of the scheme, so it is taken for the event_id of a late claim; expected that to be meant',
    `did you mean ${meant}?`,
  );
}

function contradiction(line: number, decision: DecisionKind, day: string): CellMistake {
  return new CellMistake(
    'decisions-conflict',
    `line ${line} has the decision ${decision} for this practice and component on ${day} already; expected one a day`,
    'keep the one that holds, or correct its day: the latest decision counts',
  );
}
