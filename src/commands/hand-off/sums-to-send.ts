import type { BankBook, BookedSum } from '../../domain/bank/bank-book.ts';
import { standingOfSum } from '../../domain/bank/sum-history.ts';
import { type Finding, finding } from '../../domain/findings/finding.ts';
import { formatPounds, noPence } from '../../domain/money/money.ts';
import { nearest } from '../../domain/words/nearest.ts';
import type { Words } from '../../domain/words/words.ts';
import type { SumToSend } from '../../finance/hand-off/rows.ts';
import type { LedgerBook } from '../../record/ledger/ledger-book.ts';
import type { OpenedBook } from '../../run/ledger/ledger-book-read.ts';
import type { HandOffRequest } from '../request.ts';

/** What a hand-off is of: sums to pay, and payees below zero, in the order of postings and payees. */
export interface SumsToSend {
  readonly pay: readonly SumToSend[];
  readonly recover: readonly SumToSend[];
  readonly findings: readonly Finding[];
}

/** The sums of the postings that are asked for, or the one that is sent again; and why some may not be handed over. */
export function sumsToSend(
  { words, ledger }: OpenedBook,
  request: Pick<HandOffRequest, 'postings' | 'again'>,
): SumsToSend {
  const { postings, again } = request;
  const unknown = postings
    .filter((serial) => ledger.postingOf(serial) === null)
    .map((serial) => noPosting(serial, ledger));
  if (unknown.length > 0) return { pay: [], recover: [], findings: unknown };
  return again === null ? allOf(postings, ledger) : theOneAgain(words, again, postings, ledger);
}

function allOf(postings: readonly number[], ledger: LedgerBook): SumsToSend {
  const { book } = ledger;
  const before = postings.flatMap((serial) => {
    const sent = (book.sumsOf(serial) ?? []).flatMap((sum) => sum.sent.slice(0, 1));
    const [first] = sent;
    return first === undefined ? [] : [handedOver(serial, first.handOff)];
  });
  const sums = postings.flatMap((serial) => (book.sumsOf(serial) ?? []).map((sum) => sumToSend(sum, ledger)));
  return {
    pay: sums.filter(({ amount }) => amount > 0n),
    recover: sums.filter(({ amount }) => amount < 0n),
    findings: before,
  };
}

function theOneAgain(words: Words, reference: string, postings: readonly number[], ledger: LedgerBook): SumsToSend {
  const { book } = ledger;
  const sum = book.sentUnder(reference);
  const refuse = (message: string, hint: string) => ({
    pay: [],
    recover: [],
    findings: [finding('not-to-send-again', { field: '--again' }, { message, value: reference, hint })],
  });
  if (sum === null) {
    const near = nearest(reference, book.references);
    const hint = near === null ? 'quarterday ledger DIR --open lists the references' : `did you mean ${near}?`;
    return refuse('nothing was handed over under this reference', hint);
  }
  if (!postings.includes(sum.posting))
    return refuse(`the reference is of posting ${sum.posting}, which is not named`, `give --posting ${sum.posting}`);
  if (sum.amount < 0n) return refuse('the payee is to give this sum back', 'see to-recover.csv of its hand-off');
  if (book.leftOf(sum) <= noPence)
    return refuse(
      `the sum of ${formatPounds(words, sum.amount)} is paid`,
      'if it came back, settle what the channel says of that first',
    );
  return { pay: [sumToSend(sum, ledger)], recover: [], findings: unanswered(sum, book) };
}

/** Where the channel has refused nothing, the sum may be paid twice. */
function unanswered(sum: BookedSum, book: BankBook): readonly Finding[] {
  const state = book.stateOf(sum);
  if (state !== 'not-answered' && state !== 'pending') return [];
  const message =
    state === 'pending'
      ? 'the channel has said that the sum is pending'
      : 'the channel has not said what became of the sum';
  const hint = 'ask the channel before the file is sent: the sum may be paid twice';
  return [
    finding('sent-again-unanswered', { field: '--again' }, { message, value: sum.sent.at(-1)?.reference ?? '', hint }),
  ];
}

function sumToSend(sum: BookedSum, ledger: LedgerBook): SumToSend {
  const { posting, payee, amount, answers } = sum;
  const header = ledger.postingOf(posting);
  if (header === null) throw new Error(`posting ${posting} is none`);
  const { scheme, period } = header;
  const components = ledger.componentsOf(posting).get(payee) ?? new Map();
  const { paid } = standingOfSum(amount, answers);
  return { reference: ledger.book.referenceOf(sum), posting, scheme, period, payee, amount, components, paid };
}

function noPosting(serial: number, { book, records }: LedgerBook): Finding {
  const other = records.find((each) => each.kind !== 'posting' && serialOf(each) === serial);
  const message =
    other === undefined
      ? 'the ledger has no posting with this serial'
      : `record ${serial} is a ${other.kind}, no posting`;
  const { postings } = book;
  const hint = postings.length === 0 ? 'post a run first' : `give one of its postings: ${postings.join(', ')}`;
  return finding('posting-not-in-ledger', { field: '--posting' }, { message, value: String(serial), hint });
}

function serialOf(record: LedgerBook['records'][number]): number {
  switch (record.kind) {
    case 'posting':
      return record.posting.serial;
    case 'hand-off':
      return record.handOff.serial;
    case 'settlement':
      return record.settlement.serial;
  }
}

function handedOver(serial: number, handOff: number): Finding {
  const message = `posting ${serial} was handed over before, by hand-off ${handOff}`;
  const hint = 'see with ledger --open how its sums stand; what was refused is sent again with --again REFERENCE';
  return finding('handed-over-before', { field: '--posting' }, { message, value: String(serial), hint });
}
