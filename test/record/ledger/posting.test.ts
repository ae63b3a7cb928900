import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pence } from '../../../src/domain/money/money.ts';
import { postingText, readPosting } from '../../../src/record/ledger/posting.ts';
import { sha256 } from '../sample.ts';
import { line, posting } from './sample.ts';

const text = postingText(posting());
const unsealed = text.slice(0, text.indexOf('  "seal"'));

describe('the text of a posting', () => {
  it('has its keys in a fixed order, a line of money in a line, and a seal over all of it', () => {
    expect(text).toBe(`{
  "format": "quarterday/posting/1",
  "serial": 1,
  "previous": null,
  "run": "${'ab12'.repeat(16)}",
  "scheme": "sample-2020-21",
  "scheme_sha256": "${'f00d'.repeat(16)}",
  "period": "spring",
  "as_at": "2020-10-15",
  "controls": {
    "practices": 2,
    "entitlement": "1.50",
    "already_paid": "0.50",
    "payments": "1.50",
    "clawbacks_due": "0.50",
    "clawbacks_deferred": "0.00",
    "clawbacks_proposed": "0.00",
    "clawbacks_waived": "0.00",
    "net": "1.00",
    "not_paid": "0.00",
    "paid_ahead": "0.00",
    "rows": {
      "payments.csv": 1
    }
  },
  "approved_by": "A. Smith",
  "posted_at": "2020-11-01T10:00:00.000Z",
  "lines": [
    "Z00001,Z00001,reviews,spring,1.50",
    "Z00002,Z00002,reviews,spring,-0.50"
  ],
  "seal": "${sha256(unsealed)}"
}
`);
  });

  it('is read back as it was', () => {
    expect(readPosting(Buffer.from(text))).toEqual(posting());
  });

  it('is read back whatever it says', () => {
    const amounts = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(amounts), fc.nat(), (approvedBy, pounds, serial) => {
        const lines = pounds.map((amount) => ({ ...line('Z00001', 'a', 'b', 0), amount: pence(amount) }));
        const one = posting({ approvedBy, lines, serial, previous: 'c'.repeat(64) });
        expect(readPosting(Buffer.from(postingText(one)))).toEqual(one);
      }),
    );
  });
});

describe('a file that is no posting', () => {
  it('is one with any byte changed in any way', () => {
    const bytes = Buffer.from(text);
    for (const [at, byte] of bytes.entries()) {
      for (const other of [byte ^ 1, byte ^ 0x20, 0, 0xff]) {
        bytes[at] = other;
        if (other !== byte) expect(readPosting(bytes), `byte ${at} as ${other}`).toBeNull();
      }
      bytes[at] = byte;
    }
    expect(readPosting(bytes)).not.toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['no object', '[]'],
    ['an object without lines', '{"as_at":"2020-10-15","controls":{}}'],
    ['cut short', text.slice(0, -1)],
    ['longer', `${text}\n`],
    ['with a key more', text.replace('  "format"', '  "more": 1,\n  "format"')],
    ['with a key twice', text.replace('  "serial": 1,', '  "serial": 1,\n  "serial": 1,')],
    ['with other spaces', text.replace('"serial": 1', '"serial":  1')],
    ['with other line ends', text.replaceAll('\n', '\r\n')],
    ['of another format', text.replace('quarterday/posting/1', 'quarterday/posting/2')],
    ['edited without a new seal', text.replace('reviews,spring,1.50', 'reviews,spring,1.51')],
  ])('is one that is %s', (_, written) => {
    expect(readPosting(Buffer.from(written))).toBeNull();
  });

  it('is one with bytes that are no text, even where they read the same', () => {
    const name = postingText(posting({ approvedBy: '\u{FFFD}' }));
    const bytes = Buffer.from(name.replace('\u{FFFD}', '?'));
    bytes[bytes.indexOf('?')] = 0xff;
    expect(readPosting(bytes)).toBeNull();
  });
});
