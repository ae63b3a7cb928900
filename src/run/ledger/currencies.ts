import { type Finding, finding } from '../../domain/findings/finding.ts';
import { type Currency, type OfCurrency, sterling } from '../../domain/money/currency.ts';

/** Sums of two currencies are never added up: a ledger holds one, and takes nothing of another. */
export function inOneCurrency({ currency: own = sterling }: Partial<OfCurrency>, ledger: Currency | null): Finding[] {
  if (ledger === null || ledger.code === own.code) return [];
  const message = `the ledger holds sums in ${ledger.code}, and the scheme pays in ${own.code}; expected one currency`;
  const hint = 'give another ledger: one for each currency';
  return [finding('other-currency', { field: '--ledger' }, { message, value: own.code, hint })];
}

/** A channel pays in one currency. */
export function channelPaysIn(channel: string, own: Currency, file: string): Finding[] {
  if (channel === own.code) return [];
  const message = `the channel pays in ${channel}, and the sums are in ${own.code}; expected a channel that pays in ${own.code}`;
  const hint = `give a channel with "currency": "${own.code}"`;
  return [finding('other-currency', { file, field: 'currency' }, { message, value: channel, hint })];
}

/** Runs whose sums are put side by side pay in one currency. `did` says what cannot be done with others. */
export function runsInOneCurrency(first: OfCurrency, second: OfCurrency, path: string, did: string): Finding[] {
  const [was, is] = [first.currency, second.currency];
  if (was.code === is.code) return [];
  const message = `the first run pays in ${was.code}, this one in ${is.code}; their sums cannot be ${did}`;
  return [finding('other-currency', { field: 'RUN' }, { message, value: path, hint: 'give runs of one currency' })];
}
