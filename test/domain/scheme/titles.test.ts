import { describe, expect, it } from 'vitest';
import {
  eventTitled,
  shortTitleData,
  shortTitleOf,
  type Titled,
  withShortTitle,
} from '../../../src/domain/scheme/titles.ts';

describe('a title', () => {
  const long = { title: 'Participation in integrated teams', shortTitle: 'Teams' };
  const short: Titled = { title: 'Teams' };

  it('is the short one where space is short and there is one', () => {
    expect([long, short].map(shortTitleOf)).toEqual(['Teams', 'Teams']);
    expect([long, short].map(withShortTitle)).toStrictEqual([{ shortTitle: 'Teams' }, {}]);
    expect([long, short].map(shortTitleData)).toStrictEqual([{ short_title: 'Teams' }, {}]);
  });

  it('of an event is that of the scheme, else its id as words', () => {
    const events = [
      { id: 'team-meeting', title: 'Meeting of the team', clause: '1' },
      { id: 'visit', title: 'Visit', clause: '2' },
    ];
    expect(eventTitled('visit', { events }).title).toBe('Visit');
    expect(eventTitled('home-visit-late', { events }).title).toBe('home visit late');
    expect(eventTitled('home-visit', {}).title).toBe('home visit');
  });
});
