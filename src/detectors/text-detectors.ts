/** The detectors of text. All are linear; up to a limit they run in-process, a longer text is searched in a child. */
import { email } from './email.ts';
import { minor } from './minor.ts';
import { person } from './person.ts';
import { phone } from './phone.ts';
import { specialCategory } from './special-category.ts';
import type { TextDetector } from './text-detector.ts';

export const textDetectors: readonly TextDetector[] = [email, phone, person, minor, specialCategory];
