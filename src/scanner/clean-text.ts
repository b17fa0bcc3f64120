/** Masking, and a second look at the masked text. */
import { readFile, writeFile } from 'node:fs/promises';
import type { Finding, TextPlace } from '../core/types.ts';
import { UncleanableError } from '../errors.ts';
import { maskText } from '../redactors/mask-text.ts';
import type { CleanRooms, Cleaning } from './clean.ts';
import { lookAtText } from './look-at-text.ts';
import { reportOf } from './report-of.ts';
import { createResultFile } from './result-file.ts';
import type { BytesInput } from './sources.ts';
import type { Change, Cleaned } from './types.ts';

type TextFinding = Finding & TextPlace;
