import type { PackedFile } from './archives.js';

export function packageFiles(of: {
  readonly folder: string;
  readonly windows: boolean;
  readonly node: Buffer | null;
  readonly licence: Buffer | null;
}): PackedFile[];
