/** What stands at a place of a list. A place that the list has not is a fault of ours. */
export function at<T>(list: readonly T[], place: number): T {
  const found = list[place];
  if (found === undefined) throw new Error(`nothing at place ${place} of ${list.length}`);
  return found;
}
