import type { PlatformPath } from 'node:path';

/** How a system writes its paths: `node:path` itself, or its `win32` or `posix`. */
type PathFlavour = Pick<PlatformPath, 'isAbsolute' | 'relative' | 'sep'>;

/** Whether a full path is that of a folder, or of something in it. On Windows capitals make no difference, and another drive is elsewhere. */
export function isWithinFolder(path: string, folder: string, flavour: PathFlavour): boolean {
  const way = flavour.relative(folder, path);
  return way !== '..' && !way.startsWith(`..${flavour.sep}`) && !flavour.isAbsolute(way);
}
