import type { CodeEntry } from '../codes.ts';

export const dataCodes = {} satisfies Record<string, CodeEntry>;
