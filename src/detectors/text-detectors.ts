/** The detectors of text that are linear and run in-process, in the order of their findings. `person` runs in the child. */
import { email } from './email.ts';
import { phone } from './phone.ts';
import type { TextDetector } from './text-detector.ts';

export const textDetectors: readonly TextDetector[] = [email, phone];
