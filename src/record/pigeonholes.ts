import { Pigeonhole, type PlacedRow } from './pigeonhole.ts';
import type { ScratchFolder } from './scratch-folder.ts';

/** How finely rows are sorted out. */
export interface PigeonholeSizes {
  /** About so much text goes into one hole, so that the rows of one can be held. */
  readonly holeBytes: number;
  /** No more files than this are open at once. */
  readonly mostHoles: number;
}

const usualSizes: PigeonholeSizes = { holeBytes: 8 * 1024 * 1024, mostHoles: 100 };

/** The text of the rows that came since is taken down so often. It is cut from a large text, which it keeps alive so long. */
const rowsBetween = 4096;

/** All rows of one place that could be held at once, in the order in which they came. */
export interface RowsOfPlace {
  readonly place: number;
  readonly rows: readonly PlacedRow[];
}

/**
 * Puts the rows of a table in order of a place that each of them has, such as that of its practice; those of one place stay
 * in the order in which they came. A table that fits into one hole stays in memory; of a larger one each hole is a file with
 * the rows of some neighbouring places, so that no more than one hole of it is held at a time, however large it is.
 */
export class Pigeonholes {
  readonly #holes: readonly Pigeonhole[];
  readonly #placesInHole: number;
  readonly #first: number;
  readonly #name: string;
  readonly #scratch: ScratchFolder;
  readonly #sizes: PigeonholeSizes;
  #rows = 0;

  /** For about so many bytes of rows that have one of `places` places, from `first` on. */
  constructor(
    { first = 0, places, bytes, name = 'rows' }: { first?: number; places: number; bytes: number; name?: string },
    scratch: ScratchFolder,
    sizes: PigeonholeSizes = usualSizes,
  ) {
    const holes = Math.max(1, Math.min(places, sizes.mostHoles, Math.ceil(bytes / sizes.holeBytes)));
    const inMemory = holes === 1 ? sizes.holeBytes * 2 : 64 * 1024;
    this.#placesInHole = Math.max(1, Math.ceil(places / holes));
    this.#holes = Array.from({ length: holes }, (_, index) => new Pigeonhole(`${name}-${index}`, scratch, inMemory));
    this.#first = first;
    this.#name = name;
    this.#scratch = scratch;
    this.#sizes = sizes;
  }

  /** Takes a row, which has no line end in it, and the number of its line. */
  put(place: number, line: number, text: string): void {
    const hole = this.#holes[Math.floor((place - this.#first) / this.#placesInHole)];
    if (!hole) throw new Error(`no pigeonhole for place ${place}`);
    hole.put(place, line, text);
    this.#rows += 1;
    if (this.#rows % rowsBetween === 0) for (const each of this.#holes) each.takeDown();
  }

  /** All rows, place after place. They can be asked for once, when all are in. */
  *inOrder(): Generator<RowsOfPlace> {
    for (const [index, hole] of this.#holes.entries()) {
      const first = this.#first + index * this.#placesInHole;
      if (this.#placesInHole === 1) for (const rows of hole.rows()) yield { place: first, rows };
      else if (hole.bytes <= this.#sizes.holeBytes * 4) yield* sorted(hole);
      else yield* this.#sortedOutAgain(hole, first);
    }
  }

  /** The rows of a hole that is too full to be held, by holes of its own. */
  *#sortedOutAgain(hole: Pigeonhole, first: number): Generator<RowsOfPlace> {
    const whole = { first, places: this.#placesInHole, bytes: hole.bytes, name: `${this.#name}-${first}` };
    const finer = new Pigeonholes(whole, this.#scratch, this.#sizes);
    for (const rows of hole.rows()) for (const { place, line, text } of rows) finer.put(place, line, text);
    yield* finer.inOrder();
  }
}

function* sorted(hole: Pigeonhole): Generator<RowsOfPlace> {
  const byPlace = new Map<number, PlacedRow[]>();
  for (const rows of hole.rows()) {
    for (const row of rows) {
      const known = byPlace.get(row.place);
      if (known) known.push(row);
      else byPlace.set(row.place, [row]);
    }
  }
  for (const place of [...byPlace.keys()].sort((a, b) => a - b)) yield { place, rows: byPlace.get(place) ?? [] };
}
