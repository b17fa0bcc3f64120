/** The detectors of text. All are linear; up to a limit they run in-process, a longer text is searched in a child. */
import { address } from './address.ts';
import { dateOfBirth } from './date-of-birth.ts';
import { driversLicence } from './drivers-licence.ts';
import { email } from './email.ts';
import { iban } from './iban.ts';
import { ipAddress } from './ip-address.ts';
import { minor } from './minor.ts';
import { nationalId } from './national-id.ts';
import { passport } from './passport.ts';
import { paymentCard } from './payment-card.ts';
import { person } from './person.ts';
import { phone } from './phone.ts';
import { socialHandle } from './social-handle.ts';
import { specialCategory } from './special-category.ts';
import type { TextDetector } from './text-detector.ts';
import { vehiclePlate } from './vehicle-plate.ts';

export const textDetectors: readonly TextDetector[] = [
  email,
  phone,
  person,
  address,
  paymentCard,
  iban,
  nationalId,
  passport,
  driversLicence,
  dateOfBirth,
  ipAddress,
  socialHandle,
  vehiclePlate,
  minor,
  specialCategory,
];
