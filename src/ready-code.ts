import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

// V8 reads and compiles half a megabyte of program at every start, unless it is handed what it made of it before. The
// build keeps that in a file beside each bundle. V8 itself looks only at its own version, its flags and the length of the
// text, so the file begins with a digest of all that it belongs to; where anything differs, the text is compiled as ever.

/** The bundles that were loaded, for the build to keep what V8 made of them. */
export const loaded = new Map<string, Script>();

/** What a bundle exports. It may ask for the bundles beside it, which are loaded in the same way, and for what `require` knows. */
export function loadBundle(path: string, require: (id: string) => unknown): unknown {
  const text = readFileSync(path);
  const cachedData = readyCode(path, text);
  // A text of ASCII alone, as the build makes them, takes half the room and half the time.
  const program = text.toString(isAscii(text) ? 'latin1' : 'utf8');
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${program}\n})`, {
    filename: path,
    ...(cachedData && { cachedData }),
  });
  loaded.set(path, script);
  const folder = dirname(path);
  const module = { exports: {} };
  const requireHere = (id: string) => (id.startsWith('./') ? loadBundle(join(folder, id), require) : require(id));
  script.runInThisContext()(module.exports, requireHere, module, path, folder);
  return module.exports;
}

/** What V8 makes of a bundle, as the file that is kept beside it. */
export function readyFile(path: string, code: Uint8Array): { readonly at: string; readonly bytes: Uint8Array } {
  const digest = digestOf(path, readFileSync(path), code);
  return { at: placeOf(path), bytes: Buffer.concat([digest, code]) };
}

/** What V8 made of this very text before; null where it is not there, is damaged or was made elsewhere. */
function readyCode(path: string, text: Uint8Array): Buffer | null {
  const bytes = readIfItCanBe(placeOf(path));
  const code = bytes?.subarray(digestBytes);
  if (!bytes || !code) return null;
  return digestOf(path, text, code).equals(bytes.subarray(0, digestBytes)) ? code : null;
}

function readIfItCanBe(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

const digestBytes = 32;

/** The path too: the ready code names it in the stack of a fault. */
function digestOf(path: string, text: Uint8Array, code: Uint8Array): Buffer {
  const place = `${process.version} ${process.platform} ${process.arch} ${path}\n`;
  return createHash('sha256').update(place).update(text).update(code).digest();
}

function placeOf(path: string): string {
  return path.replace(/\.js$/, '.ready');
}
