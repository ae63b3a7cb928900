import { type FileCalls, systemFiles } from '../../src/record/files/file-calls.ts';

/** Whether a call fails, or the code that it fails with: by its name, and how many were made before it. */
type Fails = (call: string, n: number) => boolean | string;

/** The real file system, but for the calls that fail; `calls` is what was asked of it. */
export function failing(fails: Fails): { files: FileCalls; calls: string[] } {
  const calls: string[] = [];
  const files = new Proxy(systemFiles, {
    get(target, name) {
      const call = String(name);
      return (...given: readonly unknown[]) => {
        calls.push(call);
        const failure = fails(call, calls.length - 1);
        if (failure !== false) throw refusal(call, failure === true ? 'ENOSPC' : failure);
        return Reflect.get(target, name)(...given);
      };
    },
  });
  return { files, calls };
}

function refusal(call: string, code: string): Error {
  return Object.assign(new Error(`${code}: as a test wants it, ${call}`), { code, syscall: call });
}
