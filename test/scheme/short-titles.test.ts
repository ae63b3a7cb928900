import { describe, expect, it } from 'vitest';
import { eventTitled, shortTitleOf } from '../../src/domain/scheme/titles.ts';
import { readScheme } from '../../src/scheme/read.ts';
import { type Change, said, smallScheme } from './small-scheme.ts';

const event = { id: 'meeting', title: 'A meeting of the members', clause: '4' };

describe('a short title', () => {
  it('stands for the title where there is one', () => {
    const { value } = readScheme(
      smallScheme(
        ['components.0.shortTitle', 'Patients'],
        ['evidence.0.shortTitle', 'Plan'],
        ['events', [{ ...event, shortTitle: 'Meeting' }]],
      ),
      'small.json',
    );
    const { components = [], evidence = [], events = [] } = value ?? {};
    expect(components.slice(0, 2).map(shortTitleOf)).toEqual(['Patients', 'By the meeting']);
    expect(evidence.map(shortTitleOf)).toEqual(['Plan', 'The sheet']);
    expect(shortTitleOf(eventTitled('meeting', { events }))).toBe('Meeting');
    expect(shortTitleOf(eventTitled('away-day', { events }))).toBe('away day');
  });

  it.each<[string, Change]>([
    ['a component', ['components.0.shortTitle', 'x'.repeat(41)]],
    ['evidence', ['evidence.1.shortTitle', 'x'.repeat(41)]],
    ['an event', ['events', [{ ...event, shortTitle: 'x'.repeat(41) }]]],
    ['a blank one', ['components.0.shortTitle', ' ']],
  ])('of %s has at most 40 letters', (_, change) => {
    expect(said(change)).toMatchSnapshot();
  });

  it('may be that of something of another kind', () => {
    expect(said(['components.0.shortTitle', 'The plan'], ['components.1.shortTitle', 'First half'])).toBe('');
  });

  it.each<[string, Change]>([
    ['a component', ['components.0.short_title', 'Patients']],
    ['a component in a group', ['components.3.components.0.Short-Title', 'Calls']],
    ['evidence', ['evidence.1.short_title', 'Sheet']],
    ['an event', ['events', [{ ...event, short_title: 'Meeting' }]]],
  ])('of %s is asked after in whatever way it is spelt', (_, change) => {
    expect(said(change)).toMatchSnapshot();
  });
});
