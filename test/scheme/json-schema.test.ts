import { describe, expect, it } from 'vitest';
import { schemeJsonSchema } from '../../src/scheme/json-schema.ts';

describe('the JSON Schema of the grammar', () => {
  it('is the one in schemes/, for editors (vitest -u writes it anew)', async () => {
    const text = `${JSON.stringify(schemeJsonSchema(), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot('../../schemes/scheme.schema.json');
  });
});
