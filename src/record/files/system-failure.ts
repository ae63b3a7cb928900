/**
 * The system would not do what it was asked: the disk is full, no permission, a file that changed while it was read.
 * It has the shape of the system's own errors, and nothing half-written is left unless it says so.
 */
export class SystemFailure extends Error {
  /** The system's own code, such as `ENOSPC`; `CHANGED` for a file that changed, `SHORT` for a write that was cut short. */
  readonly code: string;
  readonly syscall: string;
  /** The file or folder concerned. */
  readonly path: string;
  /** A folder that the failure left behind because it could not be removed either. */
  leftBehind: string | null = null;

  constructor(doing: string, path: string, code: string, why: string) {
    super(`could not ${doing} ${path}: ${why}`);
    this.name = 'SystemFailure';
    this.code = code;
    this.syscall = doing;
    this.path = path;
  }
}

/** Does something to a file; what the system refuses becomes a SystemFailure, anything else stays a fault of ours. */
export function attempt<T>(doing: string, path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw failureOf(doing, path, error);
  }
}

/** The same of something that takes its time. */
export async function attemptBeside<T>(doing: string, path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw failureOf(doing, path, error);
  }
}

function failureOf(doing: string, path: string, error: unknown): unknown {
  const code = systemCodeOf(error);
  if (code === null || !(error instanceof Error)) return error;
  return new SystemFailure(doing, path, code, error.message);
}

/** The code of an error that came from the system, or null. */
export function systemCodeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
