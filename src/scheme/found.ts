/** The one with an id. The checks have made sure that it is there: not to find it is a fault of ours. */
export function found<T extends { readonly id: string }>(among: readonly T[], id: string): T {
  const one = among.find((candidate) => candidate.id === id);
  if (one === undefined) throw new Error(`the checks let an unknown id through: ${id}`);
  return one;
}
