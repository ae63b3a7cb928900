import { withSeparators } from '../domain/money/money.ts';
import { asSpoken } from '../domain/words/spoken.ts';
import type { Host } from './host.ts';
import { heedInterruption } from './interruption.ts';

/** Milliseconds before anything is said, and between two lines. */
const patience = 1000;
const interval = 200;
/** Once in so many steps a look is taken at the clock and at what was asked meanwhile. */
const stride = 256;

const clearLine = '\r\u{1b}[K';

/** The counter of a long piece of work: it says on a terminal how far it has come, and stops where the program is told to. */
export class Progress {
  readonly #host: Host;
  readonly #shown: boolean;
  readonly #start: number;
  #lastShown = 0;
  #steps = 0;
  #drawn = false;

  constructor(host: Host, shown: boolean) {
    this.#host = host;
    this.#shown = shown;
    this.#start = host.clock();
  }

  /** One more, or so many, of what is being counted: `claims read`. True when it is time to pause. */
  step(counted: string, by = 1): boolean {
    const looks = (this.#steps % stride) + by >= stride;
    this.#steps += by;
    if (looks) this.#look(counted);
    return looks;
  }

  /** Lets signals in, which no loop does of itself. */
  readonly pause = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    heedInterruption(this.#host.interrupted);
  };

  /** Begins to count something else, on a clear line. */
  restart(): void {
    this.#steps = 0;
    if (this.#drawn) this.#host.stderr.write(clearLine);
    this.#drawn = false;
  }

  #look(counted: string): void {
    heedInterruption(this.#host.interrupted);
    if (!this.#shown) return;
    const now = this.#host.clock();
    if (now - this.#start < patience || now - this.#lastShown < interval) return;
    this.#lastShown = now;
    this.#drawn = true;
    this.#host.stderr.write(`${clearLine}${withSeparators(String(this.#steps))} ${asSpoken(counted)}`);
  }
}
