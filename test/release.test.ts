import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { calculationVersion } from '../src/record/run-folder/manifest.ts';
import { version } from '../src/terminal/version.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** Runs npm or another program; npm asks no server. Answers what it said; a failure is that of the test. */
function run(cwd: string, command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, npm_config_offline: 'true', NO_COLOR: '1' },
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${[command, ...args].join(' ')} ended with ${status}:\n${stdout}${stderr}`);
  expect(stderr).not.toMatch(/npm warn/i);
  return stdout;
}

it('has one number, which the changelog names first, with the calculation that it has', () => {
  const [newest = ''] = read('CHANGELOG.md').split(/^## /m).slice(1);
  expect(newest.split('\n')[0]).toBe(manifest.version);
  expect(version).toBe(manifest.version);
  expect(/calculation (?:version )?(?:is )?(\d+)/i.exec(newest)?.[1]).toBe(calculationVersion);
});

describe('the package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quarterday-package-'));
  const installed = join(folder, 'node_modules', 'quarterday');
  let packed: readonly string[] = [];

  beforeAll(() => {
    // Packed as it was built for the tests: to build it again would take it from under other tests.
    const [tarball] = JSON.parse(run(root, 'npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', folder));
    packed = tarball.files.map((file: { readonly path: string }) => file.path);
    run(folder, 'npm', 'install', '--prefix', folder, '--no-audit', '--no-fund', join(folder, tarball.filename));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds what the README speaks of to those who use it, and nothing else', () => {
    const rooms = new Set(packed.map((path) => path.split('/')[0]));
    const files = [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist',
      'fixtures',
      'fonts',
      'man',
      'package.json',
      'schemes',
      'src',
      'start.js',
    ];
    expect([...rooms].sort()).toEqual(files);
    expect(packed.filter((path) => path.startsWith('src/'))).toEqual(['src/calculate/RULES.md']);
    const spoken = [...read('README.md').matchAll(/`((?:fixtures|schemes)\/[^`\s]*|[A-Z]+(?:\.md)?)`/g)]
      .map(([, path = '']) => path)
      .filter((path) => existsSync(join(root, path)));
    expect(spoken.length).toBeGreaterThan(4);
    for (const path of spoken)
      expect(
        packed.some((file) => file === path || file.startsWith(path)),
        path,
      ).toBe(true);
  });

  it('needs no other, and runs nothing when it is installed', () => {
    expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['quarterday']);
    expect('dependencies' in manifest).toBe(false);
    for (const name of ['preinstall', 'install', 'postinstall', 'prepare'])
      expect(Object.keys(manifest.scripts)).not.toContain(name);
  });

  it('runs where it is installed', () => {
    const bin = join(folder, 'node_modules', '.bin', 'quarterday');
    expect(run(folder, bin, '--version')).toBe(`${manifest.version}\n`);
    const told = run(installed, 'npm', 'start', '--silent');
    expect(told.match(/^\$ quarterday run [a-z0-9-]+ /gm)).toEqual([
      '$ quarterday run cambridgeshire-qef-2017-18 ',
      '$ quarterday run dorset-ccip-2015-16 ',
      '$ quarterday run west-hampshire-qps-2019-20 ',
    ]);
    const out = /^The run folders are in (.*)$/m.exec(told)?.[1] ?? '';
    expect(readdirSync(out)).toHaveLength(3);
    expect(told).toMatch(/\nNext: node dist\/main\.js help start, .*\n$/);
    rmSync(out, { recursive: true });
  });
});
