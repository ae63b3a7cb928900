/** Draws by chance, always the same from the same seed. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 to below 1. */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from one to another, both among them. */
  from(least: number, most: number): number {
    return least + Math.floor(this.#next() * (most - least + 1));
  }

  /** True once in so many times. */
  oneIn(times: number): boolean {
    return this.from(1, times) === 1;
  }

  of<T>(things: readonly T[]): T {
    const thing = things[this.from(0, things.length - 1)];
    if (thing === undefined) throw new Error('nothing to draw from');
    return thing;
  }

  some<T>(things: readonly T[], most = things.length): T[] {
    const left = [...things];
    const drawn: T[] = [];
    for (let count = this.from(0, Math.min(most, left.length)); count > 0; count -= 1) {
      drawn.push(...left.splice(this.from(0, left.length - 1), 1));
    }
    return drawn;
  }

  /** So many of what is drawn one by one. */
  times<T>(least: number, most: number, draw: (place: number) => T): T[] {
    return Array.from({ length: this.from(least, most) }, (_, place) => draw(place));
  }

  /** One of several ways, some more often than others. */
  way<T>(ways: readonly (readonly [weight: number, draw: () => T])[]): T {
    let at = this.from(
      1,
      ways.reduce((all, [weight]) => all + weight, 0),
    );
    for (const [weight, draw] of ways) {
      at -= weight;
      if (at <= 0) return draw();
    }
    throw new Error('no way');
  }

  /** Each part with its own chance: left out otherwise. */
  maybe<T extends object>(times: number, part: () => T): T | Record<string, never> {
    return this.oneIn(times) ? part() : {};
  }
}
