import { formatAmount, type Pence, subtractPence, sumPence } from '../../domain/money/money.ts';
import { postingName } from './names.ts';
import { lineKey, type Posting, type PostingHeader } from './posting.ts';

/** What must hold for the posting that stands in a file after the one with the hash `previous`: in words, what does not. */
export function placeMistakes(posting: PostingHeader, place: { name: string; previous: string | null }): string[] {
  return [...nameIsThatOfTheRun(posting, place.name), ...followsTheOneBefore(posting, place.previous)];
}

/** What must hold for the lines of a posting: in words, what does not. */
export function lineMistakes(posting: Posting): string[] {
  return [...linesAreInOrder(posting), ...linesAddUp(posting)];
}

function nameIsThatOfTheRun({ serial, run }: PostingHeader, name: string): string[] {
  const expected = postingName(serial, run);
  return name === expected ? [] : [`has the content of ${expected}; expected the name to tell serial and run`];
}

function followsTheOneBefore({ previous }: PostingHeader, expected: string | null): string[] {
  if (previous === expected) return [];
  const names = (hash: string | null) => (hash === null ? 'no posting' : `one with the sha256 ${hash}`);
  return [`follows ${names(previous)}; expected it to follow ${names(expected)}`];
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
