import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shells } from '../../../src/commands/request.ts';
import { builtProgram, runBuilt } from '../../make/built.ts';
import { emptyFolder, quarterday } from '../../make/host.ts';

// What bash makes of its script, with the program as it is built; `npm run shells` presses Tab in bash, zsh and fish.

/** What bash offers at the end of each line, in a folder. */
function offeredByBash(folder: string, lines: readonly string[]): string[][] {
  const script = `
    source <("$NODE" "$MAIN" completion bash 2>/dev/null)
    quarterday() { "$NODE" "$MAIN" "$@"; }
    for line in "$@"; do
      COMP_LINE=$line COMP_POINT=\${#line}
      _quarterday quarterday
      echo "\${COMPREPLY[*]}"
    done`;
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script, 'bash', ...lines], {
    cwd: folder,
    env: { PATH: `${dirname(process.execPath)}:/usr/bin:/bin`, NODE: process.execPath, MAIN: builtProgram },
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return stdout.split('\n').map((line) => line.split(' ').filter((word) => word !== ''));
}

it('offers the kinds that schema tells of from a list made with the program, without their grammars', async () => {
  const asked = ['__complete', 'bash', '--', 'quarterday schema '];
  expect((await runBuilt(asked)).stdout).toBe((await quarterday(asked)).stdout);
  expect(statSync(join(dirname(builtProgram), 'commands-completion-kinds-there.js')).size).toBeLessThan(20_000);
});

describe('bash', () => {
  it('offers what the program answers, of a value after = without what stands before', () => {
    const folder = emptyFolder();
    expect(
      offeredByBash(folder, [
        'quarterday hand',
        'quarterday run dorset-ccip-2015-16 --period Q',
        'quarterday run "dorset-ccip-2015-16" --period=',
        'quarterday show x --format=j',
        'quarterday run --data ',
      ]),
    ).toEqual([['hand-off'], ['Q1', 'Q2', 'Q3', 'Q4'], ['Q1', 'Q2', 'Q3', 'Q4'], ['json'], [], []]);
  });

  it('runs nothing of what is typed or of what is there', () => {
    const folder = emptyFolder();
    const hostile = ['$(touch ran)', '`touch ran`', "';touch ran;'", '"; touch ran; "'];
    for (const name of hostile) mkdirSync(join(folder, name));
    const typed = hostile.flatMap((name) => [
      `quarterday run ${name}`,
      `quarterday run ${name} --period `,
      `quarterday explain "${name}`,
      `quarterday run x --data=${name}`,
      `${name} run `,
    ]);
    offeredByBash(folder, typed);
    expect(readdirSync(folder).sort()).toEqual([...hostile].sort());
  });
});

it.each(shells)('prints a script for %s, and where it belongs', async (shell) => {
  const { exit, stdout, stderr } = await quarterday(['completion', shell]);
  expect(exit).toBe(0);
  expect(stdout).toContain(`__complete ${shell} -- `);
  expect(stdout.split('\n').filter((line) => /\beval\b|Invoke-Expression|compgen/.test(line))).toEqual([]);
  expect(stderr).toMatch(/^Next: write these lines into .*\.\n$/);
  expect((await quarterday(['completion', shell, '--format', 'json'])).stdout).toBe(stdout);
});

it('knows no other shell', async () => {
  const { exit, stderr } = await quarterday(['completion', 'tcsh']);
  expect(exit).toBe(2);
  expect(stderr).toContain('  SHELL  "tcsh"\n');
  expect(stderr).toContain('fix: allowed choices are bash, zsh, fish, powershell\n');
});
