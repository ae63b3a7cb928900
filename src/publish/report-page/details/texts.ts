import { gap, type PackedText } from './packed.ts';

const number = /\d[\d,]*(?:\.\d+)?/g;

/** Gathers texts, each once. */
export class Texts {
  readonly #places = new Map<string, number>();

  /** The place of a text as it stands. */
  put(text: string): number {
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    const place = this.#places.size;
    this.#places.set(text, place);
    return place;
  }

  /** The same of a text whose numbers differ: they stand beside it. */
  pack(text: string): PackedText {
    const numbers = text.match(number);
    if (numbers === null || text.includes(gap)) return this.put(text);
    return [this.put(text.replaceAll(number, gap)), ...numbers];
  }

  get all(): readonly string[] {
    return [...this.#places.keys()];
  }
}

/** The text that was packed. */
export function unpacked(texts: readonly string[], packed: PackedText): string {
  const [place, ...numbers] = typeof packed === 'number' ? [packed] : packed;
  const text = texts[place];
  if (text === undefined) throw new Error(`no text at place ${place}`);
  let next = 0;
  return numbers.length === 0 ? text : text.replaceAll(gap, () => numbers[next++] ?? '');
}
