import type { StepName } from '../../domain/account.ts';
import { formatAmount, formatPounds } from '../../domain/money/money.ts';
import { parseShare } from '../../domain/money/ratio.ts';
import { sayPounds, sayShare } from '../../domain/words/say.ts';
import type { Words } from '../../domain/words/words.ts';
import type { WorkedData } from '../../formats/scheme.ts';
import { type Block, bulletList, heading, renderPage, title } from '../../report/page/page.ts';
import type { Paint } from '../../report/page/paint.ts';
import { type ExampleEntitlement, type ExampleStep, labelledSteps } from '../../scheme/examples.ts';
import type { WorkedExample } from './worked-example.ts';

/** The steps of every example, as `check --examples` prints them: the term's once, then those of each period. */
export function examplesText(words: Words, worked: readonly WorkedExample[], paint: Paint): string {
  return worked.map((each) => `${renderPage(blocksOf(words, each), paint)}\n`).join('');
}

function blocksOf(words: Words, { example, entitlements }: WorkedExample): Block[] {
  const head = title(`${example.title} [${example.clause}]`);
  if (entitlements === null) return [head, bulletList(['nothing can be worked out; see what was found'])];
  return [head, ...linesOf(entitlements).flatMap((line) => lineBlocks(words, line, example.practices))];
}

/** What one practice of an example is entitled to in one component, period by period. */
type Line = readonly [ExampleEntitlement, ...ExampleEntitlement[]];

function linesOf(entitlements: readonly ExampleEntitlement[]): readonly Line[] {
  const lines = new Map<string, [ExampleEntitlement, ...ExampleEntitlement[]]>();
  for (const each of entitlements) {
    const key = `${each.practice} ${each.component}`;
    const line = lines.get(key);
    if (line) line.push(each);
    else lines.set(key, [each]);
  }
  return [...lines.values()];
}

function lineBlocks(words: Words, line: Line, practices: readonly { readonly name: string }[]): Block[] {
  const [first] = line;
  const steps = labelledSteps(line);
  const said = (own: (label: string) => boolean) =>
    steps.filter(({ label }) => own(label)).map((each) => `${each.label}: ${each.formula}${sayWorth(words, each)}`);
  const labels = (period: string) => said((label) => label.slice(0, label.lastIndexOf('.')) === period);
  const periods = line.flatMap(({ period, entitlement, unpaid }) => [
    ...labels(period),
    ...unpaid.map(({ status, amount, reason }) => `${period}: ${status} ${formatPounds(words, amount)}: ${reason}`),
    `${period}: entitled to ${formatPounds(words, entitlement)}`,
  ]);
  const term = said((label) => !label.includes('.'));
  return [heading(`${practices[first.practice]?.name ?? ''}, ${first.component}`), bulletList([...term, ...periods])];
}

/**
 * What a step comes to, as the workings say it: `: £1,250.25, to date £5,001.00`. A `working` of the example takes its value exactly, so that a
 * fraction stands beside what is no short decimal.
 */
function sayWorth(words: Words, { step, formula, value, rounded }: ExampleStep): string {
  const worth = worthOf(words, step, value);
  const exactly = value.includes('/') && !worth?.includes(value) ? ` (${value})` : '';
  if (worth === null) return exactly;
  const own = rounded === null || !isSum(step) ? worth : formatPounds(words, rounded);
  const isToDate = own !== worth && formula.includes(' to date');
  return isToDate ? `: ${own}, to date ${worth}${exactly}` : `: ${worth}${exactly}`;
}

/** Null where the formula says it already. */
function worthOf(words: Words, step: StepName, value: string): string | null {
  const number = step === 'condition' ? null : parseShare(value);
  if (number === null) return value;
  if (step === 'quantity') return null;
  return isSum(step) ? sayPounds(words, number) : sayShare(number);
}

/** Whether a step comes to pounds; of the others one says whether it is met, and the rest what share counts. */
function isSum(step: StepName): boolean {
  switch (step) {
    case 'value':
    case 'adjustment':
    case 'pool':
    case 'events':
    case 'schedule':
    case 'entitlement':
    case 'set-off':
    case 'settlement':
      return true;
    case 'quantity':
    case 'achievement':
    case 'joining':
    case 'leaving':
    case 'condition':
    case 'decision':
      return false;
  }
}

/** The same as data. */
export function exampleData({ example, entitlements }: WorkedExample): WorkedData {
  return {
    title: example.title,
    clause: example.clause,
    lines: (entitlements ?? []).map((each) => {
      const { practice, component, period, unpaid, termSteps: _, steps: __, ...sums } = each;
      return {
        practice: example.practices[practice]?.name ?? '',
        component,
        period,
        entitlement: formatAmount(sums.entitlement),
        payment: formatAmount(sums.payment),
        clawback: formatAmount(sums.clawback),
        steps: labelledSteps([each]).map(({ label, formula, value }) => ({ label, formula, value })),
        not_paid: unpaid.map(({ status, amount, reason }) => ({ status, amount: formatAmount(amount), reason })),
      };
    }),
  };
}
