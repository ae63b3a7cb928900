import { Pigeonhole, type PlacedRow } from './pigeonhole.ts';
import type { ScratchFolder } from './scratch-folder.ts';

/** How finely rows are sorted out. */
export interface PigeonholeSizes {
  /** About so many bytes go into one hole, so that the rows of one can be held. */
  readonly holeBytes: number;
  /** No more files than this are open at once. */
  readonly mostHoles: number;
}

const usualSizes: PigeonholeSizes = { holeBytes: 4 * 1024 * 1024, mostHoles: 200 };

/** Rows that have a place from `first` on. */
interface Extent {
  readonly first: number;
  readonly places: number;
  /** About how much text they come to. */
  readonly bytes: number;
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
  readonly #scratch: ScratchFolder;
  readonly #sizes: PigeonholeSizes;

  constructor({ first, places, bytes }: Extent, scratch: ScratchFolder, sizes: PigeonholeSizes = usualSizes) {
    const { holeBytes, mostHoles } = sizes;
    const holes = Math.max(1, Math.min(places, mostHoles, Math.ceil(bytes / holeBytes)));
    const inMemory = holes === 1 ? holeBytes * 2 : 32 * 1024;
    const name = (hole: number) => `rows-${first}-${places}-${hole}`;
    this.#placesInHole = Math.max(1, Math.ceil(places / holes));
    this.#holes = Array.from({ length: holes }, (_, hole) => new Pigeonhole(name(hole), scratch, inMemory));
    this.#first = first;
    this.#scratch = scratch;
    this.#sizes = sizes;
  }

  /** Takes a row and the number of its line. */
  put(place: number, line: number, text: string): void {
    const hole = this.#holes[Math.floor((place - this.#first) / this.#placesInHole)];
    if (!hole) throw new Error(`no pigeonhole for place ${place}`);
    hole.put(place, line, text);
  }

  /** All rows, place after place: those of one place at a time, or as many of them as can be held. They can be asked for once. */
  *inOrder(): Generator<readonly PlacedRow[]> {
    for (const [index, hole] of this.#holes.entries()) {
      if (this.#placesInHole === 1) yield* hole.rows();
      else if (hole.bytes <= this.#sizes.holeBytes * 4) yield* hole.rowsByPlace();
      else yield* this.#sortedOutAgain(hole, this.#first + index * this.#placesInHole);
    }
  }

  /** The rows of a hole that is too full to be held, by holes of its own. */
  *#sortedOutAgain(hole: Pigeonhole, first: number): Generator<readonly PlacedRow[]> {
    const finer = new Pigeonholes({ first, places: this.#placesInHole, bytes: hole.bytes }, this.#scratch, this.#sizes);
    for (const rows of hole.rows()) for (const { place, line, text } of rows) finer.put(place, line, text);
    yield* finer.inOrder();
  }
}
