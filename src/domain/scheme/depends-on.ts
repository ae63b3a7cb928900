import type { Day } from '../day.ts';
import {
  blocksIn,
  type ClaimsQuantity,
  type EventChoice,
  type EventLimits,
  type PatientsQuantity,
  type Quantity,
} from './quantity.ts';
import { isByClaims, isEach, namesMeasure } from './quantity-kinds.ts';
import type { Adjustment, Component, Grouping, Scheme, Value } from './scheme.ts';
import { amongOf, evidenceAmong, isEnvelopeToDate, ofEachOf } from './shared.ts';
import type { PerEvent } from './value.ts';

/** Everything in the data folder that the amounts of a component can turn on. */
export interface Dependencies {
  /** Whether the practice's list at the scheme's own date counts. */
  readonly ownList: boolean;
  /** The same, or a block that counts the list of each period, or of a day, which may be that of the scheme's date. */
  readonly mayTakeOwnList: boolean;
  /** Lists beside that one: whose, and when. */
  readonly otherLists: readonly OtherListNeeded[];
  readonly measures: ReadonlySet<string>;
  /** Kinds of event. */
  readonly events: ReadonlySet<string>;
  readonly evidence: ReadonlySet<string>;
  /** Of it, what others sent counts too: it says who shares, or by whose day a figure of all together goes. */
  readonly evidenceOfOthers: ReadonlySet<string>;
  /** Which practices are taken together: the data of the others count too. */
  readonly together: ReadonlySet<Grouping>;
}

/** A list beside the scheme's own, of another population or at another date; null is the scheme's own date. */
export interface OtherListNeeded {
  readonly population: string;
  readonly at: Day | 'each-period' | 'each-quarter' | null;
}

/** A kind of event that a value pays for, with its limits. */
export type EventInValue = EventLimits &
  Pick<EventChoice, 'event' | 'limitsOf' | 'at'> & {
    readonly clause?: string | undefined;
    /** The block that counts it: the value itself, or a quantity in it. */
    readonly block: PerEvent | ClaimsQuantity;
  };

/** What a component depends on by itself. It is asked of each practice anew, and is always the same. */
export function dependenciesOf(component: Component, { population }: Pick<Scheme, 'population'>): Dependencies {
  const known = workedOut.get(component);
  if (known?.population === population) return known.dependencies;
  const dependencies = workOut(component, population);
  workedOut.set(component, { population, dependencies });
  return dependencies;
}

const workedOut = new WeakMap<Component, { population: Scheme['population']; dependencies: Dependencies }>();

function workOut(component: Component, own: Scheme['population']): Dependencies {
  const { value, achievement, conditions } = component;
  const isOwnList = ({ population = own.kind, at }: PatientsQuantity) => population === own.kind && at === undefined;
  // The scheme's own date may be that of a period, or the one that a block names.
  const mayBeOwnList = ({ population = own.kind, at }: PatientsQuantity) =>
    population === own.kind && (at === undefined || isEach(at) || at === own.at);
  const quantities = quantitiesOf(component);
  const blocks = quantities.flatMap((quantity) => blocksIn(quantity).map(({ block }) => block));
  const lists = blocks.filter((block) => block.kind === 'patients');
  const asked = conditions.flatMap(({ needs, keeps }) => [...needs, ...keeps].map(({ evidence }) => evidence));
  const measured = achievement?.kind === 'measured' ? achievement : null;
  const ownList =
    goesByList(value) || lists.some(isOwnList) || asked.some(({ minimum }) => minimum?.kind === 'per-1000-patients');
  const together = new Set<Grouping>([
    ...groupingOf(value),
    // Where a person counts for one practice alone, the claims of the others say whose it is.
    ...(eventsOfValue(value).some(({ personOver }) => personOver === 'all') ? (['all'] as const) : []),
    ...(measured?.measuredAt ? [measured.measuredAt] : []),
    ...(blocks.some(({ kind }) => kind === 'of-all' || kind === 'rank') ? (['all'] as const) : []),
  ]);
  const evidenceOfFigures = blocks.flatMap(evidenceOf);
  return {
    ownList,
    mayTakeOwnList: ownList || lists.some(mayBeOwnList),
    otherLists: lists
      .filter((list) => !isOwnList(list))
      .map(({ population = own.kind, at }) => ({ population, at: at ?? null })),
    measures: new Set([
      ...(measured ? [measured.measure] : []),
      ...blocks.flatMap((block) => (namesMeasure(block) ? [block.measure] : [])),
    ]),
    events: new Set([
      ...eventsOfValue(value).map(({ event }) => event),
      ...blocks.flatMap((block) => (isByClaims(block) ? [block.event] : [])),
    ]),
    evidence: new Set([...asked.map(({ id }) => id), ...evidenceOfFigures, ...evidenceAmong(value)]),
    evidenceOfOthers: new Set([...evidenceAmong(value), ...(together.size > 0 ? evidenceOfFigures : [])]),
    together,
  };
}

