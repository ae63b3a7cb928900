import type { Case } from './written.ts';

/** The smallest case that is found by taking things out, one after another, for which something still holds. */
export async function reduced(run: Case, holds: (run: Case) => Promise<boolean>): Promise<Case> {
  let [small, isSmaller] = [structuredClone(run), true];
  while (isSmaller) {
    isSmaller = false;
    for (const place of placesIn(small).reverse()) {
      const tried = structuredClone(small);
      if (!takeOut(tried, place)) continue;
      if (await holds(tried).catch(() => false)) {
        small = tried;
        isSmaller = true;
      }
    }
  }
  return small;
}

type Place = readonly (string | number)[];

/** Every place in a tree of objects and lists at which something may be taken out, or put in place of what is around it. */
function placesIn(tree: unknown, above: Place = []): Place[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const keys: (string | number)[] = Array.isArray(tree) ? [...tree.keys()] : Object.keys(tree);
  return keys.flatMap((key) => {
    const at = [...above, key];
    return [at, ...placesIn(Reflect.get(tree, key), at)];
  });
}

function takeOut(tree: unknown, [key = '', ...rest]: Place): boolean {
  if (typeof tree !== 'object' || tree === null || !Reflect.has(tree, key)) return false;
  if (rest.length > 0) return takeOut(Reflect.get(tree, key), rest);
  if (Array.isArray(tree)) tree.splice(Number(key), 1);
  else Reflect.deleteProperty(tree, key);
  return true;
}
