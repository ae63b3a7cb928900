import { Session } from 'node:inspector';

/**
 * How many calls of functions some work comes to: as many on every machine, however busy it is. What is made once is no part of it. Where memory is
 * cleared up meanwhile a function may be forgotten with its calls: the most of three times counts.
 */
export function callsOf(work: () => void): number {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  work();
  session.post('Profiler.takePreciseCoverage');
  const times = [1, 2, 3].map(() => {
    let calls = 0;
    work();
    session.post('Profiler.takePreciseCoverage', (_, { result }) => {
      for (const { functions } of result) for (const { ranges } of functions) calls += ranges[0]?.count ?? 0;
    });
    return calls;
  });
  session.post('Profiler.stopPreciseCoverage');
  session.disconnect();
  return Math.max(...times);
}
