import { madeUpReading } from '../../domain/scheme/made-up.ts';
import { ours } from '../../domain/words/sentence.ts';
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

/** An agreed scheme says of nothing in it that it is made up, as a new one does. */
export function agreedSchemesHoldNothingMadeUp({ status, assumptions }: WrittenScheme): JsonMistake[] {
  if (status === 'draft') return [];
  return assumptions.flatMap(({ reading }, index): JsonMistake[] => {
    if (!reading.startsWith(madeUpReading)) return [];
    const message = `the scheme is agreed, but says that this is made up: ${reading.slice(madeUpReading.length)}`;
    const hint = 'write what the paper says, and take this assumption out';
    return [{ code: 'scheme-made-up', at: ['assumptions', index, 'reading'], message, hint }];
  });
}

/** A scheme with holes has no examples and no headlines: they are worked to the penny. */
export function examplesWaitForEveryFigure(scheme: WrittenScheme): JsonMistake[] {
  if (holesIn(scheme).length === 0) return [];
  return (['headlines', 'examples'] as const).flatMap((key): JsonMistake[] => {
    if (scheme[key].length === 0) return [];
    const message = ours`${key} are worked to the penny, and this scheme leaves figures to be confirmed; expected none yet`;
    return [
      { code: 'scheme-example-untested', at: [key], message, hint: `take "${key}" out until the draft is complete` },
    ];
  });
}
