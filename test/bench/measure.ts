import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A command that is measured, as a whole process. */
export interface Job {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Clears up what the last run of it left, so that the next finds what the first found. */
  readonly before?: () => void;
}

export interface Figures {
  readonly seconds: number;
  /** The most memory in use at once; null where the system does not tell. */
  readonly peakMiB: number | null;
}

/** Runs every job so many times, in turn, so that all of them see the same machine. Answers the median of each. */
export async function measured(jobs: readonly Job[], rounds: number): Promise<Map<string, Figures>> {
  const taken = new Map<string, Figures[]>(jobs.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const job of jobs) {
      job.before?.();
      taken.get(job.name)?.push(await once(job));
    }
  }
  return new Map([...taken].map(([name, figures]) => [name, medianOf(figures)]));
}

function once({ name, command, args }: Job): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let [said, peak] = ['', 0];
    const look = setInterval(() => {
      peak = Math.max(peak, highWater(child.pid));
    }, 10);
    child.stderr.on('data', (text) => {
      said += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(look);
      const seconds = (performance.now() - start) / 1000;
      if (code === 0) resolve({ seconds, peakMiB: peak === 0 ? null : peak / 1024 });
      else reject(new Error(`${name} ended with ${code}: ${said}`));
    });
  });
}

/** The peak of a process that runs, in KiB; 0 where the system does not tell. */
function highWater(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function medianOf(figures: readonly Figures[]): Figures {
  const peaks = figures.flatMap(({ peakMiB }) => (peakMiB === null ? [] : [peakMiB]));
  return { seconds: median(figures.map(({ seconds }) => seconds)), peakMiB: peaks.length === 0 ? null : median(peaks) };
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
