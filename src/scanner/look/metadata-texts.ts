import type { MetadataText } from '../../detectors/metadata/collected.ts';

export interface SearchedText extends MetadataText {
  /** There was more of it than is looked at. */
  readonly isCut: boolean;
}

/** The texts of one file's metadata up to `maxLength` units of all of them; what is beyond is empty. */
export function cutTexts(texts: readonly MetadataText[], maxLength: number): SearchedText[] {
  let left = maxLength;
  return texts.map(({ field, text }) => {
    const searched = text.slice(0, left);
    left -= searched.length;
    return { field, text: searched, isCut: searched.length < text.length };
  });
}
