import { addPence, formatAmount, noPence, type Pence, parseAmount } from '../../domain/money/money.ts';
import type { FiledPosting } from './plain-posting.ts';
import { PlainTotals } from './plain-totals.ts';
import { lineKey, type PostedLine } from './posting.ts';

/** What a ledger says was paid of one component and period, recoveries taken off. */
export type PostedAmount = Omit<PostedLine, 'payee'>;

/** The input of a run that says what the ledger held. */
export const postedFile = 'posted.csv';

const header = 'practice_code,component,period,amount';

/** Adds up the postings of one scheme. */
export class PostedTotals {
  readonly #scheme: string;
  readonly #totals = new Map<string, { readonly line: PostedLine; amount: Pence }>();
  #plain = new PlainTotals();

  constructor(scheme: string) {
    this.#scheme = scheme;
  }

  readonly add = ({ scheme, lines }: FiledPosting): void => {
    if (scheme !== this.#scheme) return;
    if ('bytes' in lines) this.#plain.add(lines);
    else this.#addLines(lines);
  };

  /** In order of practice, component and period, by code unit; what came to nothing is left out. */
  amounts(): readonly PostedAmount[] {
    this.#addLines(this.#plain.lines());
    this.#plain = new PlainTotals();
    const keys = [...this.#totals.keys()].sort();
    return keys.flatMap((key) => {
      const total = this.#totals.get(key);
      if (!total || total.amount === 0n) return [];
      const { practice, component, period } = total.line;
      return [{ practice, component, period, amount: total.amount }];
    });
  }

  #addLines(lines: Iterable<PostedLine>): void {
    for (const line of lines) {
      const key = lineKey(line);
      const total = this.#totals.get(key) ?? { line, amount: noPence };
      this.#totals.set(key, total);
      total.amount = addPence(total.amount, line.amount);
    }
  }
}

/** posted.csv. Codes and ids are plain, so that no cell needs quotes. */
export function postedCsv(amounts: readonly PostedAmount[]): string {
  const rows = amounts.map((each) => `${lineKey(each)},${formatAmount(each.amount)}`);
  return [header, ...rows].map((row) => `${row}\r\n`).join('');
}

/** Reads posted.csv. Null where it is not, to the byte, what this program writes. */
export function readPosted(text: string): readonly PostedAmount[] | null {
  const amounts = text.split('\r\n').slice(1, -1).map(postedAmount);
  const sound = amounts.filter((each) => each !== null);
  return postedCsv(sound) === text ? sound : null;
}

function postedAmount(row: string): PostedAmount | null {
  const [practice = '', component = '', period = '', amount = ''] = row.split(',');
  const parsed = parseAmount(amount);
  return parsed === null ? null : { practice, component, period, amount: parsed };
}
