import { isTallied } from '../../domain/scheme/claims-blocks.ts';
import { dependenciesOf, eventsOfValue, quantitiesOf } from '../../domain/scheme/depends-on.ts';
import { paidEvents } from '../../domain/scheme/paid-events.ts';
import { blocksIn } from '../../domain/scheme/quantity.ts';
import type { Component, Scheme } from '../../domain/scheme/scheme.ts';
import { amongOf, isEnvelopeToDate, ofEachOf } from '../../domain/scheme/shared.ts';
import { directionsIn, directionsOf, directionsOfAll, type Mover } from './directions.ts';
import { figuresAsked } from './figures-asked.ts';
import { withoutLimit } from './without-limit.ts';

/** Why what a component will come to is not bounded, in the words of a reader. */
export interface NotBounded {
  readonly component: Component;
  readonly because:
    | 'no limit'
    | 'either way'
    | 'falls without limit'
    | 'replaced'
    | 'day or cost'
    | 'day of receipt'
    | 'others'
    | 'lists';
  readonly says: string;
}

/**
 * What neither bound of an outlook holds, by component: what grows without a limit, what can go either way, and what goes by more than
 * how many events there are.
 */
export function notBounded(scheme: Scheme): readonly NotBounded[] {
  const all = directionsOfAll(scheme);
  const freeAnywhere = new Set(scheme.components.flatMap((each) => [...withoutLimit(each)]));
  return scheme.components.flatMap((component) => {
    const own = directionsOf(component);
    const because = (why: NotBounded['because'], says: string): NotBounded => ({ component, because: why, says });
    const free = withoutLimit(component);
    // Such a number is guessed, for there is no most of it: what another component makes of the guess is no bound either.
    const freeElsewhere = [...own.keys()].filter(
      (mover) => freeAnywhere.has(mover) && !free.has(mover) && mover !== 'lists',
    );
    const either = [...own.keys()].filter((mover) => all.get(mover) === 'both');
    const falling = [...own]
      .filter(([mover, way]) => way !== 'up' && isUnlimitedEvent(mover, scheme))
      .map(([mover]) => mover);
    const blocks = [...eventsOfValue(component.value).map(({ block }) => block), ...claimsBlocksOf(component)];
    const byOthers = quantitiesOf(component).some((quantity) =>
      blocksIn(quantity).some(({ block }) => block.kind === 'of-all' || block.kind === 'rank'),
    );
    const standsIn = quantitiesOf(component).some((quantity) =>
      blocksIn(quantity).some(({ block }) => block.kind === 'measure' && block.ifMissing !== undefined),
    );
    const byReceipt = quantitiesOf(component).some((quantity) =>
      blocksIn(quantity).some(({ block }) => block.kind === 'over-time' && typeof block.by === 'object'),
    );
    const byDayOrCost = blocks.some(isTallied) || blocks.some(({ kind }) => kind === 'claimed');
    const over = paidEvents(scheme).filter((each) => each.component === component);
    const byPerson = over.some(
      ({ atMostPerPerson, personOver }) => atMostPerPerson !== undefined || personOver !== undefined,
    );
    return [
      ...(free.size > 0 ? [because('no limit', `${sayMovers(free)} without a limit`)] : []),
      ...(freeElsewhere.length > 0
        ? [because('no limit', `${sayMovers(freeElsewhere)}, which another component counts without a limit`)]
        : []),
      ...(either.length > 0
        ? [because('either way', `${sayMovers(either)}: more raises one sum and lowers another`)]
        : []),
      ...(falling.length > 0
        ? [because('falls without limit', `${sayMovers(falling)} without a limit, which lower it`)]
        : []),
      ...(isReplaced(component, scheme) || standsIn ? [because('replaced', 'a figure that a later one replaces')] : []),
      ...(sharesByWhatIsFree(component, scheme)
        ? [because('others', 'who shares, and by what, which has no limit')]
        : []),
      ...(isScaledToWhatChanges(component)
        ? [
            because(
              'either way',
              'what there is for all changes from a day: a period that comes in after it may give back',
            ),
          ]
        : []),
      ...(byOthers ? [because('others', 'the figures of the others, by which it goes')] : []),
      ...(byReceipt ? [because('day of receipt', 'on which day evidence comes, by which it goes')] : []),
      ...(byDayOrCost ? [because('day or cost', 'on which day an event falls, or what it costs')] : []),
      ...(byPerson ? [because('others', 'how many persons there are, and who claims for one first')] : []),
      ...(own.has('lists') ? [because('lists', 'lists that are counted anew')] : []),
    ];
  });
}

