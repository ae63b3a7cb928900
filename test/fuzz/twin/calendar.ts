/** Days are counted from 1 January 1970, by the calendar that the tests' own machine keeps. */
export function dayOf(text: string): number {
  return Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10))) / 86_400_000;
}

export function textOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** The same day so many months later, or the last of that month where it has none. */
export function monthsAfter(day: number, months: number): number {
  const on = new Date(day * 86_400_000);
  const first = Date.UTC(on.getUTCFullYear(), on.getUTCMonth() + months, 1) / 86_400_000;
  return first + Math.min(on.getUTCDate(), lengthOfMonth(first)) - 1;
}

/** As `monthsAfter`, but from the last day of a month to the last day of one. */
export function monthsAfterEnd(day: number, months: number): number {
  const isLast = new Date((day + 1) * 86_400_000).getUTCDate() === 1;
  return isLast ? monthsAfter(day + 1, months) - 1 : monthsAfter(day, months);
}

function lengthOfMonth(first: number): number {
  const on = new Date(first * 86_400_000);
  return Date.UTC(on.getUTCFullYear(), on.getUTCMonth() + 1, 1) / 86_400_000 - first;
}
