import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRowSources } from '../../../src/data/files/row-sources.ts';
import { finding } from '../../../src/domain/findings/finding.ts';

describe('where a row came from', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'quarterday-sources-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  /** The source that a finding about the second line of a table is given. */
  function sourceIn(table: string): string | undefined {
    writeFileSync(join(dir, 'practices.csv'), table);
    const place = { file: 'practices.csv', line: 2, field: 'practice_code' };
    return openRowSources(dir)(finding('practice-twice', place, { message: 'stands twice', hint: 'remove one' }))
      .source;
  }

  it.each([
    ['stands in its cell', 'practice_code,x_source\nZ00001,book.xlsx List!7\n', 'book.xlsx List!7'],
    ['stands in its cell, whatever ends the lines', 'x_source,practice_code\r\nlist.csv:7,Z00001\r\n', 'list.csv:7'],
    [
      'stands in its cell, however long the header is',
      `practice_code,"${'a'.repeat(9000)}",x_source\nZ00001,,list.csv:7\n`,
      'list.csv:7',
    ],
    ['is nowhere in a table that was written by hand', 'practice_code,practice_name\nZ00001,x_source\n', undefined],
    ['is nowhere in a table without rows', 'practice_code,x_source', undefined],
    ['is nowhere in an empty table', '', undefined],
  ])('%s', (_, table, source) => expect(sourceIn(table)).toBe(source));
});
