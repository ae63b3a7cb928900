import { formatExact } from '../../domain/money/ratio.ts';
import { isOnePrice } from '../../domain/scheme/event-prices.ts';
import type { Quantity } from '../../domain/scheme/quantity.ts';
import type { PerEvent } from '../../domain/scheme/scheme.ts';
import { sayEventDays } from '../../domain/words/event-days.ts';
import { sayQuantity } from './quantities.ts';
import type { SchemeWords } from './scheme-words.ts';

/** A quantity in the words of the scheme's own sentence. */
export function quantityData(quantity: Quantity, scheme: SchemeWords) {
  return { kind: quantity.kind, says: sayQuantity(quantity, scheme) };
}

/** So many pounds for each event, one price or several by the day, with its limits. */
export function perEventData(value: PerEvent, scheme: SchemeWords) {
  const { kind, pounds, event, atMost, atMostPerPeriod, atMostPerPerson, personOver, limitsOf, clause } = value;
  const price = isOnePrice(pounds)
    ? { pounds: formatExact(pounds) }
    : { prices: pounds.map((each) => ({ pounds: formatExact(each.pounds), days: sayEventDays(each) })) };
  return {
    kind,
    ...price,
    event,
    at_most: atMost !== null && typeof atMost === 'object' ? quantityData(atMost, scheme) : atMost,
    ...(atMostPerPeriod !== undefined && { at_most_per_period: atMostPerPeriod }),
    ...(atMostPerPerson !== undefined && { at_most_per_person: atMostPerPerson }),
    ...(personOver !== undefined && { person_over: personOver }),
    ...(limitsOf !== undefined && { limits_of: limitsOf }),
    clause,
  };
}
