/** What the room of holds has done by the scanner: redacting one held item, looking at it again, showing it. */
import { UNSEEN_IMAGE_TYPES } from '../core/types.ts';
import { BystanderError } from '../errors.ts';
import type { HeldItem, ItemRedactor } from '../holds/types.ts';
import { decodeText } from '../media/decode-text.ts';
import type { Engine, ScanInput } from '../scanner/types.ts';

/** Longer side of a preview, in pixels. */
const PREVIEW_SIDE = 1280;

export function createItemRedactor(engine: Engine): ItemRedactor {
  return {
    async redact(item, content, findings, { cover }) {
      const { bytes, text, mediaType } = await engine.clean(inputOf(item, content), {
        places: findings,
        gaps: item.gaps,
        ...(cover !== undefined && { redaction: { cover } }),
      });
      if (text !== undefined) return { bytes: Buffer.from(text, 'utf8'), mediaType: item.mediaType };
      if (bytes === undefined) throw new BystanderError('UNCLEANABLE', 'the item could not be redacted');
      return { bytes, mediaType };
    },
    rescan: (item, content, account) => engine.scan(inputOf(item, content), account && { account }),
    async preview(item, content) {
      switch (item.kind) {
        case 'image':
          if (UNSEEN_IMAGE_TYPES.includes(item.mediaType)) throw withoutPreview();
          return engine.preview({ bytes: content }, { maxSide: PREVIEW_SIDE });
        case 'text':
          return { bytes: Buffer.from(textOf(content), 'utf8'), mediaType: 'text/plain' };
        case 'other':
          throw withoutPreview();
      }
    },
  };
}

function withoutPreview(): BystanderError {
  return new BystanderError('NOT_FOUND', 'this item has no preview');
}

/** A text goes in as text, or what it begins with could be taken for another type. */
function inputOf({ kind }: HeldItem, content: Uint8Array): ScanInput {
  return kind === 'text' ? { text: textOf(content) } : { bytes: content };
}

function textOf(content: Uint8Array): string {
  return decodeText(content) ?? Buffer.from(content).toString('utf8');
}
