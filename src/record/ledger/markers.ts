import { join } from 'node:path';
import { type FileCalls, systemFiles } from '../files/file-calls.ts';
import { readIfThere } from '../files/read-pieces.ts';
import { attempt, systemCodeOf } from '../files/system-failure.ts';
import { readRecord, recordName } from './record.ts';
import { namesIn } from './walk-ledger.ts';

/**
 * Completes what a killed program left on its way, and clears away markers whose posting has its name. Locks stay: only
 * a person can know that nobody holds them.
 */
export function settleMarkers(path: string, files: FileCalls = systemFiles): void {
  if (!attempt('look at', path, () => files.exists(path))) return;
  for (const { kind, name, ...rest } of namesIn(path, files)) {
    if (kind === 'marker' && 'serial' in rest) settleMarker(path, name, rest.serial, files);
  }
}

function settleMarker(path: string, name: string, serial: number, files: FileCalls): void {
  const marker = join(path, name);
  const bytes = readIfThere(marker, files);
  if (bytes === null) return;
  // Listed after the marker was read, so that one that lost is never completed beside the record that won.
  if (!isSerialTaken(path, serial, files)) {
    const record = bytes.length === 0 ? null : readRecord(bytes);
    if (record === null) return;
    const linked = linkTo(marker, join(path, recordName(record)), files);
    if (linked === 'unsupported' || linked === 'source gone') return;
    attempt('save', path, () => files.syncFolder(path));
  }
  removeQuietly(marker, files);
}

/** Whether a record with this serial has its name. */
export function isSerialTaken(path: string, serial: number, files: FileCalls): boolean {
  return namesIn(path, files).some((each) => each.kind === 'record' && each.serial === serial);
}

const noLinks: readonly string[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EXDEV', 'ENOSYS'];

/** Gives a file a second name, or says why not; what else the system refuses is thrown. */
export function linkTo(
  from: string,
  to: string,
  files: FileCalls,
): 'linked' | 'target taken' | 'source gone' | 'unsupported' {
  try {
    attempt('link', to, () => files.link(from, to));
    return 'linked';
  } catch (error) {
    const code = systemCodeOf(error);
    if (code === 'EEXIST') return 'target taken';
    if (code === 'ENOENT') return 'source gone';
    if (code !== null && noLinks.includes(code)) return 'unsupported';
    throw error;
  }
}

/** What stays behind does no harm, and the next record clears it away. */
export function removeQuietly(path: string, files: FileCalls): void {
  try {
    files.removeFile(path);
  } catch {
    // It is gone, or cannot be removed.
  }
}
