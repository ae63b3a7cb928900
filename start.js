// `npm start`: in a clone the program is built first; a package that was installed has it.
import { existsSync } from 'node:fs';

if (existsSync(new URL('src/main.ts', import.meta.url))) await import('./build.config.js');
await import('./dist/demonstration.js');
