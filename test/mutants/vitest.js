// What stands for vitest while mutants are hunted: tests are kept, so that each can be run many times over in one process.
import { inspect } from 'node:util';
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  customMatchers,
  GLOBAL_EXPECT,
  getState,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect';
import fc from 'fast-check';

// That a property fails is enough: nobody reads the smallest case of a mutant.
fc.configureGlobal({ endOnFailure: true });

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
/** What stands for the snapshots: what the code made before it was broken, by the test and how many it took before. */
export const firstMade = new Map();
let snapshots = { ofTest: '', taken: 0 };
for (const name of ['toMatchSnapshot', 'toMatchInlineSnapshot', 'toMatchFileSnapshot'])
  chai.util.addMethod(chai.Assertion.prototype, name, function () {
    const made = inspect(chai.util.flag(this, 'object'), { depth: null, maxArrayLength: null, maxStringLength: null });
    snapshots.taken += 1;
    const key = `${snapshots.ofTest} ${snapshots.taken}`;
    if (!firstMade.has(key)) firstMade.set(key, made);
    expect(made).toBe(firstMade.get(key));
  });

export function expect(value, message) {
  return chai.expect(value, message);
}
Object.assign(expect, chai.expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT]);
expect.getState = () => getState(expect);
globalThis[GLOBAL_EXPECT] = expect;
setState({ assertionCalls: 0, isExpectingAssertions: false, expectedAssertionsNumber: null }, expect);
chai.expect.extend(expect, customMatchers);

/** The suite that is being put together; the file, at its top. */
let suite = null;
let afterThis = [];

/** Takes up the tests of a file: what `read` registers. */
export async function testsOf(name, read) {
  suite = { name, before: [], beforeEach: [], afterEach: [], after: [], parts: [] };
  const own = suite;
  await read();
  suite = null;
  return own;
}

/**
 * Runs tests of a file, in order: those whose place is asked for. The bodies of its suites are read anew. Answers what failed first.
 */
export async function run(file, isAsked, around) {
  let place = 0;
  let failed = null;
  await within(file, []);
  return failed;

  async function within(own, outer) {
    const suites = [...outer, own];
    let begun = false;
    for (const part of own.parts) {
      if (failed) break;
      if (part.suite) {
        suite = { before: [], beforeEach: [], afterEach: [], after: [], parts: [] };
        const inner = suite;
        try {
          await part.suite();
        } catch (error) {
          failed = error;
          break;
        } finally {
          suite = null;
        }
        // A hook of a suite is run for tests of suites within it.
        if (!begun) for (const hook of own.before) await hook();
        begun = true;
        await within(inner, suites);
      } else {
        const at = place;
        place += 1;
        if (!isAsked(at)) continue;
        try {
          if (!begun) for (const hook of own.before) await hook();
          begun = true;
          snapshots = { ofTest: `${file.name} ${at}`, taken: 0 };
          await around(at, () => once(part, suites));
        } catch (error) {
          failed = error;
        }
      }
    }
    // What a file made as it was read is there as long as the process is.
    if (begun && outer.length > 0) for (const hook of own.after.toReversed()) await hook();
  }
}

/** Cleans up after a file, when all is over. */
export async function clean(file) {
  for (const hook of file.after) await hook();
}

async function once({ name, test }, suites) {
  afterThis = [];
  setState({ currentTestName: name }, expect);
  try {
    for (const { beforeEach } of suites) for (const hook of beforeEach) await hook();
    await test();
  } finally {
    for (const { afterEach } of suites.toReversed()) for (const hook of afterEach) await hook();
    for (const hook of afterThis.toReversed()) await hook();
    setState({ currentTestName: undefined }, expect);
  }
}

const functionIn = (args) => args.find((each) => typeof each === 'function');
const rowOf = (row) => (Array.isArray(row) ? row : [row]);

export function it(name, ...args) {
  suite.parts.push({ name: String(name), test: functionIn(args) });
}
it.each =
  (rows) =>
  (name, ...args) => {
    for (const row of rows) suite.parts.push({ name: String(name), test: () => functionIn(args)(...rowOf(row)) });
  };
it.skipIf = (isSkipped) => (isSkipped ? () => undefined : it);
it.runIf = (isRun) => (isRun ? it : () => undefined);

export function describe(_, ...args) {
  suite.parts.push({ suite: functionIn(args) });
}
describe.each =
  (rows) =>
  (_, ...args) => {
    for (const row of rows) suite.parts.push({ suite: () => functionIn(args)(...rowOf(row)) });
  };
describe.skipIf = (isSkipped) => (isSkipped ? () => undefined : describe);

export const beforeAll = (hook) => suite.before.push(hook);
export const beforeEach = (hook) => suite.beforeEach.push(hook);
export const afterEach = (hook) => suite.afterEach.push(hook);
export const afterAll = (hook) => suite.after.push(hook);
export const onTestFinished = (hook) => afterThis.push(hook);
