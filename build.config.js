import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { pageParts } from './page-parts.js';

/** commander starts programs for subcommands that are programs of their own. There are none, and node:child_process loads slowly. */
const noSubprograms = {
  name: 'no-subprograms',
  setup(building) {
    const filter = /^node:child_process$/;
    building.onResolve({ filter }, ({ importer }) =>
      importer.includes('commander') ? { path: 'none', namespace: 'unused' } : null,
    );
    building.onLoad({ filter: /^none$/, namespace: 'unused' }, () => ({ contents: '' }));
  },
};

/** What is not used of jsonc-parser is left out: it fills tables for a formatter as it loads. */
const usedParts = {
  name: 'used-parts',
  setup(building) {
    building.onResolve({ filter: /./ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === usedParts || !(path === 'jsonc-parser' || from.importer.includes('jsonc-parser'))) return null;
      const found = await building.resolve(path, { ...from, pluginData: usedParts });
      return { ...found, sideEffects: false };
    });
  },
};

// A folder that runs with `node` alone. Each command is a chunk that is loaded when it is asked for, with what it uses.
await rm('dist', { recursive: true, force: true });
await build({
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  entryPoints: ['src/main.ts', 'src/demonstration.ts'],
  plugins: [noSubprograms, usedParts, pageParts],
  // For packages that are written for require.
  banner: { js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);" },
  mainFields: ['module', 'main'],
  // Less to read at every start; names stay, so that the stack of a fault can still be read.
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 160,
});
for (const name of await readdir('dist')) if (name.endsWith('.js')) await spellOut(join('dist', name));

// Letters beyond ASCII, which esbuild leaves in regular expressions: V8 reads a text that has none in half the time.
async function spellOut(path) {
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`));
}
