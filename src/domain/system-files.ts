const names: ReadonlySet<string> = new Set(['thumbs.db', 'ehthumbs.db', 'desktop.ini', '.ds_store', '$recycle.bin']);

/** Whether a file is one that a system or an office program leaves behind by itself: nobody put it there, so nobody is told. */
export function isSystemFile(name: string): boolean {
  const plain = name.toLowerCase();
  return names.has(plain) || plain.startsWith('~$') || plain.startsWith('._') || plain.startsWith('.~lock.');
}
