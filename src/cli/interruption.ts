/** Thrown where a command sees that it is to stop; every folder it was writing is removed on the way out. */
export class Interruption extends Error {
  readonly exit: number;

  constructor(signal: unknown) {
    super(`interrupted by ${String(signal)}`);
    this.exit = signal === 'SIGTERM' ? 143 : 130;
  }
}

/** Throws where the program has been told to stop. */
export function heedInterruption(interrupted: AbortSignal): void {
  if (interrupted.aborted) throw new Interruption(interrupted.reason);
}
