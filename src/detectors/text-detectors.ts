/** The detectors of text. All are linear; up to a limit they run in-process, a longer text is searched in a child. */
import { driversLicence } from './drivers-licence.ts';
import { email } from './email.ts';
import { nationalId } from './national-id.ts';
import { passport } from './passport.ts';
import { person } from './person.ts';
import { phone } from './phone.ts';
import type { TextDetector } from './text-detector.ts';

export const textDetectors: readonly TextDetector[] = [email, phone, person, nationalId, passport, driversLicence];
