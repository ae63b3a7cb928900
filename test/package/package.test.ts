import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { tarGz, zip } from '../../package/archives.js';
import { packageFiles } from '../../package/files.js';

const made = (windows: boolean) =>
  packageFiles({ folder: 'quarterday', windows, node: Buffer.from('node'), licence: Buffer.from('its licence') });
const linux = made(false);
const windows = made(true);
const textOf = (files: typeof linux, path: string) =>
  files.find((file) => file.path === `quarterday/${path}`)?.bytes.toString();
const away = mkdtempSync(join(tmpdir(), 'quarterday-package-'));
afterAll(() => rmSync(away, { recursive: true, force: true }));

describe('the package to unpack', () => {
  it('holds the program, its papers, Node and the licences, and not what no command loads', () => {
    const rooms = (files: typeof linux) => [...new Set(files.map(({ path }) => path.split('/')[1]))].sort();
    const both = [
      'CHANGELOG.md',
      'LICENSE',
      'LICENSE-node.txt',
      'README.md',
      'SHA256SUMS',
      'dist',
      'fixtures',
      'fonts',
    ];
    const more = ['package.json', 'quarterday', 'schemes', 'src'];
    expect(rooms(linux)).toEqual([...both, 'man', 'node', ...more]);
    expect(rooms(windows)).toEqual([...both, 'node.exe', 'package.json', 'quarterday.cmd', 'schemes', 'src']);
    expect(linux.filter(({ path }) => path.startsWith('quarterday/fixtures/errors'))).toEqual([]);
    expect(linux.filter(({ mode }) => mode === 0o755).map(({ path }) => path)).toEqual([
      'quarterday/node',
      'quarterday/quarterday',
    ]);
  });

  it('names the licence of what is bundled', () => {
    const text = textOf(linux, 'dist/LICENSES.txt') ?? '';
    for (const name of ['chalk', 'commander', 'zod', 'fontkit'])
      expect(text).toMatch(new RegExp(`^${name} [0-9.]+ \\(MIT\\)$`, 'm'));
    expect(text).not.toMatch(/^(typescript|vitest|esbuild) [0-9.]+/m);
  });

  it('holds the terms of each, also where its own package brings none', () => {
    const text = textOf(linux, 'dist/LICENSES.txt') ?? '';
    expect(text).not.toContain('No text of it comes with the package');
    expect(text).toContain(
      'MIT License\n\nCopyright (c) Devon Govett <devongovett@gmail.com>\n\nPermission is hereby granted',
    );
  });

  it('takes the Node that is there where none could be had, and says so', () => {
    const without = (onWindows: boolean) =>
      packageFiles({ folder: 'quarterday', windows: onWindows, node: null, licence: null });
    const [unix, other] = [without(false), without(true)];
    expect(textOf(unix, 'quarterday')).toContain('exec node "$here/dist/main.js" "$@"');
    expect(textOf(other, 'quarterday.cmd')).toContain('\r\nnode "%~dp0dist\\main.js" %*\r\n');
    expect(textOf(unix, 'NODE.txt')).toContain('It takes the Node that is there: 20.19 or later.');
    const names = [...unix, ...other].map(({ path }) => path);
    expect(names.filter((path) => /quarterday\/(node|node\.exe|LICENSE-node\.txt)$/.test(path))).toEqual([]);
  });

  it('has the checksum of every other file', () => {
    const sums = linux
      .filter(({ path }) => path !== 'quarterday/SHA256SUMS')
      .map(({ path, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${path.slice(11)}\n`);
    expect(textOf(linux, 'SHA256SUMS')).toBe(sums.join(''));
  });

  it('is the same bytes when it is made again', () => {
    expect(tarGz(made(false)).equals(tarGz(linux))).toBe(true);
    expect(zip(made(true)).equals(zip(windows))).toBe(true);
  });

  it('unpacks to the same files, names of every length included', () => {
    const long = { path: `${'a'.repeat(90)}/${'b'.repeat(90)}`, bytes: Buffer.from('far'), mode: 0o644 };
    writeFileSync(join(away, 'p.tar.gz'), tarGz([...linux, long]));
    expect(spawnSync('tar', ['-xzf', 'p.tar.gz'], { cwd: away }).status).toBe(0);
    for (const { path, bytes, mode } of [...linux, long]) {
      expect(readFileSync(join(away, path)).equals(bytes), path).toBe(true);
      if (process.platform !== 'win32') expect(statSync(join(away, path)).mode & 0o100, path).toBe(mode & 0o100);
    }
    const unzipped = unzipSync(zip(windows));
    expect(Object.keys(unzipped)).toEqual(windows.map(({ path }) => path));
    for (const { path, bytes } of windows) expect(bytes.equals(unzipped[path] ?? Buffer.of()), path).toBe(true);
    expect(() => tarGz([{ ...long, path: 'c'.repeat(101) }])).toThrow('is too long for a tar archive');
  });
});

describe('the launcher', () => {
  it.skipIf(process.platform === 'win32')('passes on words and the exit code, from a folder with blanks and &', () => {
    const folder = join(away, "a & b's $HOME");
    mkdirSync(folder);
    writeFileSync(join(folder, 'quarterday'), textOf(linux, 'quarterday') ?? '');
    writeFileSync(join(folder, 'node'), '#!/bin/sh\nfor word in "$@"; do echo "[$word]"; done\nexit 3\n');
    for (const name of ['quarterday', 'node']) chmodSync(join(folder, name), 0o755);
    const { status, stdout } = spawnSync(join(folder, 'quarterday'), ['x y', '&', '*', ''], {
      encoding: 'utf8',
      env: { PATH: '/nowhere' },
    });
    expect(stdout).toBe(`[${folder}/dist/main.js]\n[x y]\n[&]\n[*]\n[]\n`);
    expect(status).toBe(3);
  });

  it('of Windows quotes its own paths, passes on every word and the exit code, and has the line ends of Windows', () => {
    expect(textOf(windows, 'quarterday.cmd')).toBe(
      '@echo off\r\nsetlocal DisableDelayedExpansion\r\n"%~dp0node.exe" "%~dp0dist\\main.js" %*\r\nexit /b %ERRORLEVEL%\r\n',
    );
    expect(existsSync(join(away, 'quarterday', 'dist', 'main.js'))).toBe(true);
  });
});
