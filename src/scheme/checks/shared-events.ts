import type { JsonMistake } from '../../json/mistake.ts';
import type { WrittenScheme } from '../grammar/scheme.ts';
import { claimsBlocksIn } from './claims-blocks.ts';
import { eventsPaid, type PlacedEvent } from './events.ts';
import { idsOf, isKnown } from './names.ts';

/** A kind of event has its limits in one block. Another that counts it too names the component of that one. */
export function eventsHaveOneOwner(scheme: WrittenScheme): JsonMistake[] {
  const owners = new Map<string, string>();
  return eventsPaid(scheme).flatMap(({ event, component, limitsOf, at }): JsonMistake[] => {
    if (limitsOf !== undefined) return [];
    const owner = owners.get(event);
    owners.set(event, owner ?? component);
    if (owner === undefined) return [];
    const message = `the event ${event} is paid by ${owner} already, so each claim would be paid twice; expected its limits in one place`;
    const hint = `if both pay for it, write "limitsOf": ${JSON.stringify(owner)} here; else give the other events a name of their own`;
    return [{ code: 'scheme-shared-event', at: [...at, 'event'], message, hint }];
  });
}

/** Who counts the events of another component names one that owns their limits, and has none of its own. */
export function limitsAreThoseOfAnOwner(scheme: WrittenScheme): JsonMistake[] {
  const owning = eventsPaid(scheme).filter(({ limitsOf }) => limitsOf === undefined);
  return [...eventsPaid(scheme), ...claimsBlocksIn(scheme)].flatMap(({ event, limitsOf, block, at }): JsonMistake[] => {
    if (limitsOf === undefined) return [];
    const place = [...at, 'limitsOf'];
    const { atMost, atMostPerPeriod, atMostPerPerson, personOver } = block;
    const own = [atMost, atMostPerPeriod, atMostPerPerson, personOver].some((limit) => limit !== undefined);
    const unknown = isKnown('component', limitsOf, idsOf(scheme).components, place);
    if (unknown.length > 0) return unknown;
    if (own) {
      const message = `the limits of ${event} are those of ${limitsOf}; expected none beside "limitsOf"`;
      return [{ code: 'scheme-shared-event', at: place, message, hint: 'write the limits where the event is owned' }];
    }
    if (owning.some((each) => each.event === event && each.component === limitsOf)) return [];
    return [{ code: 'scheme-shared-event', at: place, ...notAnOwner(event, limitsOf, owning) }];
  });
}

function notAnOwner(
  event: string,
  named: string,
  owning: readonly PlacedEvent[],
): Pick<JsonMistake, 'message' | 'hint'> {
  const owner = owning.find((each) => each.event === event);
  const message = `${named} has no limits for the event ${event}; expected the component in which it is counted without "limitsOf"`;
  return { message, hint: owner ? `write ${JSON.stringify(owner.component)}` : 'take "limitsOf" out here' };
}

/** Where a price or a count goes by holidays, the scheme says which days they are. */
export function holidaysAreSaid(scheme: WrittenScheme): JsonMistake[] {
  if (scheme.holidays) return [];
  return [...eventsPaid(scheme), ...claimsBlocksIn(scheme)].flatMap(({ block, at }): JsonMistake[] => {
    if (!JSON.stringify(dayKindsIn(block)).includes('"holiday"')) return [];
    const message = 'this goes by holidays, and the scheme does not say which days they are; expected "holidays"';
    return [{ code: 'scheme-quantity', at, message, hint: 'add "holidays" to the scheme, with its days' }];
  });
}

function dayKindsIn(block: PlacedEvent['block']): readonly unknown[] {
  const prices =
    block.kind === 'per-event'
      ? [block.pounds]
      : block.kind === 'claimed'
        ? block.ceilings.map(({ pounds }) => pounds)
        : [];
  const priced = prices.flatMap((pounds) => ('n' in pounds ? [] : pounds.map(({ on }) => on)));
  return [...priced, block.kind === 'per-event' ? [] : block.on];
}

/** What goes by the claims of a period is worked out anew in each, and not beside what goes by all claims to date. */
export function eventsOfAPeriodAreItsOwn(scheme: WrittenScheme): JsonMistake[] {
  const paid = eventsPaid(scheme);
  return paid.flatMap(({ component, block, at }): JsonMistake[] => {
    if (block.kind === 'per-event' || block.at === undefined) return [];
    const toDate = paid.some(
      (each) => each.component === component && (each.block.kind === 'per-event' || each.block.at === undefined),
    );
    if (!toDate) return [];
    const message = `${component} counts events to date and events of a period in one value; expected one of the two`;
    const hint = 'write "at": "each-period" in all of them, or make two components of it';
    return [{ code: 'scheme-combination', at: [...at, 'at'], message, hint }];
  });
}

/** Every event that is given a title is one for which the scheme pays. */
export function eventsWithATitleArePaid(scheme: WrittenScheme): JsonMistake[] {
  const { events } = idsOf(scheme);
  return scheme.events.flatMap(({ id }, index) => isKnown('event', id, events, ['events', index, 'id']));
}
