import { describe, expect, it } from 'vitest';
import { ratio } from '../../../src/domain/money/ratio.ts';
import { renderPage } from '../../../src/report/page/page.ts';
import { plain } from '../../../src/report/page/paint.ts';
import { budgetBlocks } from '../../../src/report/show/budget.ts';
import { sayHeadlines } from '../../../src/report/show/headlines.ts';
import { component, scheme } from '../sample.ts';

const pool = (pounds: number) => ({ kind: 'pool', pounds: ratio(pounds), clause: 'T' }) as const;
const pools = {
  ...scheme,
  components: [
    component('plans', 0, pool(380977), {
      adjustments: [
        {
          id: 'overlap',
          title: 'Overlap',
          kind: 'reduce',
          by: ratio(1, 10),
          roundedTo: 'pound',
          mode: 'half-away-from-zero',
          clause: 'S',
        },
      ],
    }),
    component('workforce', 1, pool(108849), {
      adjustments: [{ id: 'removal', title: 'Removal', kind: 'remove', clause: 'R' }],
    }),
    component('safety', 2, pool(99147)),
  ],
};

describe('budgetBlocks', () => {
  it('foots the pools as the paper does: funding, each reduction, budget', () => {
    expect(renderPage(budgetBlocks(pools), plain)).toBe(
      [
        'Budget',
        '  pool        funding  adjustment    budget  clause',
        '  plans      £380,977              £342,879  [T]',
        '    Overlap              −£38,098            [S]',
        '  workforce  £108,849                    £0  [T]',
        '    Removal             −£108,849            [R]',
        '  safety      £99,147               £99,147  [T]',
        '  ---------  --------  ----------  --------  ------',
        '  Total      £588,973   −£146,947  £442,026',
        '  £588,973 − £38,098 = £550,875; − £108,849 = £442,026. Variance £146,947.',
        '',
      ].join('\n'),
    );
  });

  it('adds up sums and capped events, and leaves out events without a cap', () => {
    const event = (atMost: number | null) =>
      ({ kind: 'per-event', pounds: ratio(250), event: 'meeting', atMost, clause: '14' }) as const;
    const components = [
      component('meetings', 0, event(6)),
      component('open', 1, event(null)),
      component('lump', 2, { kind: 'fixed', pounds: ratio(100), clause: '15' }),
    ];
    expect(renderPage(budgetBlocks({ ...scheme, components }), plain)).toBe(
      [
        'Budget',
        '  sums and events, one practice  rate         at most  clause',
        '  meetings                       £250.00 × 6   £1,500  [14]',
        '  lump                                           £100  [15]',
        '  -----------------------------  -----------  -------  ------',
        '  Total                                        £1,600',
        '',
      ].join('\n'),
    );
  });

  it('is nothing where no value is known', () => {
    const hole = { kind: 'to-be-confirmed', what: 'the value', clause: '' } as const;
    expect(budgetBlocks({ ...scheme, components: [component('a', 0, hole)] })).toEqual([]);
  });
});

describe('sayHeadlines', () => {
  const figure = { title: 'Figure', clause: 'S', components: ['plans', 'workforce', 'safety'] };

  it('shows the tie of each kind of figure', () => {
    const headlines = [
      { ...figure, kind: 'budget', after: [], pounds: ratio(588973) },
      { ...figure, kind: 'budget', after: ['overlap'], pounds: ratio(550875) },
      { ...figure, kind: 'budget', after: 'all', pounds: ratio(442026) },
      { ...figure, kind: 'reduction', by: ['overlap', 'removal'], pounds: ratio(146947) },
    ] as const;
    expect(sayHeadlines({ ...pools, headlines })).toEqual([
      'Figure: £588,973 = plans £380,977 + workforce £108,849 + safety £99,147 [S]',
      'Figure: £550,875 = plans £342,879 + workforce £108,849 + safety £99,147 [S]',
      'Figure: £442,026 = plans £342,879 + safety £99,147 [S]',
      'Figure: £146,947 = plans £38,098 + workforce £108,849 [S]',
    ]);
  });

  it('says so where a figure does not tie, by a pound or by its kind', () => {
    const headlines = [
      { ...figure, kind: 'budget', after: 'all', pounds: ratio(443000) },
      { ...figure, kind: 'rate', pounds: ratio(0) },
    ] as const;
    expect(sayHeadlines({ ...pools, headlines })).toEqual([
      'Figure: £443,000 does not tie: the components come to £442,026 [S]',
      'Figure: £0.00 does not tie: the components come to £0.00 [S]',
    ]);
  });
});
