import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { expect, it } from 'vitest';
import { dorsetQ4, runBuilt } from '../../make/built.ts';
import { emptyFolder } from '../../make/host.ts';

// A run is made often and by itself: what other commands need would only make it slower to start.

const data = 'fixtures/dorset-ccip-2015-16/data';

it('reads three files of the program, and no more', async () => {
  const folder = emptyFolder();
  const [watch, loaded] = [join(folder, 'watch.cjs'), join(folder, 'loaded.json')];
  writeFileSync(
    watch,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(loaded)}, JSON.stringify(Object.keys(require.cache))));`,
  );
  const { exit, stderr } = await runBuilt(dorsetQ4(data, join(folder, 'out')), { node: ['--require', watch] });
  expect(exit, stderr).toBe(0);
  const files: string[] = JSON.parse(readFileSync(loaded, 'utf8'));
  const own = files.map((path) => basename(path)).filter((name) => name !== 'watch.cjs');
  expect(own.sort()).toEqual(['cli-run-command.js', 'commands-run-make-payment-run.js', 'main.js']);
});

it('has no room and no package in them that it does not need', async () => {
  const inputs = await inputsOf(['src/main.ts', 'src/cli/run-command.ts', 'src/commands/run/make-payment-run.ts']);
  const rooms = new Set(inputs.flatMap((path) => /^src\/(\w+)\//.exec(path)?.[1] ?? []));
  expect(rooms).toContain('calculate');
  expect(['publish', 'import', 'outlook', 'finance'].filter((room) => rooms.has(room))).toEqual([]);
  const packages = inputs.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  expect([...new Set(packages)].sort()).toEqual(
    'chalk commander csv-parse csv-stringify fastest-levenshtein get-east-asian-width jsonc-parser zod'.split(' '),
  );
});

/** The files that are bundled with some, as the program is built: what is imported late is in a bundle of its own. */
async function inputsOf(entryPoints: string[]): Promise<readonly string[]> {
  const late: NonNullable<BuildOptions['plugins']>[number] = {
    name: 'late',
    setup(building) {
      building.onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ kind, path }) =>
        kind === 'dynamic-import' ? { path, external: true } : null,
      );
    },
  };
  const { metafile } = await build({
    entryPoints,
    outdir: 'none',
    write: false,
    bundle: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    logLevel: 'error',
    metafile: true,
    plugins: [late],
  });
  return Object.keys(metafile.inputs);
}
