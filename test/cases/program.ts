import { quarterday } from '../make/host.ts';

/** A finding as the program prints it with --format json. */
export interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly field: string | null;
  readonly value: string | null;
  readonly hint: string | null;
}

/** What the program did when it was called. */
export interface Call {
  readonly exit: number;
  readonly stdout: string;
  readonly findings: readonly Finding[];
}

/** Calls the whole program in this process. Nothing else of these tests knows how that is done. */
export async function call(args: readonly string[]): Promise<Call> {
  const { exit, stdout, stderr } = await quarterday([...args, '--format', 'json']);
  const lines = stderr.split('\n').filter((line) => line.startsWith('{'));
  return { exit, stdout, findings: lines.map((line) => JSON.parse(line)) };
}

/** What the program prints for a person, of a command that must succeed. */
export async function printed(args: readonly string[]): Promise<string> {
  const { exit, stdout, stderr } = await quarterday(args);
  if (exit !== 0) throw new Error(stderr);
  return stdout;
}
