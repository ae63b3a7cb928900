import type { DiffRequest } from './request.ts';
import type { Terminal } from './terminal.ts';

export async function diffRuns(_request: DiffRequest, _terminal: Terminal): Promise<void> {}
