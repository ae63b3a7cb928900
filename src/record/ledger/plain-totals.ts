import { type Pence, pence } from '../../domain/money/money.ts';
import { type PlainLine, type PlainLines, plainLineAt } from './plain-lines.ts';
import type { PostedLine } from './posting.ts';

/** What the lines come to that are the same but for their amounts. */
class PlainTotal {
  /** `practice,payee,component,period,` */
  readonly text: string;
  /** Whose line came after the last one of these. */
  follower: PlainTotal | null = null;
  /** In pence; what a number could not hold exactly is in `#beyond`. */
  #amount = 0;
  #beyond = 0n;

  constructor(text: string) {
    this.text = text;
  }

  /** All that was added. */
  get amount(): Pence {
    return pence(this.#beyond + BigInt(this.#amount));
  }

  add(amount: number): void {
    const sum = this.#amount + amount;
    const isExact = Number.isSafeInteger(sum);
    if (!isExact) this.#beyond += BigInt(this.#amount);
    this.#amount = isExact ? sum : amount;
  }
}

/** Adds up plain lines where they stand. Lines follow one another as they did before, so that few have to be looked up. */
export class PlainTotals {
  readonly #byText = new Map<string, PlainTotal>();

  add({ bytes, from }: PlainLines): void {
    let before: PlainTotal | null = null;
    let line = plainLineAt(bytes, from);
    while (line !== null) {
      const total: PlainTotal = this.#totalOf(bytes, line, before?.follower ?? null);
      if (before !== null) before.follower = total;
      total.add(line.amount);
      before = total;
      line = line.isLast ? null : plainLineAt(bytes, line.next);
    }
  }

  /** The totals, each as a line. */
  *lines(): Generator<PostedLine> {
    for (const { text, amount } of this.#byText.values()) {
      const [practice = '', payee = '', component = '', period = ''] = text.split(',');
      yield { practice, payee, component, period, amount };
    }
  }

  #totalOf(bytes: Buffer, line: PlainLine, guess: PlainTotal | null): PlainTotal {
    if (guess !== null && standsAt(bytes, line, guess.text)) return guess;
    const text = bytes.toString('latin1', line.practice, line.amountAt);
    const total = this.#byText.get(text) ?? new PlainTotal(text);
    this.#byText.set(text, total);
    return total;
  }
}

function standsAt(bytes: Uint8Array, { practice, amountAt }: PlainLine, text: string): boolean {
  if (text.length !== amountAt - practice) return false;
  for (let at = 0; at < text.length; at += 1) if (bytes[practice + at] !== text.charCodeAt(at)) return false;
  return true;
}
