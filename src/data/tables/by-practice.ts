/** Rows as they are gathered, by practice code. */
export type ByPractice<T> = Map<string, T[]>;

export function gather<T>(rows: ByPractice<T>, practice: string, row: T): void {
  const sofar = rows.get(practice);
  if (sofar === undefined) rows.set(practice, [row]);
  else sofar.push(row);
}
