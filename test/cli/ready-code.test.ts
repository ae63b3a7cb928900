import { isAscii } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../make/world.ts';

// What V8 made of a command is kept beside it (`npm run bundle`), and changes nothing but the time that it takes.

const root = fileURLToPath(new URL('../../', import.meta.url));
const code = 'show-scheme.ready';

/** A copy of the program in a folder of its own. */
function copied(): string {
  const folder = emptyFolder();
  for (const name of ['dist', 'schemes']) cpSync(join(root, name), join(folder, name), { recursive: true });
  return join(folder, 'dist');
}

/** What a program prints of a scheme. */
function shown(dist: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(dist, 'main.js'), 'show', 'dorset-ccip-2015-16'],
    {
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
}

describe('the ready code of the commands', () => {
  const expected = shown(join(root, 'dist'));

  it('is there for what reads the command line, and for every command that reads a scheme or a run', () => {
    const ready = readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.ready'));
    expect(ready).toEqual([
      'diff-runs.ready',
      'explain-run.ready',
      'payment-run.ready',
      'run-command.ready',
      'scheme-check.ready',
      'show-scheme.ready',
      'verify.ready',
      'write-template.ready',
    ]);
    expect(expected.status).toBe(0);
  });

  it('is taken by V8, which would else compile in silence as ever', () => {
    const path = join(root, 'dist', 'show-scheme');
    const script = `
      const [text, ready] = ['.js', '.ready'].map((end) => require('fs').readFileSync('${path}' + end));
      const whole = '(function (exports, require, module, __filename, __dirname) {' + text + '\\n})';
      const { cachedDataRejected } = new (require('vm').Script)(whole, { cachedData: ready.subarray(32) });
      console.log(cachedDataRejected);`;
    expect(spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stdout).toBe('false\n');
  });

  it('belongs to texts of ASCII alone, which are read faster', () => {
    const bundles = readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.js'));
    const others = bundles.filter((name) => !isAscii(readFileSync(join(root, 'dist', name))));
    expect(bundles.length).toBeGreaterThan(10);
    expect(others).toEqual([]);
  });

  it('may be elsewhere, where nothing can be written, or missing', () => {
    const dist = copied();
    chmodSync(dist, 0o555);
    expect(shown(dist)).toEqual(expected);
    chmodSync(dist, 0o755);
    rmSync(join(dist, code));
    expect(shown(dist)).toEqual(expected);
  });

  it('may be unreadable; a bundle that is missing is told in a line, and ends with 5', () => {
    const dist = copied();
    for (const name of [code, 'run-command.ready']) {
      rmSync(join(dist, name));
      mkdirSync(join(dist, name));
    }
    expect(shown(dist)).toEqual(expected);
    rmSync(join(dist, 'run-command.js'));
    const { status, stderr } = shown(dist);
    expect([status, stderr.split('\n').length]).toEqual([5, 3]);
    expect(stderr).toContain('This copy of quarterday cannot be loaded: ENOENT');
  });

  it('is not taken where a byte of it has changed, or it was cut short', () => {
    const dist = copied();
    const whole = readFileSync(join(dist, code));
    for (const at of [0, 31, 32, 60, whole.length >> 1, whole.length - 1]) {
      const damaged = Uint8Array.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(join(dist, code), damaged);
      expect(shown(dist), `byte ${at}`).toEqual(expected);
    }
    for (const length of [0, 10, 32, whole.length - 1]) {
      writeFileSync(join(dist, code), whole.subarray(0, length));
      expect(shown(dist), `${length} bytes`).toEqual(expected);
    }
  });

  it('never stands in for another text, even one of the same length', () => {
    const dist = copied();
    const program = join(dist, 'show-scheme.js');
    writeFileSync(program, readFileSync(program, 'utf8').replaceAll('Readings of what', 'Findings of what'));
    expect(expected.stdout).toContain('Readings of what');
    expect(shown(dist).stdout).toBe(expected.stdout.replaceAll('Readings of what', 'Findings of what'));
  });
});
