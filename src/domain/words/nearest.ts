import { distance } from 'fastest-levenshtein';

/** The known name that was most likely meant, or null where none is near: a third of the letters may differ; capitals, hyphens and underscores are none. */
export function nearest(written: string, known: readonly string[]): string | null {
  const letters = lettersOf(written);
  let [best, least]: [string | undefined, number] = [undefined, Infinity];
  for (const [index, name] of madeOnce(lettersByList, known, lettersOf).entries()) {
    // No fewer steps than the lengths differ by: most names need no closer look.
    if (Math.abs(name.length - letters.length) >= least) continue;
    const steps = stepsBetween(letters, name);
    if (steps < least) [best, least] = [known[index], steps];
  }
  return best !== undefined && least <= mostSteps(lettersOf(best)) ? best : null;
}

type NamesByList = WeakMap<readonly string[], readonly string[]>;

const plainNamesByList: NamesByList = new WeakMap();
const lettersByList: NamesByList = new WeakMap();

/** The plain names of a list. */
export function plainNamesOf(known: readonly string[]): readonly string[] {
  return madeOnce(plainNamesByList, known, plainName);
}

/** What is made of each name of a list, once: a file may have a mistake in each of millions of rows. */
function madeOnce(byList: NamesByList, known: readonly string[], make: (name: string) => string): readonly string[] {
  const made = byList.get(known) ?? known.map(make);
  byList.set(known, made);
  return made;
}

/** `short_title`, `short-title`, `Short Title` and `shortTitle` are the same letters. */
function lettersOf(name: string): string {
  return plainName(name).replaceAll(' ', '');
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
