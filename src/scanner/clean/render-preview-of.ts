import { UncleanableError } from '../../errors.ts';
import type { Rooms } from '../look/look-at.ts';
import { withSource } from '../sources.ts';
import type { Engine } from '../types.ts';
import { uncleanable } from './uncleanable.ts';

/** A small picture of a picture, stripped and upright. Throws `UNCLEANABLE` for what is none or cannot be decoded. */
export async function renderPreviewOf(
  input: Parameters<Engine['preview']>[0],
  { maxSide, signal }: Parameters<Engine['preview']>[1],
  { plan, pool, spool }: Rooms,
): ReturnType<Engine['preview']> {
  if ('text' in input) throw new UncleanableError('unsupported', 'a text has no preview');
  return withSource(input, spool, async (source) => {
    const job = { kind: 'preview', source, limits: plan.limits, maxSide } as const;
    const { preview } = await pool.run(job, ['preview'], signal);
    if (!preview?.ok) throw uncleanable(preview?.failure);
    return preview.value;
  });
}
