/** From words with their boxes to a line's text, one space between them. */
import type { Box } from '../../core/types.ts';
import type { TextLine, TextWord } from '../read-text.ts';

/** Offsets are into the joined text. */
export function joinWords(
  read: readonly { readonly text: string; readonly box: Box }[],
): Pick<TextLine, 'text' | 'words'> {
  const words: TextWord[] = [];
  let text = '';
  for (const { text: word, box } of read) {
    if (text) text += ' ';
    words.push({ text: word, start: text.length, end: text.length + word.length, box });
    text += word;
  }
  return { text, words };
}
