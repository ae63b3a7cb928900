import type { Cause } from './cause.ts';

/** A place of a scheme file in which two of them differ; null where one has nothing there. */
export interface SchemeChange {
  /** `components.engagement.value.pounds`: things in a list by their ids, where they have one. */
  readonly path: readonly string[];
  readonly before: string | null;
  readonly after: string | null;
}

/** Every place in which the JSON of two scheme files differs, in the order of the second, then what only the first has. */
export function schemeChanges(before: unknown, after: unknown, path: readonly string[] = []): SchemeChange[] {
  const [was, is] = [partsOf(before), partsOf(after)];
  if (was === null || is === null) {
    const [from, to] = [written(before), written(after)];
    return from === to ? [] : [{ path, before: from, after: to }];
  }
  const keys = new Set([...is.keys(), ...was.keys()]);
  return [...keys].flatMap((key) => schemeChanges(was.get(key), is.get(key), [...path, key]));
}

/** The parts of a block or a list by name; null for a plain value. */
function partsOf(value: unknown): ReadonlyMap<string, unknown> | null {
  if (Array.isArray(value)) return new Map(value.map((each, index) => [nameOf(each) ?? String(index + 1), each]));
  if (typeof value === 'object' && value !== null) return new Map(Object.entries(value));
  return null;
}

function nameOf(value: unknown): string | null {
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : null;
}

function written(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

/** What a scheme says of itself and for its reader: no figure depends on it. */
const wordsOnly: ReadonlySet<string> = new Set([
  '$schema',
  'title',
  'shortTitle',
  'events',
  'clause',
  'commissioner',
  'source',
  'assumptions',
  'headlines',
  'examples',
]);

/** Whether a change is one of words alone, on which no figure depends. */
export function isOfWords({ path }: SchemeChange): boolean {
  return wordsOnly.has(path[0] ?? '') || wordsOnly.has(path.at(-1) ?? '');
}

/** A change of the scheme as a cause: of its own component where it stands in one. */
export function schemeCause(change: SchemeChange): Cause {
  const [block, component] = change.path;
  const touches = block === 'components' && component !== undefined ? [component] : 'all';
  return { kind: 'scheme', says: saySchemeChange(change), file: 'scheme.json', touches };
}

/** `scheme value components.engagement.value.pounds "0.50" → "0.55" (scheme.json)`. */
export function saySchemeChange({ path, before, after }: SchemeChange): string {
  return `scheme: ${path.join('.')} ${shortened(before)} → ${shortened(after)} (scheme.json)`;
}

function shortened(text: string | null): string {
  if (text === null) return 'nothing';
  return text.length <= 100 ? text : `${text.slice(0, 100)}…`;
}
