import { crc32, inflateRawSync } from 'node:zlib';
import { hasErrors, type MadeFinding } from '../../domain/findings/finding.ts';
import { largestUnpacked, mostMembers } from './limits.ts';
import { cutShort, encrypted, tooLarge, unsafe } from './workbook-findings.ts';
import { type Member, packedBytes, zipDirectory } from './zip-directory.ts';

/** The parts of a workbook that hold its cells, unpacked within the limits. */
export interface Unpacked {
  readonly parts: ReadonlyMap<string, Buffer>;
  readonly findings: readonly MadeFinding[];
  /** What else the file carries and was left where it is: macros, links to other files. */
  readonly extras: readonly string[];
}

const contentTypes = '[Content_Types].xml';

/** Unpacks a zipped workbook: its directory is judged first, then each part that matters, never more than the limit. */
export function unpack(file: string, bytes: Buffer): Unpacked {
  const members = zipDirectory(bytes);
  const refused = members === null ? cutShort(file) : directoryMistake(file, members);
  if (members === null || refused) return { parts: new Map(), findings: refused ? [refused] : [], extras: [] };
  const parts = new Map<string, Buffer>();
  const findings: MadeFinding[] = [];
  let room = largestUnpacked;
  for (const member of members.filter(({ name }) => isWanted(name))) {
    const part = inflated(file, bytes, member, room);
    if ('code' in part) findings.push(part);
    else {
      parts.set(member.name, part);
      room -= part.length;
      if (declaresEntities(part)) findings.push(entities(file, member.name));
    }
    if (hasErrors(findings)) break;
  }
  return { parts: withoutTheRest(parts), findings, extras: extrasOf(members) };
}

/** The list of contents names the parts that were left packed too: a reader would look for them. */
function withoutTheRest(parts: Map<string, Buffer>): ReadonlyMap<string, Buffer> {
  const contents = parts.get(contentTypes);
  if (!contents) return parts;
  const kept = contents
    .toString('utf8')
    .replace(/<Override\b[^>]*?\bPartName="\/([^"]*)"[^>]*>/g, (entry, name: string) => {
      return parts.has(name) ? entry : '';
    });
  return new Map(parts).set(contentTypes, Buffer.from(kept, 'utf8'));
}

function directoryMistake(file: string, members: readonly Member[]): MadeFinding | null {
  if (members.length > mostMembers)
    return tooLarge(file, `the workbook has ${members.length} parts`, mostMembers, 'parts');
  const outside = members.find(({ name }) => /(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[A-Za-z]:/.test(name));
  if (outside) return unsafe(file, 'a part has the name of a path outside the workbook', outside.name);
  if (members.some(({ isEncrypted }) => isEncrypted)) return encrypted(file);
  const size = members.filter(({ name }) => isWanted(name)).reduce((sum, member) => sum + member.size, 0);
  return size > largestUnpacked ? tooLargeUnpacked(file) : null;
}

/** Parts with cells, styles, and what names them; pictures, macros, links and notes stay packed. */
function isWanted(name: string): boolean {
  return (
    /^(\[Content_Types\]\.xml|_rels\/\.rels|mimetype|content\.xml|styles\.xml|META-INF\/manifest\.xml)$/.test(name) ||
    /^xl\/(workbook|styles|sharedStrings)\.xml$/i.test(name) ||
    /^xl\/_rels\/workbook\.xml\.rels$/i.test(name) ||
    /^xl\/worksheets\/[^/]+\.xml$/i.test(name)
  );
}

function inflated(file: string, bytes: Buffer, member: Member, room: number): Buffer | MadeFinding {
  const packed = packedBytes(bytes, member);
  if (packed === null) return cutShort(file);
  if (member.method === 0) return isWhole(packed, member) ? packed : cutShort(file);
  if (member.method !== 8) return cutShort(file);
  try {
    const part = inflateRawSync(packed, { maxOutputLength: Math.max(room, 1) });
    return isWhole(part, member) ? part : cutShort(file);
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isTooLarge ? tooLargeUnpacked(file) : cutShort(file);
  }
}

/** A changed byte changes the sum of a part: what is read is what was written. */
function isWhole(part: Buffer, { size, crc }: Member): boolean {
  return part.length === size && crc32(part) === crc;
}

function tooLargeUnpacked(file: string): MadeFinding {
  return tooLarge(file, 'the workbook is too large once it is unpacked', largestUnpacked, 'MiB');
}

function declaresEntities(part: Buffer): boolean {
  return part.includes('<!DOCTYPE') || part.includes('<!ENTITY');
}

function entities(file: string, part: string): MadeFinding {
  return unsafe(file, 'a part declares entities of its own', part);
}

function extrasOf(members: readonly Member[]): readonly string[] {
  const has = (shape: RegExp) => members.some(({ name }) => shape.test(name));
  return [
    ...(has(/vbaProject\.bin$|^Basic\//i) ? ['macros'] : []),
    ...(has(/^xl\/externalLinks\//i) ? ['links to other workbooks'] : []),
  ];
}
