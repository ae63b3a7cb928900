import { type Finding, finding } from '../domain/findings/finding.ts';
import { version } from './version.ts';

/** What was thrown, as a finding: a refusal of the system, or else a fault of ours. */
export function failureFinding(thrown: unknown, machine: string): Finding {
  return isSystemError(thrown) ? systemFailure(thrown) : fault(thrown, machine);
}

/** What went wrong with stdout, as a finding. */
export function stdoutFinding(error: Error): Finding {
  const code = 'code' in error ? String(error.code) : error.name;
  const message = `what was asked for could not be printed: ${plainWords[code]?.[0] ?? error.message}`;
  const hint = 'send the output somewhere else';
  return finding('system-failure', { file: 'stdout' }, { message, value: code, hint });
}

/** An error of the operating system, as Node throws it. */
interface SystemError extends Error {
  readonly code: string;
  readonly path?: string;
}

function isSystemError(thrown: unknown): thrown is SystemError {
  return thrown instanceof Error && 'syscall' in thrown && 'code' in thrown && typeof thrown.code === 'string';
}

/** A refusal of the system in plain words. */
function systemFailure(error: SystemError): Finding {
  const place = error.path === undefined ? {} : { file: error.path };
  if (error.code === 'CHANGED') return finding('input-changed', place, changed);
  const [message, hint] = plainWords[error.code] ?? [error.message, 'mend the cause and give the command again'];
  return finding('system-failure', place, { message, value: error.code, hint });
}

const changed = {
  message: 'the file changed while it was read, so that the run would not be what its record says',
  hint: 'close the file in other programs, or copy the data folder, and run again',
};

const plainWords: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  ENOSPC: ['there is no space left on the device', 'free some space, or choose another device with --out'],
  EDQUOT: ['your share of the disk is used up', 'free some space, or choose another device with --out'],
  EACCES: ['there is no permission to use this file or folder', 'ask for the permission, or use another folder'],
  EPERM: ['the system does not allow this with the file or folder', 'ask for the permission, or use another folder'],
  EROFS: ['the folder is on a device that can only be read', 'choose a folder on another device with --out'],
  EIO: ['the device failed', 'check the disk or the network drive, and give the command again'],
  EMFILE: ['too many files are open', 'close other programs, and give the command again'],
  ENOTDIR: ['a part of this path is a file where a folder is needed', 'choose another folder with --out'],
};

function fault(thrown: unknown, machine: string): Finding {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const hint = `report the message, the lines below it and the command; this is quarterday ${version} on ${machine}`;
  const [message = ''] = error.message.split('\n');
  return finding('fault', {}, { message, hint });
}

/** The lines below the message of a fault: where in the program it happened. Null for what is no fault. */
export function stackOf(thrown: unknown): string | null {
  if (isSystemError(thrown)) return null;
  return thrown instanceof Error ? (thrown.stack ?? null) : null;
}
