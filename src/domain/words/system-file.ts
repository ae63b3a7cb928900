const names: ReadonlySet<string> = new Set(['thumbs.db', 'desktop.ini', '.ds_store']);

/** Whether the system, or a program that has a file open, left this file in a folder: nobody put it there, and nobody reads it. */
export function isSystemFile(name: string): boolean {
  return names.has(name.toLowerCase()) || name.startsWith('~$') || name.startsWith('._');
}
