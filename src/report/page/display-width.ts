import { eastAsianWidth } from 'get-east-asian-width';
import { isPlain } from '../../domain/words/visible.ts';

/** Marks that stand on the letter before them, and the colour of a skin, which its emoji takes on. */
const noWidth = /[\p{Mn}\p{Me}]|(?<=\p{Emoji_Modifier_Base})\p{Emoji_Modifier}/gu;

/** How many columns of a terminal a text takes, once it is `visible`: an accent none, a wide character or an emoji two. */
export function displayWidth(text: string): number {
  if (isPlain(text)) return text.length;
  // Letters that are written in parts, as some file systems do, are shown as one.
  const characters = [...text.normalize('NFC').replace(noWidth, '')];
  return characters.reduce((width, character) => width + eastAsianWidth(character.codePointAt(0) ?? 0), 0);
}
