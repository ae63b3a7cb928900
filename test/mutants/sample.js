// A sample of the mutants: drawn by chance, put into one bundle with the code and its tests, and hunted by a process of its own.
import { fork } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { build } from 'esbuild';
import { pageParts } from '../../page-parts.js';
import { linesOf } from './told.js';

/** A test that has not ended by then runs for ever; so does one that takes so many times as long as it does with the code whole. */
const [mostMilliseconds, leastMilliseconds, mostTimes] = [240_000, 20_000, 10];
const quiet = { debug() {}, info() {}, warn() {}, isDebugEnabled: () => false };
const everyWay = { plugins: null, excludedMutations: [], ignorers: [] };

export async function huntSample({ paths, tests, many, seed, again, folder }) {
  const drawn = again === undefined ? drawnFrom(await mutantsOf(sourcesIn(paths)), many, seed) : missedIn(again);
  const { files, mutants } = await brokenIn(drawn);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const at = (name) => resolve(folder, name);
  const testFiles = tests
    .flatMap((path) => filesIn(path, '.test.ts'))
    .filter((name) => !/large-claims|\.property\./.test(name));
  writeFileSync(at('drawn.json'), JSON.stringify(mutants));
  await bundle(files, testFiles, mutants, at);
  while (!(await huntedToTheEnd(at)));
  const told = linesOf(at('told')).map((each) => ({ ...each, mutant: mutants.find(({ id }) => id === each.id) }));
  writeFileSync(at('mutants.json'), JSON.stringify(told, null, 1));
  return told;
}

function sourcesIn(paths) {
  return paths.flatMap((path) => filesIn(path, '.ts'));
}

/** What no test of an earlier hunt noticed. */
function missedIn(folder) {
  const noticed = linesOf(join(folder, 'told')).filter(({ fate }) => fate === 'killed' || fate === 'endless');
  const ids = new Set(noticed.map(({ id }) => id));
  return JSON.parse(readFileSync(join(folder, 'drawn.json'), 'utf8')).filter(({ id }) => !ids.has(id));
}

/** The files of a folder and below; or the file itself. */
function filesIn(path, ending) {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path, { recursive: true }).filter((name) => name.endsWith(ending));
  return names.map((name) => join(path, name)).sort();
}

/** Every way in which the files can be broken. */
async function mutantsOf(names) {
  const sources = names.map((name) => ({ name: resolve(name), mutate: true, content: readFileSync(name, 'utf8') }));
  return (await new Instrumenter(quiet).instrument(sources, everyWay)).mutants;
}

/** So many of all, by chance, the same for the same seed. */
function drawnFrom(all, many, seed) {
  const left = [...all];
  let state = seed;
  const chance = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const drawOne = () => left.splice(Math.floor(chance() * left.length), 1)[0];
  return Array.from({ length: Math.min(many, all.length) }, drawOne);
}

/** The code with a switch for each mutant. A place that was drawn may hold others, which are left alone. */
async function brokenIn(drawn) {
  const names = new Set(drawn.map(nameOf));
  const sources = [...new Set(drawn.map(({ fileName }) => fileName))].map((name) => ({
    name,
    content: readFileSync(name, 'utf8'),
    mutate: drawn.filter(({ fileName }) => fileName === name).map(({ location }) => location),
  }));
  const { files, mutants } = await new Instrumenter(quiet).instrument(sources, everyWay);
  return { files, mutants: mutants.filter((mutant) => names.has(nameOf(mutant))) };
}

/** What a mutant breaks, and how. */
function nameOf({ fileName, location: { start, end }, mutatorName, replacement }) {
  return [fileName, start.line, start.column, end.line, end.column, mutatorName, replacement].join(' ');
}

/** One file with all of it: the tests beside the broken code, and what hunts. */
async function bundle(files, testFiles, mutants, at) {
  const broken = new Map(files.map(({ name, content }) => [name, content]));
  const reads = testFiles.map((name) => `${JSON.stringify(name)}: () => import(${JSON.stringify(resolve(name))}),`);
  const given = { seenFile: at('seen.json'), toldFile: at('told') };
  const contents = `import { hunt } from './test/mutants/hunt.js';
await hunt({ ${reads.join('\n')} }, ${JSON.stringify(mutants.map(({ id }) => id))}, ${JSON.stringify(given)});
process.exit(0);`;
  await build({
    stdin: { contents, resolveDir: resolve('.'), loader: 'js' },
    outfile: at('hunt.js'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
    alias: { vitest: resolve('test/mutants/vitest.js') },
    plugins: [pageParts, inPlace(broken)],
  });
}

/** Source files, some of them broken, which know where they stand. */
function inPlace(broken) {
  return {
    name: 'in-place',
    setup(building) {
      building.onLoad({ filter: /(src|test)\/.*\.ts$/ }, ({ path }) => ({
        contents: (broken.get(path) ?? readFileSync(path, 'utf8')).replaceAll(
          'import.meta.url',
          JSON.stringify(pathToFileURL(path).href),
        ),
        loader: 'ts',
      }));
    },
  };
}

/** Hunts on from where it was. A mutant that never ends is killed with its process, and the rest goes on in another. */
function huntedToTheEnd(at) {
  return new Promise((resolved) => {
    const hunting = fork(at('hunt.js'), {
      env: { ...process.env, MUTANTS: '1' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    let id = null;
    let timer;
    const wait = (usual = mostMilliseconds) => {
      clearTimeout(timer);
      const most = Math.min(mostMilliseconds, leastMilliseconds + usual * mostTimes);
      timer = setTimeout(() => hunting.kill('SIGKILL'), most);
    };
    wait();
    hunting.on('message', ({ begun, usual }) => {
      id = begun;
      wait(usual);
    });
    hunting.on('exit', (exit) => {
      clearTimeout(timer);
      if (exit !== 0 && id === null) throw new Error('the tests do not run to their end with the code whole');
      if (exit !== 0) writeFileSync(at('told'), `${JSON.stringify({ id, fate: 'endless' })}\n`, { flag: 'a' });
      resolved(exit === 0);
    });
  });
}
