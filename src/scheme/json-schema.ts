import * as z from 'zod';
import { scheme } from './grammar/scheme.ts';

/** The grammar as a JSON Schema, for an editor: committed as schemes/scheme.schema.json. */
export function schemeJsonSchema(): unknown {
  return z.toJSONSchema(scheme, { io: 'input' });
}
