import { type Day, parseDay, sayDay } from '../../domain/day.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { sayList } from '../../domain/words/say.ts';
import { cite } from '../show/cite.ts';
import type { WorkingRow } from './story.ts';

/** What a period asked for, what came and when: one condition as the workings have it. */
export interface ConditionStory {
  readonly asked: 'needs' | 'keeps';
  readonly evidence: string;
  readonly title: string;
  readonly state: string;
  /** `received 2017-05-11, due by 2017-05-31`. */
  readonly says: string;
  readonly dueBy: Day | null;
  readonly clause: string;
}

/** The conditions among the steps of a period. */
export function conditionsOf({ evidence }: Scheme, steps: readonly WorkingRow[]): ConditionStory[] {
  return steps.flatMap(({ step, formula, value, clause }) => {
    const parts = step === 'condition' ? /^(needs|keeps) ([^:]+): (.*)$/.exec(formula) : null;
    if (!parts) return [];
    const [, asked, id = '', says = ''] = parts;
    const title = evidence.find((kind) => kind.id === id)?.title ?? id;
    const dueBy = parseDay(/due by (\d{4}-\d\d-\d\d)/.exec(says)?.[1] ?? '');
    return [{ asked: asked === 'keeps' ? 'keeps' : 'needs', evidence: id, title, state: value, says, dueBy, clause }];
  });
}

/** The conditions of a period in sentences: those that are met together, each of the others for itself. */
export function sayConditions(conditions: readonly ConditionStory[]): string[] {
  const asked = (by: ConditionStory['asked'], met: boolean) =>
    conditions.filter((condition) => condition.asked === by && (condition.state === 'met') === met);
  return [
    ...sayMet('Asked for before payment, and received', asked('needs', true)),
    ...asked('needs', false).map((condition) => sayUnmet('Before payment the scheme asks for', condition)),
    ...sayMet('Owed to keep the money, and received', asked('keeps', true)),
    ...asked('keeps', false).map((condition) => sayUnmet('To keep the money the practice owes', condition)),
  ];
}

function sayMet(what: string, met: readonly ConditionStory[]): string[] {
  if (met.length === 0) return [];
  const each = met.map((condition) => `${sayEvidence(condition)} ${inWords(condition.says).replace(/^received /, '')}`);
  return [`${what}: ${each.join('; ')} ${cite(...met.map(({ clause }) => clause))}.`];
}

function sayUnmet(asks: string, condition: ConditionStory): string {
  const { says, state, clause } = condition;
  if (state === 'not asked') return `${sayEvidence(condition)} is ${inWords(says)} ${cite(clause)}.`;
  return `${asks} ${sayEvidence(condition)}. It was ${inWords(says)}${consequences[state] ?? ''} ${cite(clause)}.`;
}

const consequences: Readonly<Record<string, string>> = {
  open: ', so this condition is open',
  failed: ', so this condition failed',
  'not due': ', and nothing depends on it before its last day',
};

/** `“Final year-end report” (year-end-report)`. */
export function sayEvidence({ title, evidence }: ConditionStory): string {
  return title === evidence ? evidence : `“${title}” (${evidence})`;
}

/** What would release a payment that is withheld: `“Final year-end report” (year-end-report) is received by 31 May 2018`. */
export function sayRelease(open: readonly ConditionStory[]): string {
  const each = open.map((condition) => {
    const by = condition.dueBy === null ? '' : ` by ${sayDay(condition.dueBy)}`;
    return `${sayEvidence(condition)} is received${by}`;
  });
  return sayList(each);
}

/** The program's own words with their dates as a letter writes them: `received on 11 May 2017`. */
export function inWords(text: string): string {
  return text
    .replace(/received (?=\d{4}-\d\d-\d\d)/g, 'received on ')
    .replace(/\b\d{4}-\d\d-\d\d\b/g, (date) => sayDate(date));
}

function sayDate(date: string): string {
  const day = parseDay(date);
  return day === null ? date : sayDay(day);
}
