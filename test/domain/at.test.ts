import { expect, it } from 'vitest';
import { at, atKey } from '../../src/domain/at.ts';

it('answers what stands at a place, and throws where nothing does', () => {
  expect(at(['first', 'second'], 1)).toBe('second');
  expect(() => at(['first', 'second'], 2)).toThrow('nothing at place 2 of 2');
  expect(() => at(['first'], -1)).toThrow('nothing at place -1 of 1');
});

it('answers what a table holds for a key, and throws where it holds nothing', () => {
  expect(atKey(new Map([['visits', 0n]]), 'visits')).toBe(0n);
  expect(() => atKey(new Map([['visits', 0n]]), 'reports')).toThrow('nothing for reports among 1');
});
