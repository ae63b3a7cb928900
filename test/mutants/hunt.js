// Runs in one process with the broken code and its tests: each test once, to see what it goes through, then for each
// mutant those that go through it, the quick files first, until one fails.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { linesOf } from './told.js';
import { clean, firstMade, run, testsOf } from './vitest.js';

/** What the switches in the code look at and count in. */
const code = { mutantCoverage: { static: {}, perTest: {} } };
globalThis.__stryker__ = code;

/** Goes on where the process before it was ended. */
export async function hunt(files, ids, { seenFile, toldFile }) {
  const suites = new Map();
  for (const [name, read] of Object.entries(files)) suites.set(name, await testsOf(name, read));
  const seen = existsSync(seenFile) ? JSON.parse(readFileSync(seenFile, 'utf8')) : await look(suites);
  for (const [key, made] of seen.snapshots) firstMade.set(key, made);
  writeFileSync(seenFile, JSON.stringify(seen));
  code.mutantCoverage = undefined;
  const told = new Set(linesOf(toldFile).map(({ id }) => id));
  for (const id of ids.filter((each) => !told.has(each))) {
    process.send({ begun: id, usual: usualOf(id, seen.tests) });
    const since = performance.now();
    const result = await fate(id, seen, suites);
    const milliseconds = Math.round(performance.now() - since);
    appendFileSync(toldFile, `${JSON.stringify({ id, ...result, milliseconds })}\n`);
  }
  for (const suite of suites.values()) await clean(suite);
}

/**
 * Every test with the code whole: its file, its place in it, how long it took, and how often it went through which mutants. One that fails
 * then, as a property may by chance, is named and left out.
 */
async function look(suites) {
  const tests = [];
  for (const [file, suite] of suites) {
    const all = () => true;
    await run(suite, all, async (place, test) => {
      process.send({ begun: null });
      code.currentTestId = `${file} ${place}`;
      const since = performance.now();
      const failed = await test().catch((error) => error);
      code.currentTestId = undefined;
      const hits = code.mutantCoverage.perTest[`${file} ${place}`] ?? {};
      if (failed) process.stderr.write(`${file} fails by itself: ${String(failed).slice(0, 300)}\n`);
      else tests.push({ file, place, milliseconds: performance.now() - since, hits });
    });
  }
  return { tests, atLoading: Object.keys(code.mutantCoverage.static), snapshots: [...firstMade] };
}

/** What becomes of a mutant. */
async function fate(id, { tests, atLoading }, suites) {
  const files = filesThrough(id, tests);
  if (files.length === 0) return { fate: atLoading.includes(id) ? 'not judged' : 'in no test' };
  for (const { file, places, hits } of files) {
    // A loop without an end goes through the mutant more often than that.
    Object.assign(code, { hitCount: 0, hitLimit: 100 * hits + 1000, activeMutant: id });
    const failed = await run(
      suites.get(file),
      (place) => places.has(place),
      (_, test) => test(),
    ).catch((error) => error);
    code.activeMutant = undefined;
    if (failed) return { fate: 'killed', by: file, why: String(failed).slice(0, 120) };
  }
  return { fate: 'survived', by: files.map(({ file }) => file) };
}

/** The milliseconds that the tests which go through a mutant take with the code whole. */
function usualOf(id, tests) {
  return tests.reduce((sum, test) => (test.hits[id] === undefined ? sum : sum + test.milliseconds), 0);
}

/** The files with tests that go through a mutant, the quick ones first. */
function filesThrough(id, tests) {
  const files = new Map();
  for (const { file, place, milliseconds, hits } of tests.filter((test) => test.hits[id] !== undefined)) {
    const own = files.get(file) ?? { file, places: new Set(), milliseconds: 0, hits: 0 };
    own.places.add(place);
    own.milliseconds += milliseconds;
    own.hits += hits[id];
    files.set(file, own);
  }
  return [...files.values()].sort((a, b) => a.milliseconds - b.milliseconds);
}
