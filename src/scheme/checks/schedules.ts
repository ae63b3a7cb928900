import { equals, formatShare, one, sum } from '../../domain/money/ratio.ts';
import { isShared } from '../../domain/scheme/shared.ts';
import { sayPounds } from '../../domain/words/say.ts';
import { ours } from '../../domain/words/sentence.ts';
import type { JsonMistake } from '../../json/mistake.ts';
import type { WrittenSchedule } from '../grammar/conditions.ts';
import type { WrittenScheme } from '../grammar/scheme.ts';
import { leavesOf } from '../tree.ts';
import { wordsOf } from '../words-of.ts';
import { eventBlocksOf, paysByEvents } from './events.ts';
import { idsOf, isKnown, type Placed, wherever } from './names.ts';

/** Each schedule has a share for every period, and for nothing else. */
export function sharesNameEveryPeriod(scheme: WrittenScheme): JsonMistake[] {
  const { periods } = idsOf(scheme);
  return schedules(scheme).flatMap(({ it, at }) => {
    if (it.kind === 'equal' || it.kind === 'each-period') return [];
    const named = Object.keys(it.kind === 'shares' ? it.shares : it.pounds);
    const unknown = named.flatMap((period) => isKnown('period', period, periods, [...at, it.kind, period]));
    const missing = periods.filter((period) => !named.includes(period));
    return [
      ...unknown,
      ...missing.map(
        (period): JsonMistake => ({
          code: 'scheme-schedule',
          at: [...at, it.kind],
          message: `the schedule has no ${it.kind === 'shares' ? 'share' : 'sum'} for the period ${period}; expected one for every period`,
          hint: `add ${JSON.stringify(period)}, ${it.kind === 'shares' ? '"0%"' : '"0"'} if nothing is paid then`,
        }),
      ),
    ];
  });
}

/** The shares of each schedule add up to 1 exactly. */
export function sharesAddUpToOne(scheme: WrittenScheme): JsonMistake[] {
  return schedules(scheme).flatMap(({ it, at }): JsonMistake[] => {
    if (it.kind !== 'shares') return [];
    const total = sum(Object.values(it.shares));
    if (equals(total, one)) return [];
    const message = `the shares add up to ${formatShare(total)}; expected 100%`;
    return [
      {
        code: 'scheme-schedule',
        at: [...at, 'shares'],
        message,
        hint: 'correct the shares so that they make 1 in all',
      },
    ];
  });
}

/** Pounds in each period together make the sum, or the rate, of the components that they spread. */
export function poundsMakeTheValue(scheme: WrittenScheme): JsonMistake[] {
  return leavesOf(scheme).flatMap(({ component: { id, schedule, value }, at }): JsonMistake[] => {
    const spread = schedule ?? scheme.schedule;
    if (spread?.kind !== 'pounds' || !value || paysByEvents(value)) return [];
    const place = schedule ? [...at, 'schedule', 'pounds'] : ['schedule', 'pounds'];
    const hint = ours`correct the pounds of the periods, or write shares`;
    if (value.kind !== 'fixed' && value.kind !== 'per-patient' && value.kind !== 'pool') {
      const message = ours`${id} is spread in pounds, and its value is ${value.kind}; expected fixed, per-patient or pool`;
      return [{ code: 'scheme-schedule', at: place, message, hint }];
    }
    const total = sum(Object.values(spread.pounds));
    if (equals(total, value.pounds)) return [];
    const message = `the periods come to ${sayPounds(wordsOf(scheme), total)}; expected the ${sayPounds(wordsOf(scheme), value.pounds)} of ${id}`;
    return [{ code: 'scheme-schedule', at: place, message, hint }];
  });
}

/** What is counted anew in each period is the value of that period, and no share of a term's. */
export function eventsOfAPeriodArePaidInIt(scheme: WrittenScheme): JsonMistake[] {
  return leavesOf(scheme).flatMap(({ component: { id, schedule, value }, at }): JsonMistake[] => {
    const spread = schedule ?? scheme.schedule;
    if (!value || !spread || spread.kind === 'each-period' || paysByEvents(value) || eventBlocksOf(value).length === 0)
      return [];
    const message = `${id} counts the events of each period, and its schedule is ${spread.kind}; expected each-period`;
    const hint = 'give the component "schedule": { "kind": "each-period", … }';
    return [{ code: 'scheme-schedule', at: schedule ? [...at, 'schedule'] : ['schedule'], message, hint }];
  });
}

/** Instalments are rounded each for itself only where one component is rounded by itself, and shares nothing. */
export function instalmentsRoundedEachStandAlone(scheme: WrittenScheme): JsonMistake[] {
  return leavesOf(scheme).flatMap(({ component: { id, schedule, value }, at }): JsonMistake[] => {
    const spread = schedule ?? scheme.schedule;
    if (!spread || spread.kind === 'each-period' || spread.rounded === undefined) return [];
    const shares = value !== undefined && isShared(value);
    if (!shares && scheme.rounding.at === 'component') return [];
    const why = shares ? ours`${id} is shared, to the last penny` : 'the scheme rounds at the period';
    const message = ours`${why}, and its schedule rounds each instalment for itself; expected no "rounded"`;
    const place = schedule ? [...at, 'schedule', 'rounded'] : ['schedule', 'rounded'];
    return [
      {
        code: 'scheme-combination',
        at: place,
        message,
        hint: 'take "rounded" out, or give this component a schedule of its own',
      },
    ];
  });
}

/** Every component has a schedule, its own or the scheme's; one paid by the event needs none. */
export function everyComponentHasASchedule(scheme: WrittenScheme): JsonMistake[] {
  if (scheme.schedule) return [];
  return leavesOf(scheme).flatMap(({ component, at }): JsonMistake[] => {
    if (component.schedule || (component.value && paysByEvents(component.value))) return [];
    const message = `${component.id} has no schedule, nor has the scheme; expected one that says what each period pays`;
    return [{ code: 'scheme-schedule', at, message, hint: 'add "schedule" to the scheme or to this component' }];
  });
}

function schedules(scheme: WrittenScheme): Placed<WrittenSchedule>[] {
  return wherever(scheme, 'schedule', scheme.schedule, ({ schedule }) => schedule);
}
