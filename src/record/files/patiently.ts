import { systemCodeOf } from './system-failure.ts';

/** Milliseconds before each further try: a second and a half in all. */
const waits = [10, 20, 50, 120, 300, 1000];

/** What Windows says while a virus scanner or an indexer holds a file open, most often for some milliseconds. */
const heldOpen: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** Does on Windows what another program may stand against for a moment, and tries again; what still fails is told as it is. */
export function patiently<T>(platform: string, act: () => T, wait: (milliseconds: number) => void = sleep): T {
  for (const milliseconds of platform === 'win32' ? waits : []) {
    try {
      return act();
    } catch (error) {
      if (!heldOpen.has(systemCodeOf(error) ?? '')) throw error;
      wait(milliseconds);
    }
  }
  return act();
}

/** Waits without letting anything else have its turn: what is written is half done. */
function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
