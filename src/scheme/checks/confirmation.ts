import type { JsonMistake } from '../../json/mistake.ts';
import type { WrittenScheme } from '../grammar/scheme.ts';
import { holesIn } from '../to-be-confirmed.ts';

/** An agreed scheme leaves nothing to be confirmed. */
export function agreedSchemesLeaveNothingToConfirm(scheme: WrittenScheme): JsonMistake[] {
  if (scheme.status === 'draft') return [];
  return holesIn(scheme).map(({ hole, at }): JsonMistake => {
    const message = `the scheme is agreed, but this is still to be confirmed: ${hole.what}; expected the figure`;
    return { code: 'scheme-to-be-confirmed', at, message, hint: 'write what was agreed, or set "status": "draft"' };
  });
}

/** A scheme with holes has no examples and no headlines: they are worked to the penny. */
export function examplesWaitForEveryFigure(scheme: WrittenScheme): JsonMistake[] {
  if (holesIn(scheme).length === 0) return [];
  return (['headlines', 'examples'] as const).flatMap((key): JsonMistake[] => {
    if (scheme[key].length === 0) return [];
    const message = `${key} are worked to the penny, and this scheme leaves figures to be confirmed; expected none yet`;
    return [
      { code: 'scheme-example-untested', at: [key], message, hint: `take "${key}" out until the draft is complete` },
    ];
  });
}
