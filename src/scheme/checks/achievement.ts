import { compare, equals, isZero } from '../../domain/money/ratio.ts';
import { isPlainFigure } from '../../domain/scheme/measure.ts';
import type { JsonMistake, Path } from '../../json/mistake.ts';
import type { WrittenAchievement } from '../grammar/achievement.ts';
import type { WrittenScheme } from '../grammar/scheme.ts';
import type { Threshold } from '../grammar/words.ts';
import { leavesOf } from '../tree.ts';
import { idsOf, isKnown, type Placed } from './names.ts';
import { measuresInQuantities } from './quantities.ts';

type Measured = Extract<WrittenAchievement, { kind: 'measured' }>;

/** Every measure that scales a component is written in the scheme. */
export function measuresNamedExist(scheme: WrittenScheme): JsonMistake[] {
  const { measures } = idsOf(scheme);
  return achievements(scheme).flatMap(({ it, at }) => isKnown('measure', it.measure, measures, [...at, 'measure']));
}

/** Every measure scales a component or stands in a quantity: a warning, as practices would be asked for figures that change nothing. */
export function noMeasureIsUnused(scheme: WrittenScheme): JsonMistake[] {
  const used = new Set([...achievements(scheme).map(({ it }) => it.measure), ...measuresInQuantities(scheme)]);
  return scheme.measures.flatMap(({ id }, index): JsonMistake[] => {
    if (used.has(id)) return [];
    const message = `nothing in the scheme asks for the measure ${id}: its figures would change no amount; expected an achievement, a quantity or a test that names it`;
    return [
      {
        code: 'scheme-unused-measure',
        at: ['measures', index, 'id'],
        message,
        hint: 'name it where the paper counts it, or take it out',
      },
    ];
  });
}

/** A scale of shares says what nothing to measure pays, and its places are shares; those of a plain figure are in its own unit. */
export function scalesFitTheirMeasure(scheme: WrittenScheme): JsonMistake[] {
  return achievements(scheme).flatMap(({ it: { measure: id, zeroDenominator, scale }, at }): JsonMistake[] => {
    const measure = scheme.measures.find((each) => each.id === id);
    if (!measure || isPlainFigure(measure)) return [];
    const bare = edgesOf(scale).filter(({ edge }) => edge.isBare);
    return [
      ...(zeroDenominator === undefined
        ? [
            {
              code: 'json-missing-key' as const,
              at,
              message: 'the key "zeroDenominator" is missing; expected what is paid where there is nothing to measure',
              hint: 'add "zeroDenominator", such as "0%"',
            },
          ]
        : []),
      ...bare.map(({ way }): JsonMistake => {
        const message = `${id} is a share, and this edge is no share; expected one such as "80%", "0.8" or "4/5"`;
        const place = [...at, 'scale', ...way];
        return { code: 'json-bad-value', at: place, message, hint: 'write a per cent sign where per cent are meant' };
      }),
    ];
  });
}

/** The places on a scale, each with the way to it. */
function edgesOf(scale: Scale): { readonly edge: Threshold; readonly way: Path }[] {
  switch (scale.kind) {
    case 'linear':
      return [
        { edge: scale.from, way: ['from'] },
        { edge: scale.to, way: ['to'] },
      ];
    case 'steps':
      return scale.steps.map(({ from }, index) => ({ edge: from, way: ['steps', index, 'from'] }));
    case 'line':
      return scale.points.map(({ at: edge }, index) => ({ edge, way: ['points', index, 'at'] }));
  }
}

/** The steps of a scale ascend, each from a higher bound than the one before. */
export function scaleStepsAscend(scheme: WrittenScheme): JsonMistake[] {
  return achievements(scheme).flatMap(({ it: { scale }, at }) => {
    if (scale.kind !== 'steps') return [];
    return scale.steps.flatMap(({ from }, index): JsonMistake[] => {
      const before = scale.steps[index - 1];
      if (!before || compare(before.from, from) < 0) return [];
      const message = 'this step does not begin above the one before; expected the bounds to ascend';
      return [
        scaleMistake([...at, 'scale', 'steps', index, 'from'], message, 'put the steps in the order of their bounds'),
      ];
    });
  });
}

/** Where higher is better, more pays more; where lower is better, less pays more, and the best of all lies on the scale. */
export function scalesFollowTheirDirection(scheme: WrittenScheme): JsonMistake[] {
  return achievements(scheme).flatMap(({ it, at }) => scaleMistakes(it, at));
}

