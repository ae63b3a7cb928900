import type { JsonMistake, Path } from '../../json/mistake.ts';
import type { WrittenScheme } from '../grammar/scheme.ts';
import type { WrittenValue } from '../grammar/value.ts';
import { groupsOf, leavesOf } from '../tree.ts';
import { eventsPaid, paysAsItGrows, paysByEvents } from './events.ts';

/** A component paid by the event is paid as its events fall: it has no schedule or achievement, nor, at one price an event, adjustments. */
export function eventsArePaidAsTheyFall(scheme: WrittenScheme): JsonMistake[] {
  return leavesOf(scheme).flatMap(({ component, at }) => {
    if (!component.value || !paysAsItGrows(component.value)) return [];
    const why = paysByEvents(component.value)
      ? `${component.id} is paid by the event, as its events fall`
      : `${component.id} is paid as its figures are added up to date`;
    const single = component.value.kind === 'per-event';
    return [
      ...(component.schedule ? [combination(why, 'schedule', at)] : []),
      ...(component.achievement ? [combination(why, 'achievement', at)] : []),
      ...(single && component.adjustments.length > 0 ? [combination(why, 'adjustments', at)] : []),
    ];
  });
}

/** A pool is split by list size alone: it is not scaled by a measure, which would leave open who has the rest. */
export function poolsAreSplitByListSizeAlone(scheme: WrittenScheme): JsonMistake[] {
  return leavesOf(scheme).flatMap(({ component, at }) => {
    if (!isShared(component.value) || !component.achievement) return [];
    return [combination(`${component.id} is a pool, split by list size`, 'achievement', at)];
  });
}

/** A group shares a rate or a sum; a pool and an event belong to one component. */
export function groupsShareARateOrASum(scheme: WrittenScheme): JsonMistake[] {
  return groupsOf(scheme).flatMap(({ group, at }): JsonMistake[] => {
    const kind = group.value?.kind;
    if (!isShared(group.value) && kind !== 'per-event') return [];
    const message = `the value of the group ${group.group} is ${kind}; expected per-patient or fixed, which can be shared out below it`;
    return [
      { code: 'scheme-combination', at: [...at, 'value', 'kind'], message, hint: 'give each component its own value' },
    ];
  });
}

/** The pence of a pool are settled between practices, not between components: it is rounded at the component. */
export function poolsUseComponentRounding(scheme: WrittenScheme): JsonMistake[] {
  if (scheme.rounding.at === 'component') return [];
  return leavesOf(scheme).flatMap(({ component }): JsonMistake[] => {
    if (!isShared(component.value)) return [];
    const message = `${component.id} is a pool, and the scheme rounds at the period; expected rounding at the component`;
    return [{ code: 'scheme-combination', at: ['rounding', 'at'], message, hint: 'write "at": "component"' }];
  });
}

/** No event is paid by two components, nor counted twice in one. */
export function eventsBelongToOneComponent(scheme: WrittenScheme): JsonMistake[] {
  const owners = new Map<string, string>();
  return eventsPaid(scheme).flatMap(({ event, component, at }): JsonMistake[] => {
    const owner = owners.get(event);
    owners.set(event, owner ?? component);
    if (owner === undefined) return [];
    const message = `the event ${event} is paid by ${owner} already, so each claim would be paid twice; expected each kind of event in one component`;
    const hint = `if ${component} pays for other events, give them a name of their own; if both pay for the same one, make one value of the two`;
    return [{ code: 'scheme-shared-event', at, message, hint }];
  });
}

/** A component paid by the event has a window in which its events are claimed. */
export function perEventHasClaimWindow(scheme: WrittenScheme): JsonMistake[] {
  if (scheme.claimWindow) return [];
  return leavesOf(scheme).flatMap(({ component: { id, value }, at }): JsonMistake[] => {
    if (!value || !paysByEvents(value)) return [];
    const message = `${id} is paid by the event, and the scheme has no claim window; expected one`;
    return [{ code: 'scheme-claim-window', at: [...at, 'value'], message, hint: 'add "claimWindow" to the scheme' }];
  });
}

function isShared(value: WrittenValue | undefined): boolean {
  return value?.kind === 'pool' || value?.kind === 'shared' || value?.kind === 'envelope';
}

function combination(why: string, key: string, at: Path): JsonMistake {
  const message = `${why}; expected no "${key}"`;
  return { code: 'scheme-combination', at: [...at, key], message, hint: `take "${key}" out` };
}
