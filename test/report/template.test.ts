import { describe, expect, it } from 'vitest';
import { ratio } from '../../src/domain/money/ratio.ts';
import { templateReadme, templateTable } from '../../src/report/template.ts';
import { component, scheme } from './sample.ts';

const evidence = {
  file: 'evidence.csv',
  holds: 'a document | a report',
  columns: [
    { name: 'practice_code', optional: false, holds: 'the practice' },
    { name: 'quantity', optional: true, holds: 'a | b' },
  ],
  needed: true,
};

describe('templateTable', () => {
  it('is a header and nothing else', () => {
    expect(templateTable(evidence)).toBe('practice_code,quantity\r\n');
  });
});

describe('templateReadme', () => {
  it('lists the tables with their columns', () => {
    const paid = { ...evidence, file: 'paid.csv', needed: false };
    const text = templateReadme(scheme, [evidence, paid]);
    expect(text).toContain('# Data folder for Sample scheme 2020/21\n');
    expect(text).toContain(
      [
        '### evidence.csv',
        '',
        'Needed. Each row is a document | a report.',
        '',
        '| column |  | holds |',
        '| --- | --- | --- |',
        '| `practice_code` | always | the practice |',
        '| `quantity` | optional | a \\| b |',
      ].join('\n'),
    );
    expect(text).toContain('### paid.csv\n\nMay be left out. Each row is');
  });

  it('lists the ids that cells may hold, with deadlines', () => {
    const text = templateReadme(scheme, []);
    expect(text).toContain('| `access` | The access component |');
    expect(text).toContain('| `spring` | Spring instalment |');
    expect(text).toContain('| `sign-up` | Signed agreement | once | by 31 May 2020 |');
    expect(text).toContain(
      '| `audit` | Audit of prescribing | once for each component, with a quantity of at least 5 for every 1,000 patients, rounded up | by 30 June 2021 |',
    );
    expect(text).not.toContain('`event`');
    expect(text).not.toContain('`measure`');
  });

  it('lists events and measures where the scheme has them', () => {
    const meeting = { kind: 'per-event', pounds: ratio(250), event: 'meeting', atMost: 6, clause: '1' } as const;
    const reviewed = {
      id: 'reviewed',
      title: 'Reviews',
      numerator: 'reviewed',
      denominator: 'on the register',
      clause: '9',
    };
    const text = templateReadme(
      { ...scheme, components: [component('meetings', 0, meeting)], measures: [reviewed], evidence: [] },
      [],
    );
    expect(text).toContain('| `meeting` | `meetings` |');
    expect(text).toContain('| `reviewed` | Reviews | reviewed | on the register |');
    expect(text).not.toContain('For the column `evidence`');
  });
});
