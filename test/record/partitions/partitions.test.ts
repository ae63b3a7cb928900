import { readdirSync, rmSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemFiles } from '../../../src/record/files/file-calls.ts';
import { ScratchFolder } from '../../../src/record/files/scratch-folder.ts';
import { SystemFailure } from '../../../src/record/files/system-failure.ts';
import { type PartitionSizes, Partitions } from '../../../src/record/partitions/partitions.ts';
import type { Rows } from '../../../src/record/partitions/placed-rows.ts';
import { failing } from '../failing.ts';
import { temporaryFolder } from '../sample.ts';

let root: string;
beforeEach(() => {
  root = temporaryFolder();
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

interface Row {
  readonly place: number;
  readonly line: number;
  readonly text: string;
}

/** The rows as they come out again, for about so many bytes of them. */
function sortedOut(rows: readonly Row[], bytes: number, sizes?: PartitionSizes, scratch = new ScratchFolder(root)) {
  const partitions = new Partitions({ fields: 2, first: 0, places: 20, bytes }, scratch, sizes);
  for (const { place, line, text } of rows) {
    const content = Buffer.from(`..${text}..`);
    partitions.put(place, [line, -line], content, 2, content.length - 2);
  }
  const [looked, out]: [Row[], Row[]] = [[], []];
  for (const { place, rows } of partitions.inOrder(false)) looked.push(...rowsOf(place, rows));
  for (const { place, rows } of partitions.inOrder()) out.push(...rowsOf(place, rows));
  expectSame(looked, out);
  scratch.remove();
  return out;
}

/** Of thousands of rows the same is seen faster than what differs is told. */
function expectSame(out: readonly Row[], expected: readonly Row[]): void {
  if (!isDeepStrictEqual(out, expected)) expect(out).toEqual(expected);
}

function rowsOf(place: number, rows: Rows): Row[] {
  return Array.from({ length: rows.count }, (_, row) => {
    const [line = 0, negative = 0] = rows.numbers.subarray(rows.fieldsAt(row));
    if (negative !== -line) throw new Error(`line ${line} has the number ${negative}`);
    return { place, line, text: rows.bytes.toString('utf8', rows.startOf(row), rows.endOf(row)) };
  });
}

/** The same by the sort of the language, which keeps the order of what is equal. */
function sorted(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => a.place - b.place);
}

const row = fc.record({
  place: fc.integer({ min: 0, max: 19 }),
  line: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  text: fc.string({ unit: 'grapheme', maxLength: 40 }),
});
const rows = fc.array(row, { maxLength: 300 });

describe('rows put into partitions', () => {
  it('come out in order of place, as if they had been sorted in memory, and nothing is left', () => {
    // So small that there are files, that holes overflow and are sorted out again, and that single places do.
    const sizes = fc.record({
      holeBytes: fc.integer({ min: 20, max: 400 }),
      mostHoles: fc.integer({ min: 2, max: 6 }),
    });
    fc.assert(
      fc.property(rows, sizes, fc.integer({ min: 0, max: 5000 }), (all, few, bytes) => {
        expectSame(sortedOut(all, bytes, few), sorted(all));
        expect(readdirSync(root)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('stay in memory where they are few', () => {
    const { files, calls } = failing(() => false);
    const few = Array.from({ length: 1000 }, (_, index) => ({
      place: (index * 7) % 20,
      line: index + 2,
      text: 'x'.repeat(1500),
    }));
    expectSame(sortedOut(few, 1_000_000, undefined, new ScratchFolder(root, files)), sorted(few));
    expect(calls).toEqual([]);
  });

  it('go to files where they are many, of which none is held for long', () => {
    const many = Array.from({ length: 15_000 }, (_, index) => ({
      place: index % 20,
      line: index + 2,
      text: `Z00001,meeting,M${index},2015-05-01,2015-05-02,Dr é`,
    }));
    expectSame(sortedOut(many, 40_000_000), sorted(many));
  });

  it('come out whole where a hole is read in several pieces, some of which end within a row', () => {
    const many = Array.from({ length: 4_000 }, (_, index) => ({
      place: (index * 7) % 20,
      line: index + 2,
      text: `Z${index},${'£'.repeat(index % 400)}`,
    }));
    // Said to be few, they all go into one hole, which is sorted out again.
    expectSame(sortedOut(many, 0, { holeBytes: 100_000, mostHoles: 4 }), sorted(many));
  });

  it('come out whole where one of them is longer than all that is read at once', () => {
    const long = ['x', 'y'].map((letter, line) => ({ place: 3, line: line + 5, text: letter.repeat(2_500_001) }));
    const short = [9, 3, 0].map((place, line) => ({ place, line: line + 1, text: 'short' }));
    const rows = [...short, ...long, ...short];
    expectSame(sortedOut(rows, 0, { holeBytes: 1000, mostHoles: 2 }), sorted(rows));
    expectSame(sortedOut(rows, 10_000_000), sorted(rows));
  });

  it('come out whole where the system reads and writes a few bytes at a time', () => {
    const few = {
      ...systemFiles,
      read: (file: number, into: Uint8Array) => systemFiles.read(file, into.subarray(0, 13)),
      write: (file: number, bytes: Uint8Array) => systemFiles.write(file, bytes.subarray(0, 11)),
    };
    const some = Array.from({ length: 100 }, (_, index) => ({
      place: (index * 3) % 20,
      line: index + 2,
      text: 'é'.repeat(index),
    }));
    const sizes = { holeBytes: 500, mostHoles: 3 };
    expectSame(sortedOut(some, 0, sizes, new ScratchFolder(root, few)), sorted(some));
    expectSame(sortedOut(some, 10_000, sizes, new ScratchFolder(root, few)), sorted(some));
  });

  it.each([
    ['read at once', 20],
    ['sorted out again', 1],
  ])('are never fewer than were put: a hole that is %s and has lost its end is a fault', (_, mostHoles) => {
    const some = Array.from({ length: 100 }, (_, line) => ({
      place: line % 20,
      line: line + 2,
      text: 'x'.repeat(10_000),
    }));
    for (const left of [0, 9000, 10_016]) {
      let rest = left;
      const shortened = {
        ...systemFiles,
        read(file: number, into: Uint8Array) {
          const length = systemFiles.read(file, into.subarray(0, rest));
          rest -= length;
          return length;
        },
      };
      const scratch = new ScratchFolder(root, shortened);
      const sizes = { holeBytes: 1000, mostHoles };
      expect(() => sortedOut(some, 1_000_000, sizes, scratch), `${left} bytes are left`).toThrow(
        /^rows-0 is shorter than it was written$/,
      );
      scratch.remove();
    }
  });

  it('have a place between the first and the last', () => {
    const partitions = new Partitions({ fields: 0, first: 5, places: 10, bytes: 0 }, new ScratchFolder(root));
    const put = (place: number) => partitions.put(place, [], Buffer.from('row'), 0, 3);
    for (const place of [5, 14, 5]) put(place);
    for (const place of [4, 15]) expect(() => put(place), `${place}`).toThrow(`no partition for place ${place}`);
    expect(partitions.count).toBe(3);
    expect([...partitions.inOrder()].map(({ place, rows }) => [place, rows.count])).toEqual([
      [5, 2],
      [14, 1],
    ]);
  });

  it('fail as the system does, and leave nothing', () => {
    const full = () => {
      throw Object.assign(new Error('no space'), { code: 'ENOSPC', syscall: 'write' });
    };
    const scratch = new ScratchFolder(root, { ...systemFiles, write: full });
    const few = Array.from({ length: 2000 }, (_, line) => ({ place: line % 20, line, text: 'x'.repeat(200) }));
    const sizes = { holeBytes: 1000, mostHoles: 3 };
    expect(() => sortedOut(few, 400_000, sizes, scratch)).toThrow(SystemFailure);
    expect(readdirSync(root)).toHaveLength(1);
    expect(scratch.remove()).toBeNull();
    expect(readdirSync(root)).toEqual([]);
  });
});
