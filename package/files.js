import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

// No command loads them: the smallest folder of each finding (five megabytes), and the start from a clone.
const leftOut = ['fixtures/errors', 'start.js'];

// The two launchers find Node and the program beside themselves, pass on every word as it was written, and end as the program ended.
const sh = `#!/bin/sh
case $0 in */*) here=\${0%/*} ;; *) here=. ;; esac
exec "$here/node" "$here/dist/main.js" "$@"
`;
const cmd = ['@echo off', 'setlocal DisableDelayedExpansion', '"%~dp0node.exe" "%~dp0dist\\main.js" %*', 'exit /b %ERRORLEVEL%', ''];

// The same where no Node could be had for the system: the one that is there is taken.
const shOfAnyNode = sh.replace('"$here/node"', 'node');
const cmdOfAnyNode = cmd.map((line) => line.replace('"%~dp0node.exe"', 'node'));
const anyNode = 'This package comes without Node, as none was to be had for its system. It takes the Node that is there: 20.19 or later.\n';

/**
 * Every file of a package, in order, under one folder: `node` is Node's binary and `licence` what it is under, both bytes; both null for
 * a package that takes the Node that is there, and says so in NODE.txt.
 */
export function packageFiles({ folder, windows, node, licence }) {
  const { files: shipped } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const own = [...shipped, 'LICENSE', 'README.md', 'package.json']
    .filter((path) => !(windows && path === 'man'))
    .flatMap(below)
    .map((path) => ({ path, bytes: readFileSync(join(root, path)), mode: 0o644 }));
  const [ofUnix, ofWindows] = node === null ? [shOfAnyNode, cmdOfAnyNode] : [sh, cmd];
  const launcher = windows
    ? { path: 'quarterday.cmd', bytes: Buffer.from(ofWindows.join('\r\n')), mode: 0o755 }
    : { path: 'quarterday', bytes: Buffer.from(ofUnix), mode: 0o755 };
  const itsNode =
    node === null
      ? [{ path: 'NODE.txt', bytes: Buffer.from(anyNode), mode: 0o644 }]
      : [
          { path: windows ? 'node.exe' : 'node', bytes: node, mode: 0o755 },
          { path: 'LICENSE-node.txt', bytes: licence, mode: 0o644 },
        ];
  const files = [
    ...own,
    launcher,
    ...itsNode,
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  const sums = files.map(({ path, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`);
  return [...files, { path: 'SHA256SUMS', bytes: Buffer.from(sums.join('')), mode: 0o644 }].map((file) => ({
    ...file,
    path: `${folder}/${file.path}`,
  }));
}

/** The files of the repository at or below a path, by their paths with `/`. */
function below(path) {
  if (leftOut.includes(path)) return [];
  if (!existsSync(join(root, path))) throw new Error(`${path} is not there: build the program first`);
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path)).flatMap((name) => below(`${path}/${name}`));
}
