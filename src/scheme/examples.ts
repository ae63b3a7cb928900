import type { UnpaidStatus, WorkingStep } from '../domain/account.ts';
import { at } from '../domain/at.ts';
import { type Finding, finding } from '../domain/findings/finding.ts';
import { formatAmount, formatPounds, type Pence, subtractPence, sumPence } from '../domain/money/money.ts';
import { formatExact } from '../domain/money/ratio.ts';
import type { Example, ExamplePractice, Expectation } from '../domain/scheme/scheme.ts';
import { inWords, type Words } from '../domain/words/words.ts';

/** What one practice of an example is entitled to in one component and period. */
export interface ExampleEntitlement {
  /** The place of the practice in the example, from 0. */
  readonly practice: number;
  readonly component: string;
  readonly period: string;
  readonly entitlement: Pence;
  readonly payment: Pence;
  readonly clawback: Pence;
  /** What is not paid, and why. */
  readonly unpaid: readonly { readonly status: UnpaidStatus; readonly amount: Pence; readonly reason: string }[];
  /** The working of the term and then of the period: a formula and what it comes to. */
  readonly termSteps: readonly ExampleStep[];
  readonly steps: readonly ExampleStep[];
}

export type ExampleStep = Pick<WorkingStep, 'step' | 'formula' | 'value' | 'rounded'>;

/** A finding for every amount of an example that is not what the scheme gives; what an expectation leaves open is added up. */
export function judgeExample(words: Words, example: Example, entitlements: readonly ExampleEntitlement[]): Finding[] {
  return example.expect.flatMap((expectation): Finding[] => {
    const meant = entitlements.filter((entitlement) => isMeant(expectation, entitlement, example.practices));
    const got = sumPence(meant.map((entitlement) => amountOf(entitlement, expectation)));
    const parting = firstParting(expectation, meant);
    if (got === expectation.amount && parting === null) return [];
    const what = expectation.of === 'entitlement' ? '' : `, ${expectation.of}`;
    const comes =
      got === expectation.amount
        ? `comes to ${formatPounds(words, got)} as it should`
        : `should come to ${formatPounds(words, expectation.amount)}, but the scheme gives ${formatPounds(words, got)}`;
    const message = `${example.title}: ${sayWhose(words, expectation)}${what} ${comes}${sayUnpaid(words, meant)}${parting ?? sayWorkings(words, meant, expectation, example.practices)}`;
    const hint = `check the figures of the scheme and of this example against the paper, clause ${example.clause}`;
    return [finding('example-fails', expectation.place, { message, hint, value: formatAmount(expectation.amount) })];
  });
}

function amountOf(entitlement: ExampleEntitlement, { of }: Expectation): Pence {
  return of === 'net' ? subtractPence(entitlement.payment, entitlement.clawback) : entitlement[of];
}

/** A step under the label by which an example names it: `3`, or in a period `Q1.2`. */
export interface LabelledStep extends ExampleStep {
  readonly label: string;
}

/** The steps of one component of one practice, those of the term once and before those of the periods. */
export function labelledSteps(line: readonly ExampleEntitlement[]): readonly LabelledStep[] {
  return [
    ...(line[0]?.termSteps ?? []).map((step, index) => ({ ...step, label: `${index + 1}` })),
    ...line.flatMap(({ period, steps }) => steps.map((step, index) => ({ ...step, label: `${period}.${index + 1}` }))),
  ];
}

/** The first step that comes to something else than the example states. A working is that of one line. */
function firstParting({ working }: Expectation, meant: readonly ExampleEntitlement[]): string | null {
  const steps = labelledSteps(meant);
  for (const { step: label, value } of working) {
    const expected = formatExact(value);
    const step = steps.find((each) => each.label === label);
    if (!step) return `; the example names a step ${label}, and there is none${sayLabels(steps)}`;
    if (step.value !== expected)
      return `; they part at step ${label}, where the example has ${expected} and the scheme ${step.formula}, which is ${step.value}`;
  }
  return null;
}

function sayLabels(steps: readonly LabelledStep[]): string {
  const [first, last] = [steps[0], steps.at(-1)];
  return first && last ? `: its steps are ${first.label} to ${last.label}` : '';
}

/** `; withheld £50.00 in H1, audits: the plan has not been received`: what a run would say of it. */
function sayUnpaid(words: Words, meant: readonly ExampleEntitlement[]): string {
  const reasons = meant.flatMap(({ component, period, unpaid }) =>
    unpaid.map(
      ({ status, amount, reason }) => `${status} ${formatPounds(words, amount)} (${component}, ${period}): ${reason}`,
    ),
  );
  const different = [...new Set(reasons)];
  const more = different.length > mostReasons ? [`and ${different.length - mostReasons} more that are not paid`] : [];
  return [...different.slice(0, mostReasons), ...more].map((reason) => `; ${reason}`).join('');
}

/** A message that goes on for pages is read by nobody. */
const mostReasons = 6;
const mostSteps = 16;

/** The steps of each component of each practice in turn, named where there is more than one; of very many what each comes to. */
function sayWorkings(
  words: Words,
  meant: readonly ExampleEntitlement[],
  expectation: Expectation,
  practices: readonly ExamplePractice[],
): string {
  const firsts = meant.filter((each, index) => meant.findIndex((other) => isOneLine(each, other)) === index);
  const lines = firsts.map((first) => {
    const own = meant.filter((each) => isOneLine(each, first));
    return { own, steps: labelledSteps(own), whose: `${at(practices, first.practice).name}, ${first.component}` };
  });
  if (lines.reduce((sum, { steps }) => sum + steps.length, 0) > mostSteps) {
    const parts = lines.length === 1 ? meant.map((each) => ({ own: [each], whose: each.period })) : lines;
    if (parts.length > 1) return sayParts(words, parts, expectation, lines.length === 1 ? 'a period' : 'one');
  }
  return lines
    .map(({ steps, whose }) =>
      steps.length === 0
        ? ''
        : `; the scheme works ${lines.length === 1 ? 'it' : whose} out as: ${steps.map(({ label, formula }) => `${label}: ${formula}`).join('; ')}`,
    )
    .join('');
}

/** `; of which H1 £50.00; H2 £40.00; expect a period by itself to see its steps`. */
function sayParts(
  words: Words,
  parts: readonly { readonly own: readonly ExampleEntitlement[]; readonly whose: string }[],
  expectation: Expectation,
  what: string,
): string {
  const sums = parts.map(
    ({ own, whose }) => `${whose} ${formatPounds(words, sumPence(own.map((each) => amountOf(each, expectation))))}`,
  );
  return `; of which ${sums.join('; ')}; expect ${what} by itself to see its steps`;
}

function isOneLine(one: ExampleEntitlement, other: ExampleEntitlement): boolean {
  return one.practice === other.practice && one.component === other.component;
}

function isMeant(
  { practice, component, period }: Expectation,
  entitlement: ExampleEntitlement,
  practices: readonly ExamplePractice[],
): boolean {
  return (
    (practice === null || practices[entitlement.practice]?.name === practice) &&
    (component === null || component === entitlement.component) &&
    (period === null || period === entitlement.period)
  );
}

function sayWhose(words: Words, { practice, component, period }: Expectation): string {
  return [practice ?? inWords(words, 'all practices'), component ?? 'all components', period ?? 'all periods'].join(
    ', ',
  );
}
