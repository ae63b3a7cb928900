import { at } from '../../domain/at.ts';
import { addPence, lesserPence, noPence, type Pence, subtractPence } from '../../domain/money/money.ts';
import type { Asked, MoneyHeld } from './money-held.ts';

/** What a period is worth to a practice, and what was paid for it before. */
interface Entitled {
  readonly entitlement: Pence;
  readonly alreadyPaid: Pence;
}

/** What a run does about one period of a component before anybody decides on recoveries. */
export interface Due {
  readonly alreadyPaid: Pence;
  /** E − paid, less what is set off: above nothing to be paid, below nothing to come back. */
  due: Pence;
  /** Above nothing where it makes up for falls in other periods, below nothing where its own fall is made up for. */
  setOff: Pence;
  /** The places of the periods that it is set off with, in the order in which it was. */
  readonly with: number[];
  /** Who is asked for what comes back, latest payment first. */
  asked: readonly Asked[];
  /** What nobody is asked for, as the component goes below nothing by itself: it is set off against others, or waits. */
  waiting: Pence;
}

/**
 * What is due for each period of a component, in order, after falls are set off (RULES, What falls): a due below nothing on a
 * period for which less than that was paid is made up for by the payments of earlier periods in this run, the latest first, and only
 * the rest comes back, from whoever was paid for that period and those before. So is what nobody has any more because a fall took it.
 * Of a component that goes below nothing by itself the payments of later periods make up for it too, and the rest waits.
 */
export function duesAfterSetOff(lines: readonly Entitled[], held: MoneyHeld, waits = false): readonly Due[] {
  const dues = lines.map(({ entitlement, alreadyPaid }): Due => {
    return { alreadyPaid, due: subtractPence(entitlement, alreadyPaid), ...nothingYet(), with: [] };
  });
  dues.forEach((line, q) => {
    if (line.due >= 0n) return;
    const isFall = addPence(line.due, line.alreadyPaid) < 0n;
    const from = isFall ? 0 : q;
    const others = nearest(q, dues.length);
    if (isFall) for (const p of waits ? others : others.slice(0, q)) setOff(line, q, dues, p, short(line));
    if (isFall && waits) {
      line.waiting = short(line);
      line.due = noPence;
      return;
    }
    for (const p of others) {
      setOff(line, q, dues, p, subtractPence(short(line), held.left(from, q)));
    }
    line.asked = askFor(short(line), held, [
      [from, q],
      [0, q],
      [0, dues.length - 1],
    ]);
  });
  return dues;
}

function nothingYet(): Pick<Due, 'setOff' | 'asked' | 'waiting'> {
  return { setOff: noPence, asked: [], waiting: noPence };
}

/**
 * Asks those who were paid for a period; where falls that others gave back have left too little with them, those who were paid for the
 * periods before, and last for any: somebody has it still.
 */
function askFor(sum: Pence, held: MoneyHeld, reaches: readonly (readonly [number, number])[]): readonly Asked[] {
  let rest = sum;
  const asked = reaches.flatMap(([from, to]) => {
    const amount = lesserPence(rest, held.left(from, to));
    rest = subtractPence(rest, amount);
    return held.ask(from, to, amount);
  });
  if (rest !== 0n) throw new Error(`${rest} pence are asked for that nobody had`);
  return asked;
}

/** The other places: those before, the latest first, then those after. */
function nearest(place: number, places: number): readonly number[] {
  const all = Array.from({ length: places }, (_, each) => each);
  return [...all.slice(0, place).reverse(), ...all.slice(place + 1)];
}

function short({ due }: Due): Pence {
  return due < 0n ? subtractPence(noPence, due) : noPence;
}

/** Sets off as much of a sum as another period is paid in this run. */
function setOff(line: Due, place: number, dues: readonly Due[], other: number, sum: Pence): void {
  const payment = at(dues, other);
  if (payment.due <= 0n || sum <= 0n) return;
  const amount = lesserPence(payment.due, sum);
  payment.due = subtractPence(payment.due, amount);
  payment.setOff = addPence(payment.setOff, amount);
  payment.with.push(place);
  line.due = addPence(line.due, amount);
  line.setOff = subtractPence(line.setOff, amount);
  line.with.push(other);
}
