import type { MadeFinding } from '../../domain/findings/finding.ts';

/** Takes a finding as soon as it is made: a spoilt file may have millions of them, and none are held here. */
export type Note = (finding: MadeFinding) => void;
