import * as fs from 'node:fs';
import { platform } from 'node:os';
import { promisify } from 'node:util';
import { patiently } from './patiently.ts';

/** What the record asks of the file system, so that a test can make each of these calls fail. */
export interface FileCalls {
  /** Makes a folder that must not exist. */
  makeFolder(path: string): void;
  /** Likewise, one that nobody else can look into. */
  makePrivateFolder(path: string): void;
  exists(path: string): boolean;
  /** Makes a file that must not exist, and opens it. */
  create(path: string): number;
  openToRead(path: string): number;
  /** Answers how many bytes were read; none at the end. */
  read(file: number, into: Uint8Array): number;
  /** Answers how many bytes were taken. */
  write(file: number, bytes: Uint8Array): number;
  size(file: number): number;
  sync(file: number): void;
  /** The same, while others are written. */
  syncBeside(file: number): Promise<void>;
  close(file: number): void;
  syncFolder(path: string): void;
  rename(from: string, to: string): void;
  /** Gives a file a second name that must not be taken. */
  link(from: string, to: string): void;
  /** What a folder holds, in no order. */
  list(path: string): readonly FolderEntry[];
  removeFile(path: string): void;
  /** Removes a folder with all that is in it. */
  removeTree(path: string): void;
  /** Removes a folder that is empty. */
  removeFolder(path: string): void;
}

/** One name in a folder. A link is `other`, wherever it leads. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/** The real file system. */
export const systemFiles: FileCalls = {
  makeFolder: (path) => fs.mkdirSync(path),
  makePrivateFolder: (path) => fs.mkdirSync(path, { mode: 0o700 }),
  exists: (path) => fs.lstatSync(path, { throwIfNoEntry: false }) !== undefined,
  create: (path) => fs.openSync(path, 'wx'),
  openToRead: (path) => fs.openSync(path, 'r'),
  read: (file, into) => fs.readSync(file, into),
  write: (file, bytes) => fs.writeSync(file, bytes),
  size: (file) => fs.fstatSync(file).size,
  sync: (file) => fs.fsyncSync(file),
  syncBeside: promisify(fs.fsync),
  close: (file) => fs.closeSync(file),
  syncFolder,
  rename: (from, to) => patiently(platform(), () => fs.renameSync(from, to)),
  link: (from, to) => fs.linkSync(from, to),
  list: (path) => fs.readdirSync(path, { withFileTypes: true }).map(folderEntry),
  removeFile: (path) => fs.unlinkSync(path),
  removeTree: (path) => fs.rmSync(path, { recursive: true, force: true }),
  removeFolder: (path) => fs.rmdirSync(path),
};

function folderEntry(entry: fs.Dirent): FolderEntry {
  return { name: entry.name, kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other' };
}

/** Makes the names in a folder last. Windows cannot sync a folder, and does not need it. */
function syncFolder(path: string): void {
  if (platform() === 'win32') return;
  const folder = fs.openSync(path, 'r');
  try {
    fs.fsyncSync(folder);
  } finally {
    fs.closeSync(folder);
  }
}
