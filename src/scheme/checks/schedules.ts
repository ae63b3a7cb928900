import { equals, formatShare, one, sum } from '../../domain/ratio.ts';
import type { Flaw } from '../flaw.ts';
import type { WrittenSchedule } from '../grammar/conditions.ts';
import type { WrittenScheme } from '../grammar/scheme.ts';
import { leavesOf } from '../tree.ts';
import { idsOf, isKnown, type Placed, wherever } from './names.ts';

/** Each schedule has a share for every period, and for nothing else. */
export function sharesNameEveryPeriod(scheme: WrittenScheme): Flaw[] {
  const { periods } = idsOf(scheme);
  return schedules(scheme).flatMap(({ it, at }) => {
    if (it.kind === 'equal') return [];
    const named = Object.keys(it.shares);
    const unknown = named.flatMap((period) => isKnown('period', period, periods, [...at, 'shares', period]));
    const missing = periods.filter((period) => !named.includes(period));
    return [
      ...unknown,
      ...missing.map(
        (period): Flaw => ({
          code: 'scheme-schedule',
          at: [...at, 'shares'],
          message: `the schedule has no share for the period ${period}; expected one for every period`,
          hint: `add ${JSON.stringify(period)}, "0%" if nothing is paid then`,
        }),
      ),
    ];
  });
}

/** The shares of each schedule add up to 1 exactly. */
export function sharesAddUpToOne(scheme: WrittenScheme): Flaw[] {
  return schedules(scheme).flatMap(({ it, at }): Flaw[] => {
    if (it.kind === 'equal') return [];
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

/** Every component has a schedule, its own or the scheme's; one paid by the event needs none. */
export function everyComponentHasASchedule(scheme: WrittenScheme): Flaw[] {
  if (scheme.schedule) return [];
  return leavesOf(scheme).flatMap(({ component, at }): Flaw[] => {
    if (component.schedule || component.value?.kind === 'per-event') return [];
    const message = `${component.id} has no schedule, nor has the scheme; expected one that says what each period pays`;
    return [{ code: 'scheme-schedule', at, message, hint: 'add "schedule" to the scheme or to this component' }];
  });
}

function schedules(scheme: WrittenScheme): Placed<WrittenSchedule>[] {
  return wherever(scheme, 'schedule', scheme.schedule, ({ schedule }) => schedule);
}
