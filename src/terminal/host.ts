/** Everything outside the program that a command may see. main.ts makes the real one, a test makes its own. */
export interface Host {
  /** What was typed after the name of the program. */
  readonly args: readonly string[];
  readonly env: Environment;
  readonly stdout: Output;
  readonly stderr: Output;
  /** The folder of the schemes that come with the program. */
  readonly schemes: URL;
  /** The folder of the fonts that letters are set in. */
  readonly fonts: URL;
  /** Where files may be made that are gone when the program ends. */
  readonly temporary: string;
  /** Aborted by SIGINT or SIGTERM; its reason is the name of the signal. */
  readonly interrupted: AbortSignal;
  /** The time of day in ISO 8601, for provenance.json alone. */
  readonly now: () => string;
  /** Milliseconds from any fixed moment, for progress alone. */
  readonly clock: () => number;
  /** Starts the program once more with other arguments, beside this one, and answers when it has ended. It is interrupted with this one. */
  readonly again: (args: readonly string[]) => Promise<Ended>;
  /** `v20.19.0 linux x64`. */
  readonly machine: string;
}

/** What a program that was started came to. */
export interface Ended {
  /** Null where it was killed. */
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The environment variables that may change the colour of what is printed; none changes a figure. */
export interface Environment {
  readonly NO_COLOR?: string | undefined;
  readonly FORCE_COLOR?: string | undefined;
  readonly TERM?: string | undefined;
}

export interface Output {
  readonly isTerminal: boolean;
  /** How wide the terminal is, in characters; null where there is none, or it does not say. */
  readonly columns: number | null;
  /** Never throws; what goes wrong is told by `finished`. A reader that went away is nothing wrong. */
  write(text: string): void;
  /** Settles when all that was written has been taken, with what went wrong, if anything did. */
  finished(): Promise<Error | null>;
}
