import type { ScratchFolder } from '../files/scratch-folder.ts';
import { Partition } from './partition.ts';
import { type PlaceRows, ReadingRoom } from './placed-rows.ts';

/** How finely rows are sorted out. */
export interface PartitionSizes {
  /** About so many bytes go into one hole, so that the rows of one can be held. */
  readonly holeBytes: number;
  /** No more files than this are open at once. */
  readonly mostHoles: number;
}

const usualSizes: PartitionSizes = { holeBytes: 1024 * 1024, mostHoles: 200 };

/** Rows that have a place from `first` on. */
interface Extent {
  /** How many numbers each row has beside its bytes. */
  readonly fields: number;
  readonly first: number;
  readonly places: number;
  /** About how many bytes they come to, without their numbers. */
  readonly bytes: number;
}

/**
 * Puts the rows of a table in order of a place that each of them has, such as that of its practice; those of one place stay
 * in the order in which they came. A table that fits into one hole stays in memory; of a larger one each hole is a file with
 * the rows of some neighbouring places, so that no more than one hole of it, or one place, is held at a time, however large it is.
 */
export class Partitions {
  readonly #holes: readonly Partition[];
  readonly #placesInHole: number;
  readonly #fields: number;
  readonly #first: number;
  readonly #scratch: ScratchFolder;
  readonly #sizes: PartitionSizes;
  #count = 0;

  /** Its files have names that begin with `name`. */
  constructor(
    { fields, first, places, bytes }: Extent,
    scratch: ScratchFolder,
    sizes: PartitionSizes = usualSizes,
    name = 'rows',
  ) {
    const { holeBytes, mostHoles } = sizes;
    const holes = Math.max(1, Math.min(places, mostHoles, Math.ceil(bytes / holeBytes)));
    const inMemory = holes === 1 ? holeBytes * 2 : 32 * 1024;
    this.#placesInHole = Math.max(1, Math.ceil(places / holes));
    this.#holes = Array.from({ length: holes }, (_, hole) => {
      return new Partition(`${name}-${hole}`, fields, scratch, inMemory);
    });
    this.#fields = fields;
    this.#first = first;
    this.#scratch = scratch;
    this.#sizes = sizes;
  }

  /** Takes the numbers of a row, and its bytes from `start` to `end`. */
  put(place: number, fields: ArrayLike<number>, bytes: Buffer, start: number, end: number): void {
    const hole = this.#holes[Math.floor((place - this.#first) / this.#placesInHole)];
    if (!hole) throw new Error(`no partition for place ${place}`);
    hole.put(place, fields, bytes, start, end);
    this.#count += 1;
  }

  /** How many rows were put. */
  get count(): number {
    return this.#count;
  }

  /** All rows, place after place. The last time that they are asked for they are let go. */
  *inOrder(isLastTime = true): Generator<PlaceRows> {
    const room = new ReadingRoom();
    for (const [index, hole] of this.#holes.entries()) {
      const first = this.#first + index * this.#placesInHole;
      if (hole.bytes === 0) continue;
      // All rows of one place are held at once, however many they are.
      const canBeHeld = this.#placesInHole === 1 || hole.bytes <= this.#sizes.holeBytes * 4;
      if (canBeHeld) yield* hole.byPlace(first, this.#placesInHole, room);
      else yield* this.#sortedOutAgain(hole, first, isLastTime);
      if (isLastTime) hole.discard();
    }
  }

  /** The rows of a hole that is too full to be held, by holes of its own. */
  *#sortedOutAgain(hole: Partition, first: number, isLastTime: boolean): Generator<PlaceRows> {
    const extent = { fields: this.#fields, first, places: this.#placesInHole, bytes: hole.bytes };
    const finer = new Partitions(extent, this.#scratch, this.#sizes, hole.name);
    for (const rows of hole.pieces()) {
      for (let row = 0; row < rows.count; row += 1) {
        const at = rows.fieldsAt(row);
        const fields = rows.numbers.subarray(at, at + this.#fields);
        finer.put(rows.placeOf(row), fields, rows.bytes, rows.startOf(row), rows.endOf(row));
      }
    }
    if (isLastTime) hole.discard();
    yield* finer.inOrder();
  }
}
