import { formatAmount, type Pence, subtractPence, sumPence } from '../../domain/money/money.ts';
import { lineKey, type Posting } from './posting.ts';

/** What must hold for the lines of a posting: in words, what does not. */
export function lineMistakes(posting: Posting): string[] {
  return [...linesAreInOrder(posting), ...linesAddUp(posting)];
}

function linesAreInOrder({ lines }: Posting): string[] {
  const keys = lines.map(lineKey);
  const at = keys.findIndex((key, index) => index > 0 && key <= (keys[index - 1] ?? ''));
  if (at < 0) return [];
  return [
    `has the line ${keys[at]?.slice(0, -1)} out of order, or twice; expected practice, component, period and payee in order`,
  ];
}

/** What the lines come to, against the control totals. */
function linesAddUp({ lines, controls }: Pick<Posting, 'lines' | 'controls'>): string[] {
  const amounts = lines.map(({ amount }) => amount);
  const paid = amounts.filter((amount) => amount > 0n);
  const recovered = amounts.filter((amount) => amount < 0n);
  const { payments, clawbacks, net } = controls;
  return [
    ...same('payments', sumPence(paid), payments),
    ...same('recoveries', subtractPence(sumPence([]), sumPence(recovered)), clawbacks.due),
    ...same('net total', sumPence(amounts), net),
    ...(paid.length + recovered.length === lines.length ? [] : ['has a line of nothing; expected an amount in each']),
  ];
}

function same(what: string, lines: Pence, control: Pence): string[] {
  if (lines === control) return [];
  return [`has lines whose ${what} come to ${formatAmount(lines)}; its control total is ${formatAmount(control)}`];
}
