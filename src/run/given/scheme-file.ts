import { closeSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { type Finding, finding } from '../../domain/findings/finding.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { didYouMean } from '../../domain/words/did-you-mean.ts';
import { readSchemeBytes } from '../../scheme/read.ts';
import { wordsOfScheme } from '../../scheme/words-of.ts';
import type { Host } from '../../terminal/host.ts';
import { shellQuoted } from '../../terminal/shell-quote.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { builtinFile, builtinIds } from './builtin-schemes.ts';
import { pathMistake } from './paths.ts';

/** A scheme, the name of its file, and the very bytes that it was read from. */
export interface SchemeFile {
  readonly scheme: Scheme;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads the scheme that was named on the command line; its findings are noted, and null is no scheme. Its warnings are told in
 * brief: they are the same at every command, and would bury what was asked for.
 */
export function openScheme(named: string, host: Host, terminal: Terminal): SchemeFile | null {
  const opened = openSchemeInFull(named, host, terminal);
  if (opened) terminal.tellBriefly(opened.name, `quarterday check ${shellQuoted(named)}`);
  return opened;
}

/** The same for the command that a scheme is mended by: each of its warnings is told with its line and its fix. */
export function openSchemeInFull(named: string, host: Host, { findings }: Terminal): SchemeFile | null {
  const found = locate(named, host.schemes);
  if ('code' in found) {
    findings.note(found);
    return null;
  }
  const bytes = readStart(found.at);
  findings.speakIn(wordsOfScheme(bytes));
  const { value: scheme, findings: mistakes } = readSchemeBytes(bytes, found.name);
  findings.noteAll(mistakes);
  return scheme && { scheme, name: found.name, bytes };
}

/** More than any scheme holds: what is larger is refused on account of its size, and need not be read to its end. */
const enough = 2 * 1024 * 1024;

function readStart(at: URL | string): Uint8Array {
  const file = openSync(at, 'r');
  try {
    const start = Buffer.allocUnsafe(enough);
    let length = 0;
    for (let read = -1; read !== 0 && length < enough; length += read) {
      read = readSync(file, start, { offset: length });
    }
    return start.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

/** An id of a scheme that comes with the program goes before a path. */
function locate(named: string, schemes: URL): { at: URL | string; name: string } | Finding {
  const ids = builtinIds(schemes);
  if (ids.includes(named)) return { at: builtinFile(schemes, named), name: `${named}.json` };
  const mistake = pathMistake(named, 'file', 'SCHEME');
  if (mistake === null) return { at: named, name: basename(named) };
  return /[./\\]/.test(named) ? mistake : unknownScheme(named, ids);
}

function unknownScheme(named: string, ids: readonly string[]): Finding {
  const message = 'no scheme with this id comes with the program, and there is no such file';
  return finding('unknown-scheme', { field: 'SCHEME' }, { message, value: named, hint: didYouMean(named, ids) });
}
