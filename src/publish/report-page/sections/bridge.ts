import { at } from '../../../domain/at.ts';
import {
  addPence,
  greaterPence,
  lesserPence,
  noPence,
  type Pence,
  subtractPence,
} from '../../../domain/money/money.ts';
import { ours, type Said, say } from '../../../domain/words/sentence.ts';
import { plainWords } from '../../../domain/words/words.ts';
import { tie } from '../../document.ts';
import { bar, barCell, type Fill, ofBars } from '../drawings.ts';
import { minus, shownSum } from '../figures.ts';
import type { Gathered, RunGathered } from '../gather/gathered.ts';
import { barOf, lossKinds, lossWords } from '../gather/kinds.ts';
import { type Child, type Markup, tag } from '../markup.ts';
import { byScheme, type Section, sumCell } from './parts.ts';

/** From what the scheme could have paid to what is to be approved. */
export function bridgeSection(gathered: Gathered): Section {
  return {
    id: 'bridge',
    title: 'How the sum comes about',
    answer: null,
    body: byScheme(gathered, (run) => [table(bridgeSteps(run))]),
  };
}

/** One row of the bridge: a total, which begins at nothing, or a step from where the one before it ended. */
export interface BridgeStep {
  readonly words: Said;
  readonly amount: Pence;
  readonly fill: Fill;
  readonly isTotal: boolean;
}

/** The rows of the bridge. They add up from each total to the next, or a fault of ours is thrown. */
export function bridgeSteps({ run, could, losses }: RunGathered): readonly BridgeStep[] {
  const { controls, totals } = run;
  const total = (words: string, amount: Pence): BridgeStep => ({ words, amount, fill: 'earned', isTotal: true });
  const lost = lossKinds.flatMap((kind): BridgeStep[] => {
    const amount = losses.get(kind) ?? noPence;
    return amount === noPence
      ? []
      : [{ words: lossWords[kind], amount: minus(amount), fill: barOf[kind], isTotal: false }];
  });
  const { carried, setOff } = totals.all;
  const after = [
    ['Paid before this run', minus(controls.alreadyPaid), 'paid'],
    [ours`Overpaid, and stays with the practice`, controls.clawbacks.waived, 'left'],
    ['Overpaid, and waits for a decision', controls.clawbacks.proposed, 'open'],
    ['Overpaid, and comes back later', controls.clawbacks.deferred, 'open'],
    ['Earned, and kept for the next payment', minus(carried.amount), 'open'],
    ['Set off', minus(setOff), 'left'],
  ] as const;
  const settled = after
    .filter(([, amount]) => amount !== noPence)
    .map(([words, amount, fill]): BridgeStep => ({ words, amount, fill, isTotal: false }));
  const isSame = settled.length === 0;
  const earned = total(isSame ? 'Earned, and paid now' : 'Earned to date', controls.entitlement);
  const steps = [
    ...(lost.length === 0 ? [] : [total('Worth if every condition had been met', could), ...lost]),
    earned,
    ...settled,
    ...(isSame ? [] : [total(`${toDo(run)}: payments less what is taken back`, controls.net)]),
  ];
  tieBridge(steps);
  return lost.length === 0 ? [total('Worth, all of it earned', could), ...steps] : steps;
}

function toDo({ posted }: RunGathered['run']): string {
  return posted.kind === 'posted' ? 'Approved' : 'To approve';
}

function tieBridge(steps: readonly BridgeStep[]): void {
  let running: Pence | null = null;
  for (const { words, amount, isTotal } of steps) {
    if (isTotal && running !== null) tie(say(plainWords, words), running, amount);
    running = isTotal || running === null ? amount : addPence(running, amount);
  }
}

function table(steps: readonly BridgeStep[]): Markup {
  const spans = spansOf(steps);
  const ends = spans.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [ends.reduce(lesserPence, noPence), ends.reduce(greaterPence, noPence)];
  const rows = steps.map((step, place) => {
    const { from, to } = at(spans, place);
    const fill = step.isTotal && step.amount < noPence ? 'back' : step.fill;
    const part = { from: subtractPence(from, low), to: subtractPence(to, low), fill };
    return row(step, barCell(bar([part], subtractPence(high, low), low < noPence ? minus(low) : null)));
  });
  const caption = [
    'From what the scheme could have paid to what this run comes to.',
    ofBars(' Every bar is to one scale.'),
  ];
  return tag('table', { class: 'br' }, tag('caption', {}, caption), hiddenHead(), tag('tbody', {}, rows));
}

/** Where each bar begins and ends: a total at nothing, a step where the one before it ended. */
function spansOf(steps: readonly BridgeStep[]): readonly { readonly from: Pence; readonly to: Pence }[] {
  let running: Pence = noPence;
  return steps.map(({ amount, isTotal }) => {
    const from = isTotal ? noPence : running;
    running = addPence(from, amount);
    return { from, to: running };
  });
}

function row({ words, amount, isTotal }: BridgeStep, drawing: Markup): Markup {
  const shown: Child[] = amount === noPence && isTotal ? [noPence] : shownSum(amount);
  return tag('tr', isTotal ? { class: 'sum' } : {}, tag('th', { scope: 'row' }, words), sumCell('Sum', shown), drawing);
}

function hiddenHead(): Markup {
  const cells = ['Step', 'Sum'].map((text) => tag('th', { scope: 'col' }, text));
  return tag('thead', { class: 'vh' }, tag('tr', {}, cells, tag('td', {})));
}
