import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

// V8 reads and compiles nearly a megabyte of program at every start, unless it is handed what it made of it before. Node keeps that
// itself from 22.1 on, but as it was when the bundle was loaded; here it is kept as it is when the work is done, with every function that was used.

/** Where it is kept, and for which Node. */
export interface Keeping {
  readonly folder: string;
  /** The folder of the bundles: what they are made into is kept, and of no other file. */
  readonly bundles: string;
  /** Who runs this program; unknown where a system has no such numbers. */
  readonly user: number | undefined;
  readonly node: string;
}

/** A module as Node's loader has it. */
interface Loaded {
  readonly exports: unknown;
  require(id: string): unknown;
}

type Extensions = Record<'.js', (loaded: Loaded, path: string) => void>;

interface Compiled {
  readonly script: Script;
  /** What it was made of, and by which Node. */
  readonly origin: string;
  readonly place: string;
}

/**
 * From here on what V8 made of a bundle is taken from the folder, where it is there. Answers what keeps the rest in it, once the
 * work is done and all that was used is compiled. Where it cannot be kept, the next start takes as long as this one.
 */
export function keepingCode({ folder, bundles, user, node }: Keeping): () => void {
  const fresh: Compiled[] = [];
  const extensions: Extensions | undefined = Reflect.get(module, '_extensions');
  if (extensions === undefined || !isOnlyOurs(folder, user)) return () => {};
  const asEver = extensions['.js'];
  extensions['.js'] = (loaded, path) => {
    if (dirname(path) !== bundles) return asEver(loaded, path);
    const { program, stamp } = programOf(path);
    const origin = `${node} ${stamp} ${path}\n`;
    const place = join(folder, path.replaceAll(/[^A-Za-z0-9]+/g, '-').slice(-200));
    const cachedData = keptCode(place, origin);
    const script = new Script(program, { filename: path, ...(cachedData && { cachedData }) });
    if (script.cachedDataRejected !== false) fresh.push({ script, origin, place });
    script.runInThisContext()(loaded.exports, (id: string) => loaded.require(id), loaded, path, bundles);
  };
  return () => {
    for (const compiled of fresh) keep(compiled);
  };
}

const [before, after] = ['(function (exports, require, module, __filename, __dirname) {', '\n})'];

/**
 * A bundle as the function that Node makes of it, and what tells it from any other: the digest that the build ends it with, and when it was
 * written. Its text, which is ASCII, is copied once.
 */
function programOf(path: string): { readonly program: string; readonly stamp: string } {
  const file = openSync(path, 'r');
  try {
    const { size, mtimeMs } = fstatSync(file);
    const bytes = Buffer.allocUnsafe(before.length + size + after.length);
    bytes.write(before, 'latin1');
    if (readSync(file, bytes, before.length, size, 0) !== size) throw new Error(`${path} could not be read whole`);
    bytes.write(after, before.length + size, 'latin1');
    const digest = bytes.toString('latin1', before.length + size - digestLength, before.length + size);
    return { program: bytes.toString('latin1'), stamp: `${digest} ${mtimeMs}` };
  } finally {
    closeSync(file);
  }
}

/** In hexadecimal digits. */
const digestLength = 64;

/** What V8 made of a bundle; none where it is not there, is of another text or Node, or is damaged. */
function keptCode(place: string, origin: string): Buffer | null {
  try {
    const bytes = readFileSync(place);
    const code = bytes.subarray(headLength(origin));
    return bytes.subarray(0, headLength(origin)).equals(headOf(origin, code)) ? code : null;
  } catch {
    return null;
  }
}

/** What stands before the code: V8 itself looks only at how much there is of it, so its checksum is among it. */
function headOf(origin: string, code: Buffer): Buffer {
  return Buffer.from(`${origin}${crc32(code).toString(16).padStart(8, '0')}\n`);
}

function headLength(origin: string): number {
  return Buffer.byteLength(origin) + '00000000\n'.length;
}

/** Keeps what V8 made of a bundle, whole and made last, or not at all. */
function keep({ script, origin, place }: Compiled): void {
  const unfinished = `${place}.${Date.now()}`;
  try {
    const file = openSync(unfinished, 'wx', 0o600);
    try {
      const code = script.createCachedData();
      writeSync(file, Buffer.concat([headOf(origin, code), code]));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, place);
  } catch {
    rmSync(unfinished, { force: true });
  }
}

/** Whether there is such a folder that nobody else can write to: what it holds is carried out. The one above it is not ours to make. */
function isOnlyOurs(folder: string, user: number | undefined): boolean {
  try {
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    const found = lstatSync(folder);
    return found.isDirectory() && (user === undefined || (found.uid === user && (found.mode & 0o077) === 0));
  } catch {
    return false;
  }
}
