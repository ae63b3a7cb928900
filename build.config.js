import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import { licences } from './package/licences.js';
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

/** Files that are imported when they are asked for, by the name of the bundle that each becomes. */
const bundles = new Map();

/** What is imported late is a bundle of its own, which is found beside the one that asks for it. */
const bundlesApart = {
  name: 'bundles-apart',
  setup(building) {
    building.onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return null;
      const file = join(resolveDir, path);
      const name = relative('src', file).replace(/\.ts$/, '').replaceAll(/[\\/]/g, '-');
      bundles.set(name, file);
      return { path: `./${name}.js`, external: true };
    });
  },
};

/** The kinds that `schema` tells of are answered to a Tab as a list made here: to find them out loads every grammar. */
const kindsMade = {
  name: 'kinds-made',
  setup(building) {
    building.onLoad({ filter: /[\\/]completion[\\/]kinds-there\.ts$/ }, async ({ path }) => {
      const maker = resolve('dist', 'kinds-there.js');
      await build({ ...options, plugins: plugins.filter((plugin) => plugin !== kindsMade), entryPoints: { 'kinds-there': path } });
      const offers = createRequire(import.meta.url)(maker).kindsThere();
      await rm(maker);
      return { contents: `export const kindsThere = () => (${JSON.stringify(offers)});`, loader: 'js' };
    });
  },
};
const plugins = [bundlesApart, noSubprograms, usedParts, pageParts, kindsMade];

// A folder that runs with `node` alone, and starts quickly: what a command uses is one file with it, as to find a file costs more
// than to read it, and CommonJS, which spares every start the loader of modules.
const options = {
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  supported: { 'dynamic-import': false },
  plugins,
  define: { 'import.meta.url': 'moduleUrl' },
  banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
  mainFields: ['module', 'main'],
  // Less to read at every start; names stay, so that the stack of a fault can still be read.
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 160,
  metafile: true,
};
await rm('dist', { recursive: true, force: true });
await mkdir('dist');
await writeFile('dist/package.json', '{"type":"commonjs"}\n');
/** The files that went into the bundles. */
const inputs = new Set();
await bundle({ entryPoints: ['src/main.ts', 'src/demonstration.ts'] });
// A bundle may ask for others, which are made in their turn.
const made = new Set();
for (let left = [...bundles]; left.length > 0; left = [...bundles].filter(([name]) => !made.has(name))) {
  for (const [name] of left) made.add(name);
  await bundle({ entryPoints: Object.fromEntries(left) });
}
await writeFile('dist/LICENSES.txt', await licences(inputs));
for (const name of await readdir('dist')) if (name.endsWith('.js')) await spellOut(join('dist', name));
await writeManPages();

/** The pages for `man` are made by a part of the program that is in none of its bundles. */
async function writeManPages() {
  const maker = resolve('dist', 'man-pages.js');
  await build({ ...options, entryPoints: { 'man-pages': 'src/cli/man-pages.ts' } });
  const pages = createRequire(import.meta.url)(maker).manPages();
  await rm(maker);
  await rm('man', { recursive: true, force: true });
  for (const { file, text } of pages) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

async function bundle(entries) {
  const { metafile } = await build({ ...options, ...entries });
  for (const input of Object.keys(metafile.inputs)) inputs.add(input);
}

// A bundle ends with the digest of its text, which tells it from any other; see `src/kept-code.ts`. Letters beyond ASCII, which esbuild leaves in regular expressions: V8 reads a text that has none in half the time.
async function spellOut(path) {
  const text = await readFile(path, 'utf8');
  const spelt = text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  await writeFile(path, `${spelt}//${createHash('sha256').update(spelt).digest('hex')}`);
}
