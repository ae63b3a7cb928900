import { distance } from 'fastest-levenshtein';

/** The known name that was most likely meant, or null where none is near: a third of the letters may differ. */
export function nearest(written: string, known: readonly string[]): string | null {
  const plain = plainName(written);
  const steps = known.map((name) => stepsBetween(plain, plainName(name)));
  const least = Math.min(...steps);
  const best = known[steps.indexOf(least)];
  return best !== undefined && least <= mostSteps(best) ? best : null;
}

/** Of a name of one or two letters every other one would be near, so none is. */
function mostSteps(name: string): number {
  return name.length < 3 ? 0 : Math.max(1, Math.floor(name.length / 3));
}

/** How many slips of the fingers lie between two names. Letters that changed places are one, though two changes of letters. */
export function stepsBetween(a: string, b: string): number {
  return sorted(a) === sorted(b) && a !== b ? 1 : distance(a, b);
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
