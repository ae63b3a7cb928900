import { readFileSync } from 'node:fs';

// Which blocks of the language, and which of their keys, were drawn. What there is to draw is read from the published schema of scheme files.

type Names = ReadonlyMap<string, number>;

const rooms = [
  'quantityBlock',
  'value',
  'adjustment',
  'achievement',
  'schedule',
  'condition',
  'recovery',
  'component',
  'group',
];
const parts = ['evidence', 'claimWindow', 'leaving', 'joining', 'rounding', 'population', 'holidays', 'allOrNothing'];
const sayNothing = new Set(['clause', 'title', 'id', 'kind', '$schema', 'what']);

/** Every block of the language with each of its keys: `bands.how`, `recovery.smallest`, `scheme.holidays`. */
export function blocksOfTheLanguage(): string[] {
  const schema: unknown = JSON.parse(
    readFileSync(new URL('../../../schemes/scheme.schema.json', import.meta.url), 'utf8'),
  );
  const [defs, properties] = [inside(schema, '$defs'), inside(schema, 'properties')];
  const names = new Set<string>();
  for (const room of rooms) namesIn(inside(defs, room), room, names);
  for (const part of parts) namesIn(inside(properties, part), part, names);
  for (const key of Object.keys(properties ?? {})) if (!sayNothing.has(key)) names.add(`scheme.${key}`);
  return [...names].filter((name) => !name.startsWith('to-be-confirmed')).sort();
}

function inside(tree: unknown, key: string): object | null {
  const found: unknown = typeof tree === 'object' && tree !== null ? Reflect.get(tree, key) : null;
  return typeof found === 'object' ? found : null;
}

function namesIn(schema: object | null, around: string, names: Set<string>): void {
  if (schema === null) return;
  const properties = inside(schema, 'properties');
  const kind: unknown =
    properties && inside(properties, 'kind') && Reflect.get(inside(properties, 'kind') ?? {}, 'const');
  const name = typeof kind === 'string' ? kind : around;
  for (const key of Object.keys(properties ?? {})) if (!sayNothing.has(key)) names.add(`${name}.${key}`);
  for (const [key, part] of Object.entries(properties ?? {})) if (key !== 'kind') namesIn(part, key, names);
  for (const way of ['oneOf', 'anyOf', 'allOf', 'prefixItems']) {
    const ways: unknown = Reflect.get(schema, way);
    for (const each of Array.isArray(ways) ? ways : []) namesIn(each, name, names);
  }
  namesIn(inside(schema, 'items'), around, names);
}

/** Counts the blocks that stand in a scheme, and their keys. */
export class Drawn {
  readonly #counts = new Map<string, number>();

  count(scheme: object): void {
    this.#countIn(scheme, 'scheme');
  }

  get counts(): Names {
    return this.#counts;
  }

  #countIn(tree: object, around: string): void {
    const kind: unknown = Reflect.get(tree, 'kind');
    const under = Reflect.has(tree, 'group') ? 'group' : around;
    const name = typeof kind === 'string' && around !== 'population' ? kind : under;
    for (const [key, part] of Object.entries(tree)) {
      if (!Array.isArray(tree)) this.#add(`${name}.${key}`);
      if (typeof part === 'object' && part !== null) this.#countIn(part, Array.isArray(tree) ? around : nameOf(key));
    }
  }

  #add(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }
}

/** Of a list the name of what stands in it, where the schema has one. */
function nameOf(key: string): string {
  const names: Readonly<Record<string, string>> = { components: 'component', conditions: 'condition' };
  return names[key] ?? key;
}
