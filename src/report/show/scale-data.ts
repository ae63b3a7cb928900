import { formatExact } from '../../domain/money/ratio.ts';
import type { Scale } from '../../domain/scheme/scheme.ts';

/** A scale with its exact thresholds and what they pay. */
export function scaleData(scale: Scale) {
  switch (scale.kind) {
    case 'linear':
      return { kind: scale.kind, from: formatExact(scale.from), to: formatExact(scale.to) };
    case 'steps':
      return {
        kind: scale.kind,
        steps: scale.steps.map(({ from, edge, pays }) => ({
          from: formatExact(from),
          ...(edge && { edge }),
          pays: formatExact(pays),
        })),
      };
    case 'line': {
      const points = scale.points.map(({ at, pays, below, above }) => ({
        at: formatExact(at),
        pays: formatExact(pays),
        ...(below && { below: formatExact(below) }),
        ...(above && { above: formatExact(above) }),
      }));
      return { kind: scale.kind, points, ...(scale.beyond && { beyond: scale.beyond }) };
    }
  }
}
