/** What stands at a place of a list. A place that the list has not is a fault of ours. */
export function at<T>(list: readonly T[], place: number): T {
  const found = list[place];
  if (found === undefined) throw new Error(`nothing at place ${place} of ${list.length}`);
  return found;
}

/** What a table holds for a key. A key that the table has not is a fault of ours. */
export function atKey<K, T>(table: ReadonlyMap<K, T>, key: K): T {
  const found = table.get(key);
  if (found === undefined) throw new Error(`nothing for ${String(key)} among ${table.size}`);
  return found;
}
