const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const plain = /^[ -~¡-¬®-ſ–—‘’“”…−]*$/;

/**
 * Whether a text is nothing but plain spaces, Latin letters, digits and common signs, as nearly every text is: all of it can be seen.
 * The classes of Unicode, which know every other character, are not asked then: V8 needs half a millisecond to make ready for each.
 */
export function isPlain(text: string): boolean {
  return plain.test(text);
}

/** Whether a text holds control, two-way or zero-width characters, or halves of surrogate pairs: nothing that a person writes on purpose. */
export function holdsUnprintable(text: string): boolean {
  return !isPlain(text) && unprintable.test(text);
}

/**
 * Text from outside (a cell, a file name, an argument) as one line that a terminal can be given: control, escape,
 * two-way and zero-width characters are spelt out, as `\u{202E}`.
 */
export function visible(text: string): string {
  return isPlain(text) ? text : text.replace(invisible, spelt);
}

/** JSON text in which the same characters are escaped as JSON escapes them, so that it still says the same. */
export function visibleJson(json: string): string {
  const lines = json.split('\n');
  return lines.map((line) => (isPlain(line) ? line : line.replace(invisible, escapedInJson))).join('\n');
}

function spelt(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `\\u{${code.toString(16).toUpperCase().padStart(4, '0')}}`;
}

function escapedInJson(character: string): string {
  const units = [...Array(character.length).keys()].map((index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
