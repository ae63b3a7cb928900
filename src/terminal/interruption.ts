/** Thrown where a command sees that it is to stop; every folder it was writing is removed on the way out. */
export class Interruption extends Error {
  readonly exit: number;

  constructor(signal: unknown) {
    super(`interrupted by ${String(signal)}`);
    this.name = 'Interruption';
    this.exit = signal === 'SIGTERM' ? 143 : 130;
  }
}

/** Whether that is what was thrown: told by its name, as the command line and each command are bundled apart, with a class for each. */
export function isInterruption(thrown: unknown): thrown is Interruption {
  return thrown instanceof Error && thrown.name === 'Interruption';
}

/** Throws where the program has been told to stop. */
export function heedInterruption(interrupted: AbortSignal): void {
  if (interrupted.aborted) throw new Interruption(interrupted.reason);
}
