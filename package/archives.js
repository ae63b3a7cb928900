import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';

// Two archives of the same files are the same bytes: files in the order given, of one day, of nobody.
const day = new Date(2020, 0, 1);

/** A .tar.gz (ustar) of files `{ path, bytes, mode }`; a path that its header cannot hold throws. */
export function tarGz(files) {
  const parts = files.flatMap(({ path, bytes, mode }) => [
    header(path, bytes.length, mode),
    bytes,
    Buffer.alloc(-bytes.length & 511),
  ]);
  const packed = gzipSync(Buffer.concat([...parts, Buffer.alloc(1024)]), { level: 9 });
  packed[9] = 255; // The system that packed it is left unsaid.
  return packed;
}

function header(path, size, mode) {
  const [folder, name] = split(path);
  const block = Buffer.alloc(512);
  block.write(name, 0);
  const octal = (value, at, width) => block.write(`${value.toString(8).padStart(width - 1, '0')}\0`, at);
  octal(mode, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(Date.UTC(2020, 0, 1) / 1000, 136, 12);
  block.write('        0', 148);
  block.write('ustar\x0000', 257, 'latin1');
  block.write(folder, 345);
  octal(block.reduce((sum, byte) => sum + byte, 0), 148, 7);
  return block;
}

/** A path as ustar holds it: at most 155 bytes of folder and 100 of name. */
function split(path) {
  if (Buffer.byteLength(path) <= 100) return ['', path];
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
    const halves = [path.slice(0, at), path.slice(at + 1)];
    if (Buffer.byteLength(halves[0]) <= 155 && Buffer.byteLength(halves[1]) <= 100) return halves;
  }
  throw new Error(`${path} is too long for a tar archive`);
}

/** A .zip of files `{ path, bytes, mode }`, as Windows opens it by itself. */
export function zip(files) {
  const entries = files.map(({ path, bytes, mode }) => [
    path,
    [bytes, { mtime: day, level: 6, os: 3, attrs: ((0o100000 | mode) << 16) >>> 0 }],
  ]);
  return Buffer.from(zipSync(Object.fromEntries(entries)));
}
