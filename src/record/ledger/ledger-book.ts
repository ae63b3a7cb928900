import { BankBook } from '../../domain/bank/bank-book.ts';
import { addPence, noPence, type Pence } from '../../domain/money/money.ts';
import type { HandOff } from './hand-off.ts';
import { plainPostedLines } from './plain-lines.ts';
import type { FiledPosting } from './plain-posting.ts';
import type { PostingHeader } from './posting.ts';
import type { BankSettlement } from './settlement.ts';
import type { RecordTakers } from './walk-ledger.ts';

/** What each payee of a posting is paid for each component; below zero where more comes back than is paid. */
export type PayeeComponents = ReadonlyMap<string, ReadonlyMap<string, Pence>>;

/** A record of a ledger, without the lines of a posting. */
export type ListedRecord = { readonly sha256: string } & (
  | { readonly kind: 'posting'; readonly posting: PostingHeader; readonly lines: number }
  | { readonly kind: 'hand-off'; readonly handOff: HandOff }
  | { readonly kind: 'settlement'; readonly settlement: BankSettlement }
);

/** Gathers what a ledger holds of money in the bank while it is walked, and holds each record against those before. */
export class LedgerBook {
  readonly book = new BankBook();
  readonly records: ListedRecord[] = [];
  readonly #wanted: ReadonlySet<number>;
  readonly #components = new Map<number, PayeeComponents>();

  /** Of the postings with these serials what is paid for each component is kept too. */
  constructor(wanted: ReadonlySet<number> = new Set()) {
    this.#wanted = wanted;
  }

  readonly takers: RecordTakers = {
    posting: (posting, sha256) => this.#takePosting(posting, sha256),
    handOff: (handOff, sha256) => {
      this.records.push({ kind: 'hand-off', handOff, sha256 });
      return this.book.handOver(handOff);
    },
    settlement: (settlement, sha256) => {
      this.records.push({ kind: 'settlement', settlement, sha256 });
      return this.book.settle(settlement.rows);
    },
  };

  /** What a posting that was wanted pays each payee for each component. */
  componentsOf(serial: number): PayeeComponents {
    return this.#components.get(serial) ?? new Map();
  }

  /** The posting with a serial; null where there is none. */
  postingOf(serial: number): PostingHeader | null {
    for (const each of this.records) if (each.kind === 'posting' && each.posting.serial === serial) return each.posting;
    return null;
  }

  #takePosting({ lines: filed, ...posting }: FiledPosting, sha256: string): void {
    const byPayee = new Map<string, Pence>();
    const byComponent = new Map<string, Map<string, Pence>>();
    const isWanted = this.#wanted.has(posting.serial);
    let lines = 0;
    for (const { payee, component, amount } of 'bytes' in filed ? plainPostedLines(filed) : filed) {
      lines += 1;
      byPayee.set(payee, addPence(byPayee.get(payee) ?? noPence, amount));
      if (!isWanted) continue;
      const own = byComponent.get(payee) ?? new Map<string, Pence>();
      byComponent.set(payee, own);
      own.set(component, addPence(own.get(component) ?? noPence, amount));
    }
    if (isWanted) this.#components.set(posting.serial, byComponent);
    this.records.push({ kind: 'posting', posting, lines, sha256 });
    this.book.post(posting.serial, byPayee);
  }
}
