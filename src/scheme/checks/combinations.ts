import { isShared } from '../../domain/scheme/shared.ts';
import type { JsonMistake, Path } from '../../json/mistake.ts';
import type { WrittenScheme } from '../grammar/scheme.ts';
import { groupsOf, leavesOf } from '../tree.ts';
import { addsUpInEnvelope, eventBlocksOf, paysByEvents } from './events.ts';

/** A component paid by the event is paid as its events fall: it has no schedule or achievement, nor, at one price an event, adjustments. */
export function eventsArePaidAsTheyFall(scheme: WrittenScheme): JsonMistake[] {
  return leavesOf(scheme).flatMap(({ component, at }) => {
    if (!component.value || !paysByEvents(component.value)) return [];
    const why =
      eventBlocksOf(component.value).length > 0
        ? `${component.id} is paid by the event, as its events fall`
        : `${component.id} is paid as its figures add up`;
    const single = component.value.kind === 'per-event';
    const isEnvelope = component.value.kind === 'envelope';
    return [
      ...(component.schedule ? [combination(why, 'schedule', at)] : []),
      ...(component.achievement && !isEnvelope ? [combination(why, 'achievement', at)] : []),
      ...(single && component.adjustments.length > 0 ? [combination(why, 'adjustments', at)] : []),
      ...(isEnvelope && component.adjustments.length > 0
        ? [
            {
              ...combination(why, 'adjustments', at),
              hint: 'write them in "of" of the envelope, as "least", "share" and others',
            },
          ]
        : []),
    ];
  });
}

/** An envelope over what adds up to date says what it scales, and no other does. */
export function envelopesToDateSayWhatTheyScale(scheme: WrittenScheme): JsonMistake[] {
  return leavesOf(scheme).flatMap(({ component: { id, value }, at }): JsonMistake[] => {
    if (value?.kind !== 'envelope' || addsUpInEnvelope(value) === (value.scales !== undefined)) return [];
    const place = [...at, 'value'];
    if (value.scales !== undefined) {
      const why = `the envelope of ${id} holds nothing that adds up over the term`;
      return [{ ...combination(why, 'scales', place), hint: 'take it out, or write "at": "to-date" at its figures' }];
    }
    const message = `the envelope of ${id} holds what adds up over the term, and does not say what is scaled; expected "scales"`;
    const hint =
      'write "scales": "what-is-new" (nothing that was earned before comes back), or "all-to-date" (all that was earned is scaled alike)';
    return [{ code: 'scheme-combination', at: place, message, hint }];
  });
}

/** A pool is split by list size alone: it is not scaled by a measure, which would leave open who has the rest. */
export function poolsAreSplitByListSizeAlone(scheme: WrittenScheme): JsonMistake[] {
  return leavesOf(scheme).flatMap(({ component, at }) => {
    if (!component.value || !isShared(component.value) || !component.achievement) return [];
    const hint = 'take it out; a "multiply" in "ofEach" of a shared sum scales the part of each';
    return [{ ...combination(`${component.id} is a sum shared by all together`, 'achievement', at), hint }];
  });
}

/** A group shares a rate or a sum; a pool and an event belong to one component. */
export function groupsShareARateOrASum(scheme: WrittenScheme): JsonMistake[] {
  return groupsOf(scheme).flatMap(({ group, at }): JsonMistake[] => {
    const kind = group.value?.kind;
    if (!group.value || (!isShared(group.value) && kind !== 'per-event')) return [];
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
    if (!component.value || !isShared(component.value)) return [];
    const message = `${component.id} is a pool, and the scheme rounds at the period; expected rounding at the component`;
    return [{ code: 'scheme-combination', at: ['rounding', 'at'], message, hint: 'write "at": "component"' }];
  });
}

/** A component paid by the event has a window in which its events are claimed. */
export function perEventHasClaimWindow(scheme: WrittenScheme): JsonMistake[] {
  if (scheme.claimWindow) return [];
  return leavesOf(scheme).flatMap(({ component: { id, value }, at }): JsonMistake[] => {
    if (!value || eventBlocksOf(value).length === 0) return [];
    const message = `${id} is paid by the event, and the scheme has no claim window; expected one`;
    return [{ code: 'scheme-claim-window', at: [...at, 'value'], message, hint: 'add "claimWindow" to the scheme' }];
  });
}

/** A period closes for claims only where events belong to the period in which they are claimed. */
export function onlyPeriodsOfClaimsClose({ claimWindow }: WrittenScheme): JsonMistake[] {
  if (!claimWindow?.closes || claimWindow.countsIn === 'period-of-claim') return [];
  const message =
    'a period closes for claims, but events belong to the period in which they fell; expected "countsIn": "period-of-claim"';
  return [
    { code: 'scheme-claim-window', at: ['claimWindow', 'closes'], message, hint: 'add it, or take "closes" out' },
  ];
}

function combination(why: string, key: string, at: Path): JsonMistake {
  const message = `${why}; expected no "${key}"`;
  return { code: 'scheme-combination', at: [...at, key], message, hint: `take "${key}" out` };
}
