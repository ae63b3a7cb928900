import type { Note } from '../data/folder.ts';
import { tables } from '../data/tables/tables.ts';

/** Whether nothing is wrong with any of these files, so that what follows from all of their rows can be told. */
export type AreSound = (...files: readonly string[]) => boolean;

/** Watches findings for those that leave rows of a file out of account. */
export function watchSoundness(note: Note): { readonly note: Note; readonly areSound: AreSound } {
  const spoilt = new Set<string>();
  let anyMayBe = false;
  return {
    note(finding) {
      const { severity, file } = finding;
      // A file that is no table may be one under a wrong name.
      if (severity === 'error' && !tables.some((table) => table.file === file)) anyMayBe = true;
      if (severity === 'error' && file !== undefined) spoilt.add(file);
      note(finding);
    },
    areSound: (...files) => !anyMayBe && !files.some((file) => spoilt.has(file)),
  };
}