function scaleMistakes(it: Measured, at: Path): JsonMistake[] {
  switch (it.scale.kind) {
    case 'steps':
      return stepMistakes(it, it.scale.steps, at);
    case 'linear':
      return lineMistakes(it, it.scale, at);
    case 'line':
      return pointMistakes(it, it.scale, at);
  }
}

/** The points of a line ascend, what they pay never turns against the direction, and a line that goes on has two ends. */
function pointMistakes(
  { direction }: Measured,
  { points, beyond }: Extract<Scale, { kind: 'line' }>,
  at: Path,
): JsonMistake[] {
  const place = [...at, 'scale', 'points'];
  const sign = direction === 'higher-is-better' ? 1 : -1;
  const values = points.flatMap(({ pays, below, above }, index) =>
    [below ?? pays, pays, above ?? pays].map((value) => ({ value, index })),
  );
  const turns = values.findIndex(({ value }, n) => {
    const before = values[n - 1];
    return before !== undefined && compare(value, before.value) * sign < 0;
  });
  const turning = values[turns];
  const [expected, other] = sign > 0 ? ['less', 'more'] : ['more', 'less'];
  return [
    ...points.flatMap(({ at: edge }, index): JsonMistake[] => {
      const before = points[index - 1];
      if (!before || compare(before.at, edge) < 0) return [];
      const message =
        'this point does not lie above the one before; expected the points to ascend, a jump being one point with "below" or "above"';
      return [scaleMistake([...place, index, 'at'], message, 'put the points in the order of their places')];
    }),
    ...(turning
      ? [
          scaleMistake(
            [...place, turning.index, 'pays'],
            `here the scale pays ${expected} than before it; expected no ${expected}, as ${say(direction)}`,
            `correct what the point pays, or change the direction, if the paper pays ${other} there`,
          ),
        ]
      : []),
    ...(beyond && points.length < 2
      ? [scaleMistake(place, 'a line that goes on has one point; expected two', 'add the point from which it comes')]
      : []),
  ];
}

type Scale = Measured['scale'];

function lineMistakes(
  { direction }: Measured,
  { from, to }: Extract<Scale, { kind: 'linear' }>,
  at: Path,
): JsonMistake[] {
  const place = [...at, 'scale', 'to'];
  if (equals(from, to)) {
    return [
      scaleMistake(place, 'the line begins and ends at the same share; expected two', 'for a single edge write steps'),
    ];
  }
  const rises = compare(from, to) < 0;
  if (rises === (direction === 'higher-is-better')) return [];
  const expected = rises ? 'below' : 'above';
  const message = `where ${say(direction)}, the end that pays all lies ${expected} the end that pays nothing`;
  return [
    scaleMistake(
      place,
      `${message}; expected from and to the other way round`,
      'exchange from and to, or change the direction',
    ),
  ];
}

function stepMistakes(
  { direction }: Measured,
  steps: Extract<Scale, { kind: 'steps' }>['steps'],
  at: Path,
): JsonMistake[] {
  const place = [...at, 'scale', 'steps'];
  const sign = direction === 'higher-is-better' ? 1 : -1;
  const mistakes = steps.flatMap(({ pays }, index): JsonMistake[] => {
    const before = steps[index - 1];
    if (!before || compare(pays, before.pays) * sign > 0) return [];
    const expected = sign > 0 ? 'more' : 'less';
    const message = `this step does not pay ${expected} than the one before; expected ${expected}, as ${say(direction)}`;
    return [scaleMistake([...place, index, 'pays'], message, 'correct what the step pays, or change the direction')];
  });
  const [first] = steps;
  if (direction === 'higher-is-better' || !first || isZero(first.from)) return mistakes;
  const message =
    'where lower is better, the best result is 0%, and below the first step nothing is paid; expected a step from 0%';
  return [...mistakes, scaleMistake([...place, 0, 'from'], message, 'begin with a step from "0%"')];
}

function say(direction: Measured['direction']): string {
  return direction.replaceAll('-', ' ');
}

function scaleMistake(at: Path, message: string, hint: string): JsonMistake {
  return { code: 'scheme-scale', at, message, hint };
}

function achievements(scheme: WrittenScheme): Placed<Measured>[] {
  return leavesOf(scheme).flatMap(({ component: { achievement }, at }) =>
    achievement?.kind === 'measured' ? [{ it: achievement, at: [...at, 'achievement'] }] : [],
  );
}
