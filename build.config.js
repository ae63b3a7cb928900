import { execFileSync } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

// A folder that runs with `node` alone, and starts quickly. main.js loads run-command.js, which reads the command line, and
// each command is one file beside them with all that it uses and nothing else: to open files costs more than to read
// them. All are CommonJS, which spares every start the loader of modules; what is imported late (chalk, the reader of schemes) is set up only then.
const options = {
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': 'moduleUrl' },
  banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
  mainFields: ['module', 'main'],
  // Less to read at every start; names stay, so that the stack of a fault can still be read.
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 160,
};

const bundles = new Set();

/** run-command.ts and the commands that it imports are bundles of their own, which ready-code.ts loads; they are noted. */
const bundlesApart = {
  name: 'bundles-apart',
  setup(building) {
    building.onResolve({ filter: /^\.\/.*\.ts$/ }, ({ kind, path, importer, resolveDir }) => {
      if (kind !== 'dynamic-import') return null;
      const name = basename(path, '.ts');
      const isAsked = importer.endsWith('run-command.ts');
      if (!isAsked && name !== 'run-command') return null;
      bundles.add(join(resolveDir, path));
      return isAsked ? { path: `./${name}.js`, external: true } : { path: name, namespace: 'apart' };
    });
    building.onLoad({ filter: /./, namespace: 'apart' }, ({ path }) => ({
      contents: `module.exports = require('./src/ready-code.ts').loadBundle(__dirname + '/${path}.js', require);`,
      resolveDir: import.meta.dirname,
    }));
  },
};

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

const plugins = [bundlesApart, noSubprograms, usedParts];

await rm('dist', { recursive: true, force: true });
await build({ ...options, plugins, entryPoints: ['src/main.ts', 'src/demonstration.ts'] });
await build({ ...options, plugins, entryPoints: ['src/cli/run-command.ts'] });
await build({ ...options, plugins, entryPoints: [...bundles].filter((path) => !path.endsWith('run-command.ts')) });
await writeFile('dist/package.json', '{"type":"commonjs"}\n');
for (const name of await readdir('dist')) if (name.endsWith('.js')) await spellOut(join('dist', name));

// What V8 makes of the bundles is kept beside them. The program runs just the same where it is not there.
await build({ ...options, plugins, entryPoints: ['src/make-ready.ts'] });
execFileSync(process.execPath, ['dist/make-ready.js'], { stdio: 'inherit' });
await rm('dist/make-ready.js');

// Letters beyond ASCII, which esbuild leaves in regular expressions: V8 reads a text that has none in half the time.
async function spellOut(path) {
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`));
}