/**
 * The components whose dependencies can move a component: itself, those that it stands or falls with, and those with which it is
 * rounded. A smallest payment binds the payments of all of them.
 */
export function boundTo(component: Component, { components, allOrNothing = [], rounding }: Scheme): Component[] {
  const companions = new Set(
    allOrNothing.filter(({ components: ids }) => ids.includes(component.id)).flatMap(({ components: ids }) => ids),
  );
  const isRoundedWith = ({ schedule }: Component) =>
    rounding.at === 'period' && schedule !== null && component.schedule !== null;
  return components.filter((each) => each === component || companions.has(each.id) || isRoundedWith(each));
}

/** The evidence by whose day a block goes. */
export function evidenceOf(block: Quantity): readonly string[] {
  return block.kind === 'over-time' && typeof block.by === 'object' ? [block.by.received] : [];
}

/** Everything that a component works out, its value first. */
export function quantitiesOf({
  value,
  adjustments,
  achievement,
  conditions,
}: Pick<Component, 'value' | 'adjustments' | 'achievement' | 'conditions'>): readonly Quantity[] {
  const onAccount = achievement?.kind === 'measured' ? achievement.onAccount : null;
  return [
    ...quantitiesOfValue(value),
    ...adjustments.flatMap(quantitiesOfAdjustment),
    ...(onAccount !== null && 'kind' in onAccount ? [onAccount] : []),
    ...conditions.flatMap(({ tests = [] }) => tests.flatMap(({ is, atLeast }) => [is, atLeast])),
  ];
}

function quantitiesOfValue(value: Value): readonly Quantity[] {
  switch (value.kind) {
    case 'quantity':
      return [value.of];
    case 'shared':
      return [
        value.of,
        ...(value.by === null ? [] : [value.by]),
        ...quantitiesAmong(value),
        ...ofEachOf(value).adjustments.flatMap(quantitiesOfAdjustment),
      ];
    case 'envelope':
      return [value.pounds, value.of, ...quantitiesAmong(value)];
    case 'share':
      return quantitiesOfValue(value.of);
    case 'per-event':
      return typeof value.atMost === 'object' && value.atMost !== null ? [value.atMost] : [];
    case 'per-patient':
    case 'fixed':
    case 'pool':
    case 'to-be-confirmed':
      return [];
  }
}

function quantitiesAmong(value: Value): readonly Quantity[] {
  return amongOf(value).flatMap((each) => ('received' in each ? [] : [each.is, each.atLeast]));
}

function quantitiesOfAdjustment(adjustment: Adjustment): readonly Quantity[] {
  switch (adjustment.kind) {
    case 'cap':
    case 'floor':
    case 'deduct':
      return [adjustment.pounds];
    case 'multiply':
      return [adjustment.by];
    case 'reduce':
    case 'remove':
    case 'round':
      return [];
  }
}

/** The kinds of event that a value pays for. */
export function eventsOfValue(value: Value): readonly EventInValue[] {
  switch (value.kind) {
    case 'per-event':
      return [{ ...value, atMost: value.atMost ?? undefined, block: value }];
    case 'quantity':
      return claimsIn(value.of);
    case 'envelope':
      // Over a period it counts the events of another component, which owns them.
      return isEnvelopeToDate(value) ? claimsIn(value.of) : [];
    case 'share':
      return eventsOfValue(value.of);
    case 'per-patient':
    case 'fixed':
    case 'pool':
    case 'shared':
    case 'to-be-confirmed':
      return [];
  }
}

function claimsIn(quantity: Quantity): readonly EventInValue[] {
  return blocksIn(quantity).flatMap(({ block }) => (isByClaims(block) ? [{ ...block, block }] : []));
}

/** Whether a value is a rate for each patient, or shared by the list. */
function goesByList(value: Value): boolean {
  switch (value.kind) {
    case 'per-patient':
    case 'pool':
      return true;
    case 'shared':
      return value.by === null;
    case 'share':
      return goesByList(value.of);
    case 'fixed':
    case 'per-event':
    case 'quantity':
    case 'envelope':
    case 'to-be-confirmed':
      return false;
  }
}

function groupingOf(value: Value): readonly Grouping[] {
  switch (value.kind) {
    case 'pool':
    case 'envelope':
      return ['all'];
    case 'shared':
      return [value.within];
    case 'share':
      return groupingOf(value.of);
    case 'per-patient':
    case 'fixed':
    case 'per-event':
    case 'quantity':
    case 'to-be-confirmed':
      return [];
  }
}