/** Whether what one practice has of a component goes by the figures of others too: then only the sum of all of them is bounded. */
export function isSharedMoney(component: Component, scheme: Scheme): boolean {
  return dependenciesOf(component, scheme).together.size > 0;
}

/** Whether a sum is shared by a number without a limit, or among those who reach something, or each one's part has its own adjustments. */
function sharesByWhatIsFree({ value }: Component, { components }: Scheme): boolean {
  if (amongOf(value).length > 0 || ofEachOf(value).adjustments.length > 0) return true;
  if (value.kind !== 'shared' || value.by === null) return false;
  const free = new Set(components.flatMap((each) => [...withoutLimit(each)]));
  return [...directionsIn(value.by).keys()].some((mover) => free.has(mover));
}

/** Whether all that was earned to date is scaled to a sum that changes over time: while a period waits, it is the one before that holds. */
function isScaledToWhatChanges({ value }: Component): boolean {
  if (value.kind !== 'envelope' || !isEnvelopeToDate(value) || value.scales !== 'all-to-date') return false;
  return blocksIn(value.pounds).some(({ block }) => block.kind === 'over-time');
}

/**
 * Whether a component is bounded over the term alone: what it pays for events up to a limit, or by how many there were before, falls in
 * whatever period they come; and so it is with figures that add up to date.
 */
export function isBoundedOverTerm(component: Component): boolean {
  const byEvents = eventsOfValue(component.value).some(
    ({ atMost, atMostPerPeriod }) => atMost !== undefined || atMostPerPeriod === undefined,
  );
  return (
    byEvents ||
    quantitiesOf(component).some((quantity) =>
      blocksIn(quantity).some(({ block }) => block.kind === 'measure' && block.at === 'to-date'),
    )
  );
}

function claimsBlocksOf(component: Component) {
  return quantitiesOf(component).flatMap((quantity) =>
    blocksIn(quantity).flatMap(({ block }) => (block.kind === 'events' || block.kind === 'claimed' ? [block] : [])),
  );
}

function isUnlimitedEvent(mover: Mover, scheme: Scheme): boolean {
  return paidEvents(scheme).some(
    ({ event, atMost, atMostPerPeriod }) =>
      mover === `events ${event}` && typeof atMost !== 'number' && atMostPerPeriod === undefined,
  );
}

/** Whether the latest figure of a measure counts here, of which others are asked for besides. */
function isReplaced(component: Component, scheme: Scheme): boolean {
  const of = (each: Component) =>
    figuresAsked(each, scheme).flatMap((asked) => (asked.kind === 'measure' ? [asked] : []));
  const latest = new Set(of(component).flatMap(({ measure, at }) => (at === 'latest' ? [measure] : [])));
  return scheme.components.some((each) => of(each).some(({ measure, at }) => at !== 'latest' && latest.has(measure)));
}

function sayMovers(movers: Iterable<Mover>): string {
  const says = [...movers].map((mover) => {
    const [kind, id] = mover.split(' ');
    if (id === undefined) return 'lists';
    return kind === 'events' ? `events ${id}` : `figures of ${id}`;
  });
  return [...new Set(says)].join(', ');
}
