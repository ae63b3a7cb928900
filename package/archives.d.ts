/** One file of a package. */
export interface PackedFile {
  readonly path: string;
  readonly bytes: Buffer;
  readonly mode: number;
}
export function tarGz(files: readonly PackedFile[]): Buffer;
export function zip(files: readonly PackedFile[]): Buffer;
