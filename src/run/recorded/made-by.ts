import { join } from 'node:path';
import { type Finding, finding } from '../../domain/findings/finding.ts';
import { systemFiles } from '../../record/files/file-calls.ts';
import { readIfThere } from '../../record/files/read-pieces.ts';
import { readProvenance } from '../../record/run-folder/provenance.ts';
import { version } from '../../terminal/version.ts';

/** The version of the program that made a run folder. */
export interface MadeBy {
  readonly version: string;
  /** How near it is to this one: a release makes again every run of its own major version, and its own to the byte. */
  readonly kin: 'this-version' | 'this-major' | 'other-major';
}

/** By which version a run folder says that it was made; null where it does not say. */
export function madeBy(folder: string): MadeBy | null {
  const text = readIfThere(join(folder, 'provenance.json'), systemFiles)?.toString('utf8') ?? '';
  const made = readProvenance(text)?.version;
  if (made === undefined) return null;
  const kin = made === version ? 'this-version' : majorOf(made) === majorOf(version) ? 'this-major' : 'other-major';
  return { version: made, kin };
}

function majorOf(text: string): string {
  return text.split('.', 1)[0] ?? '';
}

/** A run folder that only another release can prove. */
export function otherMajorVersion(folder: string, made: string): Finding {
  const message = `quarterday ${made} made the run; this is ${version}, which makes again the runs of version ${majorOf(version)}`;
  const hint = `verify it with quarterday ${made}, or a later release of version ${majorOf(made)}`;
  return otherVersion(folder, message, hint);
}

/** A run folder that is not to be posted by this version. */
export function notOfThisVersion(folder: string, made: string): Finding {
  const message = `quarterday ${made} made the run; this is ${version}, which posts what it made itself`;
  return otherVersion(folder, message, 'make the run again with this version, and post the new folder');
}

function otherVersion(folder: string, message: string, hint: string): Finding {
  return finding('other-version', { file: join(folder, 'provenance.json') }, { message, hint });
}
