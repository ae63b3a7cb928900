// What in a change of a schema could break a reader or a writer. The rule, as the manual has it:
//
// - Of what the program prints or writes a key may be added, and one that could be missing may always be there; a reader passes over keys
//   that it does not know. A key that is taken out or may now be missing, another type, a wider pattern, a new word in a closed list: all
//   that takes a new number.
// - What is sealed (run.json, the records of a ledger) is held to the byte: any change takes a new number.
// - Of what people write all that was right stays right: a key may be added that need not be there, a list of words may grow.
// - Of a CSV a column may be added at the end, where nothing reads it by its bytes; every other change waits for a major version.

interface Schema {
  readonly [key: string]: unknown;
}

/** Each way in which documents of `narrow` are not all documents of `wide`; none where they are. `adds` lets a document have more keys. */
export function breaksOf(narrow: unknown, wide: unknown, adds: boolean): string[] {
  return new Comparison(narrow, wide, adds).breaks();
}

class Comparison {
  readonly #narrow: Schema;
  readonly #wide: Schema;
  readonly #adds: boolean;
  /** What was found of each pair of blocks, nothing while it is compared: a block that holds itself, or stands in many places, is compared once. */
  readonly #found = new Map<unknown, Map<unknown, readonly string[]>>();

  constructor(narrow: unknown, wide: unknown, adds: boolean) {
    this.#narrow = schemaOf(narrow);
    this.#wide = schemaOf(wide);
    this.#adds = adds;
  }

  breaks(): string[] {
    return this.#compare(this.#narrow, this.#wide, '');
  }

  #compare(narrow: unknown, wide: unknown, at: string): string[] {
    const known = this.#found.get(narrow)?.get(wide);
    if (known) return [...known];
    const of = this.#found.get(narrow) ?? new Map<unknown, readonly string[]>();
    this.#found.set(narrow, of.set(wide, []));
    const found = this.#compareResolved(resolved(narrow, this.#narrow), resolved(wide, this.#wide), at);
    of.set(wide, found);
    return found;
  }

  #compareResolved(narrow: Schema, wide: Schema, at: string): string[] {
    const each = branches(narrow);
    if (each) return each.flatMap((branch) => this.#compare(branch, wide, at));
    const any = branches(wide);
    if (any) {
      const tried = any.map((branch) => this.#compare(narrow, branch, at));
      const best = tried.reduce((a, b) => (a.length <= b.length ? a : b));
      return tried.some((found) => found.length === 0) ? [] : best;
    }
    return [
      ...typesOf(narrow).flatMap((type) => (allows(wide, type) ? [] : [`${place(at)} may be of the type ${type}`])),
      ...this.#words(narrow, wide, at),
      ...limits.flatMap((key) =>
        narrow[key] === wide[key] || wide[key] === undefined ? [] : [`${place(at)}: ${key}`],
      ),
      ...this.#keys(narrow, wide, at),
      ...(wide.items === undefined ? [] : this.#compare(narrow.items, wide.items, `${at}[]`)),
    ];
  }

  #words(narrow: Schema, wide: Schema, at: string): string[] {
    const allowed = wordsOf(wide);
    if (allowed === null) return [];
    const words = wordsOf(narrow);
    if (words === null) return [`${place(at)} may be any ${typesOf(narrow).join(' or ')}`];
    return words.filter((word) => !allowed.includes(word)).map((word) => `${place(at)} may be ${word}`);
  }

  #keys(narrow: Schema, wide: Schema, at: string): string[] {
    const [own, known] = [schemaOf(narrow.properties), schemaOf(wide.properties)];
    const [has, needs] = [namesIn(narrow.required), namesIn(wide.required)];
    const missing = needs.filter((key) => !has.includes(key)).map((key) => `${at}/${key} may be missing`);
    const gone = Object.keys(known).filter((key) => this.#adds && own[key] === undefined && !needs.includes(key));
    const inside = Object.keys(own).flatMap((key) => {
      if (known[key] !== undefined) return this.#compare(own[key], known[key], `${at}/${key}`);
      return this.#adds || wide.additionalProperties !== false ? [] : [`${at}/${key} is not known`];
    });
    const others =
      typeof narrow.additionalProperties === 'object' && typeof wide.additionalProperties === 'object'
        ? this.#compare(narrow.additionalProperties, wide.additionalProperties, `${at}/*`)
        : [];
    return [...missing, ...gone.map((key) => `${at}/${key} is gone`), ...inside, ...others];
  }
}

const limits = ['pattern', 'minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'format'];

function schemaOf(value: unknown): Schema {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function resolved(schema: unknown, root: Schema): Schema {
  const { $ref, ...own } = schemaOf(schema);
  if (typeof $ref !== 'string') return own;
  const target = $ref
    .split('/')
    .slice(1)
    .reduce((inner, step) => schemaOf(schemaOf(inner)[step]), root);
  return { ...resolved($ref === '#' ? root : target, root), ...own };
}

function branches(schema: Schema): readonly unknown[] | null {
  const any = schema.anyOf ?? schema.oneOf;
  return Array.isArray(any) ? any : null;
}

function typesOf({ type }: Schema): readonly string[] {
  return Array.isArray(type) ? type.map(String) : type === undefined ? [] : [String(type)];
}

function allows(schema: Schema, type: string): boolean {
  const types = typesOf(schema);
  return types.length === 0 || types.includes(type) || (type === 'integer' && types.includes('number'));
}

function wordsOf(schema: Schema): readonly unknown[] | null {
  if (schema.const !== undefined) return [schema.const];
  return Array.isArray(schema.enum) ? schema.enum : null;
}

function namesIn(required: unknown): readonly string[] {
  return Array.isArray(required) ? required.map(String) : [];
}

function place(at: string): string {
  return at === '' ? 'the whole' : at;
}
