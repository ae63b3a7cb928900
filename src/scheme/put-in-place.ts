import type { JsonMistake, Path } from '../json/mistake.ts';
import type { WrittenScheme } from './grammar/scheme.ts';

/** A scheme with what each name stands for put in its place, each quantity by those before it; a name that nobody knows is left for the checks. */
export function namesPutInPlace<Scheme extends Pick<WrittenScheme, 'quantities'>>(scheme: Scheme): Scheme {
  if (scheme.quantities.length === 0) return scheme;
  const known = new Map<string, unknown>();
  const put = <Part>(part: Part): Part => {
    // Only the key `is` of named blocks is set, which their type has: the shape stays what it was.
    return putIn(part, known) as Part;
  };
  const quantities = scheme.quantities.map((each) => {
    const own = put(each);
    if (!known.has(each.id)) known.set(each.id, own.is);
    return own;
  });
  const { quantities: _, ...others } = scheme;
  return { ...scheme, ...put(others), quantities };
}

function putIn(node: unknown, known: ReadonlyMap<string, unknown>): unknown {
  if (Array.isArray(node)) return node.map((each) => putIn(each, known));
  if (typeof node !== 'object' || node === null) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, putIn(value, known)]));
  const name = nameOf(copy);
  return name !== null && known.has(name) ? { ...copy, is: known.get(name) } : copy;
}

function nameOf(node: unknown): string | null {
  if (typeof node !== 'object' || node === null || !('kind' in node) || !('name' in node)) return null;
  return node.kind === 'named' && typeof node.name === 'string' ? node.name : null;
}

/** Mistakes inside a named quantity, each once and where it is written, wherever the name is used. */
export function whereTheyAreWritten(mistakes: readonly JsonMistake[], scheme: WrittenScheme): readonly JsonMistake[] {
  if (scheme.quantities.length === 0) return mistakes;
  const told = new Set<string>();
  return mistakes
    .map((mistake) => ({ ...mistake, at: whereWritten(mistake.at, scheme) }))
    .filter(({ code, at, message }) => {
      const key = JSON.stringify([code, at, message]);
      return !told.has(key) && told.add(key);
    });
}

function whereWritten(path: Path, scheme: WrittenScheme): Path {
  let [node, at]: [unknown, Path] = [scheme, []];
  for (const step of path) {
    const index = step === 'is' ? scheme.quantities.findIndex(({ id }) => id === nameOf(node)) : -1;
    at = index >= 0 ? ['quantities', index, 'is'] : [...at, step];
    node = typeof node === 'object' && node !== null ? Reflect.get(node, step) : undefined;
  }
  return at;
}
