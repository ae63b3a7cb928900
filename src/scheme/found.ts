/** Where each id stands in a list that has been asked before: as many places name as many ids. */
const places = new WeakMap<readonly unknown[], ReadonlyMap<string, number>>();

/** The one with an id. The checks have made sure that it is there: not to find it is a fault of ours. */
export function found<T extends { readonly id: string }>(among: readonly T[], id: string): T {
  const known = places.get(among) ?? placesOf(among);
  places.set(among, known);
  const one = among[known.get(id) ?? -1];
  if (one === undefined) throw new Error(`the checks let an unknown id through: ${id}`);
  return one;
}

/** Of two with one id the first. */
function placesOf(among: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(among.map(({ id }, place): [string, number] => [id, place]).reverse());
}
