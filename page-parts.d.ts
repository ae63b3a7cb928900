import type { Plugin } from 'vitest/config';

export const pagePartsInTests: Plugin;
