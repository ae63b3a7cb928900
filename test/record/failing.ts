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

/** What is told of a call that the system refuses: what could not be done, and to which path. */
export function refusalOf(call = ''): RegExp {
  return new RegExp(`^could not ${verbs[call]} /`);
}

const verbs: Readonly<Record<string, string>> = {
  makeFolder: 'make',
  makePrivateFolder: 'make',
  exists: 'look at',
  create: 'create',
  openToRead: 'open',
  read: 'read',
  write: 'write',
  size: 'look at',
  sync: 'save',
  syncBeside: 'save',
  close: 'close',
  syncFolder: 'save',
  rename: 'rename',
  link: 'link',
  list: 'list',
  removeFolder: 'remove',
} satisfies Partial<Record<keyof FileCalls, string>>;
