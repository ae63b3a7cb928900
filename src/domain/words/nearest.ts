import { distance } from 'fastest-levenshtein';

/** The known name that was most likely meant, or null where none is near: a third of the letters may differ. */
export function nearest(written: string, known: readonly string[]): string | null {
  const plain = plainName(written);
  const plainNames = plainNamesOf(known);
  let [best, least]: [string | undefined, number] = [undefined, Infinity];
  for (const [index, name] of plainNames.entries()) {
    // No fewer steps than the lengths differ by: most names need no closer look.
    if (Math.abs(name.length - plain.length) >= least) continue;
    const steps = stepsBetween(plain, name);
    if (steps < least) [best, least] = [known[index], steps];
  }
  return best !== undefined && least <= mostSteps(best) ? best : null;
}

const plainNamesByList = new WeakMap<readonly string[], readonly string[]>();

/** The plain names of a list, made once: a file may have a mistake in each of millions of rows. */
export function plainNamesOf(known: readonly string[]): readonly string[] {
  const made = plainNamesByList.get(known) ?? known.map(plainName);
  plainNamesByList.set(known, made);
  return made;
}

/** Of a name of one or two letters every other one would be near, so none is. */
function mostSteps(name: string): number {
  return name.length < 3 ? 0 : Math.max(1, Math.floor(name.length / 3));
}

/** How many slips of the fingers lie between two names. Letters that changed places are one, though two changes of letters. */
export function stepsBetween(a: string, b: string): number {
  return a.length === b.length && a !== b && sorted(a) === sorted(b) ? 1 : distance(a, b);
}

function sorted(name: string): string {
  return [...name].sort().join('');
}

/** `Practice Code`, `practice-code` and `practice_code` are spelt alike. */
export function plainName(name: string): string {
  return name
    .slice(0, 100)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
