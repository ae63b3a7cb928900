import { describe, expect, it } from 'vitest';
import { type PracticesRead, readPractices } from '../../../src/data/tables/practices.ts';
import type { Finding } from '../../../src/domain/findings/finding.ts';

describe('a table of which not every line is looked at', () => {
  it('counts them all, and tells nothing of the others', () => {
    const text = 'practice_code,practice_name\nZ00001,Ash\nZ00002\nZ00001,Ash again\nZ00003,Cedar\n';
    const read = (wanted: string) => {
      const [who, findings]: [PracticesRead, Finding[]] = [{ practices: [], named: null }, []];
      const note = (each: Finding) => findings.push(each);
      const concerns = (line: string) => line.includes(wanted);
      const { rows } = readPractices(
        { content: Buffer.from(text), encoding: 'utf-8', note, concerns },
        () => null,
        who,
      );
      const told = findings.map(({ code, line }) => `${code} ${line}`);
      return { rows, practices: who.practices.map(({ code, line }) => `${code} ${line}`), told };
    };
    expect(read('Z00003')).toEqual({ rows: 4, practices: ['Z00003 5'], told: [] });
    expect(read('Z00001')).toEqual({ rows: 4, practices: ['Z00001 2'], told: ['practice-twice 4'] });
    expect(read('Z00009')).toEqual({ rows: 4, practices: [], told: [] });
    expect(read('').told).toEqual(['too-few-cells 3', 'practice-twice 4']);
  });
});
