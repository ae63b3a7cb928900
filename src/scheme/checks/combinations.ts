import type { Flaw, Path } from '../flaw.ts';
import type { WrittenScheme } from '../grammar/scheme.ts';
import { groupsOf, leavesOf } from '../tree.ts';

/** A component paid by the event is paid as its events fall: it has no schedule, achievement or adjustments. */
export function eventsArePaidAsTheyFall(scheme: WrittenScheme): Flaw[] {
  return leavesOf(scheme).flatMap(({ component, at }) => {
    if (component.value?.kind !== 'per-event') return [];
    const why = `${component.id} is paid by the event, as its events fall`;
    return [
      ...(component.schedule ? [combination(why, 'schedule', at)] : []),
      ...(component.achievement ? [combination(why, 'achievement', at)] : []),
      ...(component.adjustments.length > 0 ? [combination(why, 'adjustments', at)] : []),
    ];
  });
}

/** A pool is split by list size alone: it is not scaled by a measure, which would leave open who has the rest. */
export function poolsAreSplitByListSizeAlone(scheme: WrittenScheme): Flaw[] {
  return leavesOf(scheme).flatMap(({ component, at }) => {
    if (component.value?.kind !== 'pool' || !component.achievement) return [];
    return [combination(`${component.id} is a pool, split by list size`, 'achievement', at)];
  });
}

/** A group shares a rate or a sum; a pool and an event belong to one component. */
export function groupsShareARateOrASum(scheme: WrittenScheme): Flaw[] {
  return groupsOf(scheme).flatMap(({ group, at }): Flaw[] => {
    const kind = group.value?.kind;
    if (kind !== 'pool' && kind !== 'per-event') return [];
    const message = `the value of the group ${group.group} is ${kind}; expected per-patient or fixed, which can be shared out below it`;
    return [
      { code: 'scheme-combination', at: [...at, 'value', 'kind'], message, hint: 'give each component its own value' },
    ];
  });
}

/** The pence of a pool are settled between practices, not between components: it is rounded at the component. */
export function poolsUseComponentRounding(scheme: WrittenScheme): Flaw[] {
  if (scheme.rounding.at === 'component') return [];
  return leavesOf(scheme).flatMap(({ component }): Flaw[] => {
    if (component.value?.kind !== 'pool') return [];
    const message = `${component.id} is a pool, and the scheme rounds at the period; expected rounding at the component`;
    return [{ code: 'scheme-combination', at: ['rounding', 'at'], message, hint: 'write "at": "component"' }];
  });
}

/** No event is paid by two components. */
export function eventsBelongToOneComponent(scheme: WrittenScheme): Flaw[] {
  const owners = new Map<string, string>();
  return leavesOf(scheme).flatMap(({ component: { id, value }, at }): Flaw[] => {
    if (value?.kind !== 'per-event') return [];
    const owner = owners.get(value.event);
    owners.set(value.event, owner ?? id);
    if (owner === undefined) return [];
    const message = `the event ${value.event} is already paid by ${owner}; expected an event of its own for ${id}`;
    return [{ code: 'scheme-shared-event', at: [...at, 'value', 'event'], message, hint: 'name another event' }];
  });
}

/** A component paid by the event has a window in which its events are claimed. */
export function perEventHasClaimWindow(scheme: WrittenScheme): Flaw[] {
  if (scheme.claimWindow) return [];
  return leavesOf(scheme).flatMap(({ component: { id, value }, at }): Flaw[] => {
    if (value?.kind !== 'per-event') return [];
    const message = `${id} is paid by the event, and the scheme has no claim window; expected one`;
    return [{ code: 'scheme-claim-window', at: [...at, 'value'], message, hint: 'add "claimWindow" to the scheme' }];
  });
}

function combination(why: string, key: string, at: Path): Flaw {
  const message = `${why}; expected no "${key}"`;
  return { code: 'scheme-combination', at: [...at, key], message, hint: `take "${key}" out` };
}
