import type { PackedFile } from './archives.js';

export function packageFiles(of: {
  readonly folder: string;
  readonly windows: boolean;
  readonly node: Buffer;
  readonly licence: Buffer;
}): PackedFile[];
