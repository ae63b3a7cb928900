import { addDays, type Day, day } from '../domain/day.ts';

const aMonday = day('2020-11-09');

/** Whether banks pay on a day: not on Saturdays, Sundays and holidays. */
export function isWorkingDay(on: Day, holidays: ReadonlySet<Day>): boolean {
  const weekday = (((on - aMonday) % 7) + 7) % 7;
  return weekday < 5 && !holidays.has(on);
}

/** The day that lies so many working days before another; of none, the day itself. */
export function workingDaysBefore(on: Day, count: number, holidays: ReadonlySet<Day>): Day {
  let [found, left] = [on, count];
  while (left > 0) {
    found = addDays(found, -1);
    if (isWorkingDay(found, holidays)) left -= 1;
  }
  return found;
}
