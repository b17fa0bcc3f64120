// A residence permit, visa or seafarer's book: fields in two columns around the picture, the zone in bold or narrow letters.
import { createSheet, value } from '../sheet.mjs';
import { cardZoneOfThreeLines, cardZoneOfTwoLines, passportZone } from '../zones.mjs';

const FORMS = [
  { title: 'RESIDENCE PERMIT', type: 'national-id', zone: (holder) => cardZoneOfThreeLines(holder, 'IR') },
  { title: 'AUFENTHALTSTITEL', type: 'national-id', zone: (holder) => cardZoneOfThreeLines(holder, 'AR') },
  { title: 'IDENTITY DOCUMENT', type: 'national-id', zone: (holder) => cardZoneOfTwoLines(holder, 'I') },
  { title: 'DIPLOMATIC PASSPORT', type: 'passport', zone: passportZone },
  { title: 'PASSAPORTO', type: 'passport', zone: passportZone },
  { title: 'PASZPORT', type: 'passport', zone: passportZone },
];

export function permit({ pick, between, person }, em) {
  const { title, type, zone: zoneOf } = pick(FORMS);
  const holder = person();
  const zone = zoneOf(holder.document);
  const zoneStyle = {
    size: em,
    family: 'mono',
    weight: pick([400, 700]),
    fill: pick(['#101010', '#2a2a3a']),
    spacing: em * pick([0.02, 0.07, 0.14]),
  };
  const probe = createSheet({ width: 1, height: 1 });
  const width = probe.widthOf(zone[0], zoneStyle) / 0.94;
  const ratio = type === 'passport' ? 0.72 : 0.63;
  const sheet = createSheet({
    width,
    height: width * ratio,
    ground: pick(['#dfeaf3', '#f3dfe4', '#e3f0dc', '#f5efd9']),
  });
  const { context, height } = sheet;
  for (let mark = between(5, 12); mark > 0; mark--) {
    context.strokeStyle = 'rgba(60,90,130,0.18)';
    context.lineWidth = between(1, 3);
    context.beginPath();
    context.ellipse(
      between(0, width),
      between(0, height),
      between(20, width),
      between(10, height),
      between(0, 3),
      0,
      7,
    );
    context.stroke();
  }
  const size = width / 40;
  const family = pick(['lora', 'serif', 'condensed']);
  const style = { size, family, fill: '#1b1b1b' };
  sheet.write(width / 2, height * 0.09, title, { ...style, size: size * 1.5, weight: 700, align: 'center' });
  sheet.box(width * 0.72, height * 0.15, width * 0.23, width * 0.28, '#c4ccd4');
  sheet.disc(width * 0.835, height * 0.15 + width * 0.11, width * 0.05, '#87919b');
  const { document, birth, expiry } = holder;
  const numbers = ({ year, month, day }) => `${String(day).padStart(2, '0')} ${String(month).padStart(2, '0')} ${year}`;
  const fields = [
    ['1. NAME', value('person', `${document.last} ${document.first}`.toUpperCase())],
    ['2. DATE OF BIRTH', value('date-of-birth', numbers(birth))],
    ['3. DOCUMENT NO.', value(type, document.number)],
    ['4. VALID UNTIL', numbers(expiry)],
    ['5. PLACE OF ISSUE', pick(['Utopia', 'Nordstadt', 'Lac-Bleu'])],
    ['6. REMARKS', pick(['NONE', 'TYPE A', 'PERMANENT'])],
  ];
  for (const [index, [caption, pieces]] of fields.entries()) {
    const [x, y] = [width * (index % 2 ? 0.4 : 0.05), height * (0.18 + Math.floor(index / 2) * 0.14)];
    sheet.write(x, y, caption, { ...style, size: size * 0.6, fill: '#44506a' });
    sheet.writeFitted(x, y + size * 1.15, width * (index % 2 ? 0.3 : 0.33), pieces, style);
  }
  const whole = { ...value(type, zone.join('\n')), isZone: true };
  const leading = em * 1.75;
  const first = height - em * 1.1 - (zone.length - 1) * leading;
  for (const [index, text] of zone.entries())
    sheet.write(width * 0.03, first + index * leading, { text, owner: whole }, zoneStyle);
  return sheet;
}
