import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { Host } from '../../src/terminal/host.ts';
import { Interruption } from '../../src/terminal/interruption.ts';
import { Progress } from '../../src/terminal/progress.ts';
import { written } from '../make/host.ts';

/** A host whose clock goes on by `tick` milliseconds at each look. */
function hostOf(tick: number, interrupted = new AbortController().signal) {
  let time = 0;
  const stderr = written({ isTerminal: true });
  const clock = () => {
    time += tick;
    return time;
  };
  const host: Host = {
    args: [],
    env: {},
    stdout: written(),
    stderr,
    schemes: new URL('file:///'),
    fonts: new URL('file:///'),
    temporary: tmpdir(),
    interrupted,
    now: () => '',
    clock,
    again: async () => ({ exit: 0, stdout: '', stderr: '' }),
    machine: '',
  };
  return { host, stderr };
}

function steps(progress: Progress, number: number): void {
  for (let step = 0; step < number; step += 1) progress.step('claims read');
}

describe('progress', () => {
  it('says nothing of work of less than a second', () => {
    const { host, stderr } = hostOf(100);
    steps(new Progress(host, true), 9);
    expect(stderr.text()).toBe('');
  });

  it('says after a second how far the work has come, five times a second at most, and clears its line', () => {
    const { host, stderr } = hostOf(100);
    const progress = new Progress(host, true);
    steps(progress, 13);
    progress.restart();
    expect(stderr.text()).toBe('\r\u001b[K10 claims read\r\u001b[K12 claims read\r\u001b[K');
  });

  it('says of how many, and how long yet if the rest goes as what is done went', () => {
    const { host, stderr } = hostOf(500);
    const progress = new Progress(host, true);
    progress.restart(5000);
    steps(progress, 1);
    steps(progress, 1);
    progress.step('claims read', 2498);
    progress.clear();
    progress.step('claims read', 2500);
    expect(stderr.text().split('\r\u001b[K')).toEqual([
      '',
      '1 of 5,000 claims read',
      '2 of 5,000 claims read, about 42 min to go',
      '2,500 of 5,000 claims read, about 2 s to go',
      '',
      '5,000 of 5,000 claims read',
    ]);
  });

  it('looks at the clock at every step where they take long, and seldom where they are quick', () => {
    const looks = (tick: number) => {
      const progress = new Progress(hostOf(tick).host, false);
      return Array.from({ length: 1024 }, () => progress.step('claims read')).filter((looked) => looked).length;
    };
    expect(looks(300)).toBe(1024);
    expect(looks(1)).toBe(11);
  });

  it('says nothing where there is no terminal', () => {
    const { host, stderr } = hostOf(10_000);
    steps(new Progress(host, false), 256 * 10);
    expect(stderr.text()).toBe('');
  });

  it('stops where the program is told to', async () => {
    const { host } = hostOf(1, AbortSignal.abort('SIGTERM'));
    const progress = new Progress(host, false);
    expect(() => steps(progress, 256)).toThrow(Interruption);
    await expect(progress.pause()).rejects.toMatchObject({ exit: 143 });
  });
});
