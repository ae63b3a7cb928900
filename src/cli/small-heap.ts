import { setFlagsFromString } from 'node:v8';

/**
 * Has garbage collected before the heap is a quarter larger than what is in use. Left alone, V8 lets it grow to four times
 * of that where there is memory, and a run of ten million claims would take up what others on the machine could use.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=25');
}
