import { eventDays } from '../../calculate/claims/event-days.ts';
import type { PracticeAsAt } from '../../calculate/practice-as-at.ts';
import { at } from '../../domain/at.ts';
import { addDays, type Day } from '../../domain/day.ts';
import type { Period, Scheme } from '../../domain/scheme/scheme.ts';

/** The periods to which events can still come as at a day, and those whose claims are all in. */
export interface OpenEvents {
  readonly isOpen: (period: Period, known: Pick<PracticeAsAt, 'joinsOn' | 'leavesOn'>) => boolean;
  /** Whether every claim for the events of a period is in. */
  readonly isOver: (period: Period) => boolean;
}

/** When claims of a scheme can still be made as at a day. */
export function openEvents(scheme: Scheme, asAt: Day): OpenEvents {
  const { claimWindow, term, periods } = scheme;
  const days = eventDays(scheme);
  /** By period, the last event that can still be claimed on a day for it, or null. */
  const lastEvents = periods.map((period) => (claimWindow === null ? null : lastEventOf(period)));

  function lastEventOf(period: Period): Day | null {
    const byClaim = claimWindow?.countsIn === 'period-of-claim';
    // Where an event belongs to the period in which it was claimed, it may have fallen before that.
    const first = byClaim ? term.start : period.start;
    for (let day = period.end; day >= first; day = addDays(day, -1)) {
      const claimedOn = laterOf(day, asAt);
      if (days.lastDayToClaim(day) >= claimedOn && (!byClaim || days.periodOf(day, claimedOn) === period.index))
        return day;
    }
    return null;
  }

  return {
    isOpen: ({ index, start }, { joinsOn, leavesOn }) => {
      const last = at(lastEvents, index);
      if (last === null || (joinsOn !== null && last < joinsOn)) return false;
      // What a leaver still claims fell before it left: its own last day is looked at by itself.
      return (
        leavesOn === null ||
        leavesOn >= last ||
        (leavesOn >= start && days.lastDayToClaim(leavesOn) >= laterOf(leavesOn, asAt))
      );
    },
    isOver: ({ index, end }) => asAt > end && at(lastEvents, index) === null,
  };
}

function laterOf(a: Day, b: Day): Day {
  return b > a ? b : a;
}
