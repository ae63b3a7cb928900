import { describe, expect, it } from 'vitest';
import { patiently } from '../../../src/record/files/patiently.ts';

/** Something that fails so many times with a code, and the waits between. */
function tried(platform: string, failures: number, code: string) {
  const waits: number[] = [];
  let calls = 0;
  const act = () => {
    calls += 1;
    if (calls <= failures) throw Object.assign(new Error(`${code}: refused`), { code, syscall: 'rename' });
    return 'done';
  };
  let outcome: string;
  try {
    outcome = patiently(platform, act, (milliseconds) => waits.push(milliseconds));
  } catch (error) {
    outcome = error instanceof Error ? error.message : 'nothing known';
  }
  return { outcome, calls, waits };
}

describe('a rename on Windows', () => {
  it.each(['EPERM', 'EACCES', 'EBUSY'])('that %s stands against for a moment is tried again', (code) => {
    expect(tried('win32', 3, code)).toEqual({ outcome: 'done', calls: 4, waits: [10, 20, 50] });
  });

  it('that is refused for good is told after a second and a half', () => {
    const { outcome, calls, waits } = tried('win32', 100, 'EPERM');
    expect([outcome, calls, waits.reduce((a, b) => a + b)]).toEqual(['EPERM: refused', 7, 1500]);
  });

  it('that fails for another reason is told at once', () => {
    expect(tried('win32', 1, 'ENOSPC')).toEqual({ outcome: 'ENOSPC: refused', calls: 1, waits: [] });
  });
});

it('is told at once elsewhere, where such a refusal lasts', () => {
  expect(tried('linux', 1, 'EACCES')).toEqual({ outcome: 'EACCES: refused', calls: 1, waits: [] });
});
