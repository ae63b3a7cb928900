import { withSeparators } from '../domain/money/money.ts';
import type { Host } from './host.ts';
import { heedInterruption } from './interruption.ts';

/** Milliseconds before anything is said, and between two lines. */
const patience = 1000;
const interval = 200;
/** A look is taken at the clock, and at what was asked meanwhile, once in so many steps at the most; oftener where a step takes long. */
const longestStride = 256;
const [quick, slow] = [50, 200];

const clearLine = '\r\u{1b}[K';

/** The counter of a long piece of work: it says on a terminal how far it has come, and stops where the program is told to. */
export class Progress {
  readonly #host: Host;
  readonly #shown: boolean;
  readonly #start: number;
  #lastShown = 0;
  #began: number;
  #lastLook: number;
  #steps = 0;
  #of: number | null = null;
  #unseen = 0;
  #stride = 1;
  #drawn = false;

  constructor(host: Host, shown: boolean) {
    this.#host = host;
    this.#shown = shown;
    this.#start = host.clock();
    this.#began = this.#start;
    this.#lastLook = this.#start;
  }

  /** One more, or so many, of what is being counted: `claims read`. True when it is time to pause. */
  step(counted: string, by = 1): boolean {
    this.#steps += by;
    this.#unseen += by;
    if (this.#unseen < this.#stride) return false;
    this.#unseen = 0;
    this.#look(counted);
    return true;
  }

  /** Lets signals in, which no loop does of itself. */
  readonly pause = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    heedInterruption(this.#host.interrupted);
  };

  /** Begins to count something else, on a clear line; so many of it, where that is known. */
  restart(of: number | null = null): void {
    this.clear();
    this.#steps = 0;
    this.#of = of;
    this.#began = this.#host.clock();
  }

  /** Takes the line away, so that something else can be said. */
  clear(): void {
    if (this.#drawn) this.#host.stderr.write(clearLine);
    this.#drawn = false;
  }

  #look(counted: string): void {
    heedInterruption(this.#host.interrupted);
    const now = this.#host.clock();
    const took = now - this.#lastLook;
    this.#lastLook = now;
    if (took < quick) this.#stride = Math.min(longestStride, this.#stride * 2);
    if (took > slow) this.#stride = Math.max(1, Math.floor(this.#stride / 2));
    if (!this.#shown || now - this.#start < patience || now - this.#lastShown < interval) return;
    this.#lastShown = now;
    this.#drawn = true;
    this.#host.stderr.write(`${clearLine}${this.#saysHowFar(counted)}${this.#saysHowLong(now)}`);
  }

  #saysHowFar(counted: string): string {
    const of = this.#of === null ? '' : ` of ${withSeparators(String(this.#of))}`;
    return `${withSeparators(String(this.#steps))}${of} ${counted}`;
  }

  /** How long yet, if the rest goes as what is done went; nothing in the first second. */
  #saysHowLong(now: number): string {
    const spent = now - this.#began;
    if (this.#of === null || this.#steps >= this.#of || spent < patience) return '';
    const seconds = Math.ceil((spent * (this.#of - this.#steps)) / this.#steps / 1000);
    return seconds < 100 ? `, about ${seconds} s to go` : `, about ${Math.round(seconds / 60)} min to go`;
  }
}
