import { describe, expect, it } from 'vitest';
import { beginsWithVowel, paysPractices, practiceNoun, sayCodeForm } from '../../../src/domain/scheme/member.ts';

describe('a noun for whom a scheme pays', () => {
  it('begins with a vowel as it is heard', () => {
    const nouns = [
      'office',
      'agency',
      'Estate',
      'inn',
      'urchin',
      'unit',
      'university',
      'user',
      'uncle',
      'farm',
      'hourly',
    ];
    expect(nouns.filter(beginsWithVowel)).toEqual(['office', 'agency', 'Estate', 'inn', 'urchin', 'uncle']);
  });

  it('is that of practices only with all that belongs to it', () => {
    const members = [
      { ...practiceNoun },
      { ...practiceNoun, one: 'farm' },
      { ...practiceNoun, many: 'farms' },
      { ...practiceNoun, codes: 'any' as const },
    ];
    expect(members.map((member) => paysPractices({ member }))).toEqual([true, false, false, false]);
  });

  it('says how its codes are formed', () => {
    const forms = (['practice', 'any'] as const).map((codes) => sayCodeForm({ member: { ...practiceNoun, codes } }));
    expect(forms).toEqual(['a capital letter and five digits', '1 to 20 letters, digits and hyphens']);
  });
});
