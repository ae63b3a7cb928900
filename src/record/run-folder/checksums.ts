/** The name of the file of checksums: written last, so that a folder without it is no run. */
export const checksumsFile = 'SHA256SUMS';

export interface Checksum {
  /** With `/` between folder and file. */
  readonly name: string;
  readonly sha256: string;
}

/** Reads SHA256SUMS. Null where it is not, to the byte, what this program writes. */
export function readChecksums(text: string): readonly Checksum[] | null {
  const checksums = text
    .split('\n')
    .slice(0, -1)
    .map((line) => ({ name: line.slice(66), sha256: line.slice(0, 64) }));
  const sound = checksums.every(({ name, sha256 }) => /^[0-9a-f]{64}$/.test(sha256) && namePattern.test(name));
  const isEachOnce = new Set(checksums.map(({ name }) => name)).size === checksums.length;
  return sound && isEachOnce && checksumsText(checksums) === text ? checksums : null;
}

/** A file of a run folder, or one of its inputs: no path that leads anywhere else. */
const namePattern = /^(inputs\/)?[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** The text of SHA256SUMS, by name, as `sha256sum --check --strict` reads it. */
export function checksumsText(checksums: readonly Checksum[]): string {
  const sorted = [...checksums].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return sorted.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
}
