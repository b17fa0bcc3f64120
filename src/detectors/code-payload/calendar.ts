/** Events of iCalendar (RFC 5545), also a bare `VEVENT` as some codes have it. Pure. */
import { contentLines, plainValue } from './content-lines.ts';
import { labelledLines, type Payload } from './labelled-lines.ts';

/** Where and about what; who is invited stands in parameters as well. */
const LABELS: Readonly<Record<string, string>> = {
  SUMMARY: 'Title',
  DESCRIPTION: 'Description',
  LOCATION: 'Location',
  COMMENT: 'Comment',
  CONTACT: 'Contact',
  URL: 'Link',
};

export function readCalendar(text: string): Payload | undefined {
  if (!/^\s{0,8}BEGIN:V(?:CALENDAR|EVENT)/i.test(text)) return undefined;
  const event = labelledLines('calendar');
  for (const { name, parameters, value } of contentLines(text)) {
    const label = LABELS[name];
    if (label !== undefined) event.add(label, plainValue(value));
    if (name !== 'ORGANIZER' && name !== 'ATTENDEE') continue;
    const person = parameters.find((one) => /^CN=/i.test(one))?.slice('CN='.length);
    event.add('Name', person?.replaceAll('"', ''), 'person');
    event.add('E-mail', value.replace(/^mailto:/i, ''), 'email');
  }
  return event.payload();
}
