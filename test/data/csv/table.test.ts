import { describe, expect, it } from 'vitest';
import { type PracticesRead, readPractices } from '../../../src/data/tables/practices.ts';
import type { MadeFinding } from '../../../src/domain/findings/finding.ts';
import { plainWords } from '../../../src/domain/words/words.ts';

describe('a table of which not every line is looked at', () => {
  it('counts them all, and tells nothing of the others', async () => {
    const text = 'practice_code,practice_name\nZ00001,Ash\nZ00002\nZ00001,Ash again\nZ00003,Cedar\n';
    const read = async (wanted: string) => {
      const [who, findings]: [PracticesRead, MadeFinding[]] = [{ practices: [], named: null }, []];
      const note = (each: MadeFinding) => findings.push(each);
      const concerns = (line: string) => line.includes(wanted);
      const pause = async () => {};
      const source = { content: Buffer.from(text), encoding: 'utf-8', note, pause, concerns } as const;
      const { rows } = await readPractices(source, plainWords, () => null, who);
      const told = findings.map(({ code, line }) => `${code} ${line}`);
      return { rows, practices: who.practices.map(({ code, line }) => `${code} ${line}`), told };
    };
    expect(await read('Z00003')).toEqual({ rows: 4, practices: ['Z00003 5'], told: [] });
    expect(await read('Z00001')).toEqual({ rows: 4, practices: ['Z00001 2'], told: ['practice-twice 4'] });
    expect(await read('Z00009')).toEqual({ rows: 4, practices: [], told: [] });
    expect((await read('')).told).toEqual(['too-few-cells 3', 'practice-twice 4']);
  });
});

describe('a long table', () => {
  it('lets others have their turn while it is read, and stops where they say so', async () => {
    const row = 'Z00001,Ash\n';
    const content = Buffer.from(`practice_code,practice_name\n${row.repeat(400_000)}`);
    const who: PracticesRead = { practices: [], named: null };
    const found: MadeFinding[] = [];
    let turns = 0;
    const pause = async () => {
      turns += 1;
      if (turns === 3) throw new Error('interrupted');
    };
    const source = { content, encoding: 'utf-8', note: (each: MadeFinding) => found.push(each), pause } as const;
    await expect(readPractices(source, plainWords, () => null, who)).rejects.toThrow('interrupted');
    // Three pieces of a mebibyte were read, 11 bytes a row.
    expect(found.length).toBeGreaterThan(280_000);
    expect(found.length).toBeLessThan(290_000);
  });
});
