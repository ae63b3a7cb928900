import type { MeasureKind } from '../../domain/scheme/scheme.ts';
import type { Words } from '../../domain/words/words.ts';

/** Of a measure what its sentences need. */
export type MeasureWords = Pick<MeasureKind, 'id' | 'denominator' | 'numeratorUnit' | 'denominatorUnit'>;

/** What the sentences about a block take from the scheme around it: its words, and what its measures count. */
export interface SchemeWords {
  readonly words: Words;
  readonly measures: readonly MeasureWords[];
}
