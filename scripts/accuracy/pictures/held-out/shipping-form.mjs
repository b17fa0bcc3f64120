// A customs form or a waybill: boxed fields in two columns, small captions, values typed or stamped beside them.
import { bars } from '../bars.mjs';
import { createSheet } from '../sheet.mjs';

const CAPTIONS = {
  en: ['Shipper', 'Consignee', 'Contact', 'E-mail', 'Contents', 'Weight'],
  de: ['Absender', 'Empfänger', 'Rufnummer', 'E-Mail', 'Inhalt', 'Gewicht'],
  fr: ['Expéditeur', 'Destinataire', 'Téléphone', 'E-mail', 'Contenu', 'Poids'],
  es: ['Remitente', 'Destinatario', 'Teléfono', 'E-mail', 'Contenido', 'Peso'],
};

export function shippingForm({ pick, between, digits, person, language, chance }, em) {
  const sheet = createSheet({
    width: em * 40,
    height: em * 26,
    ground: pick(['#ffffff', '#fdf6d8', '#e9f2ea', '#f4e9ec']),
  });
  const [sender, recipient] = [person(), person()];
  const caption = CAPTIONS[language(sender.country)] ?? CAPTIONS.en;
  const family = pick(['serif', 'lora', 'mono', 'condensed']);
  const style = { size: em, family, fill: pick(['#1b1b1b', '#1a2f7a']), leading: 1.3 };
  sheet.write(em * 1.4, em * 2, pick(['CN 22', 'WAYBILL', 'DÉCLARATION EN DOUANE', 'AIR CARGO']), {
    ...style,
    weight: 700,
    size: em * 1.2,
  });
  for (const [index, who] of [sender, recipient].entries()) {
    const x = em * (1 + index * 19);
    field(
      sheet,
      { x, y: em * 3, width: em * 18.4, height: em * 6.6 },
      caption[index],
      [who.name(), '\n', who.address()],
      style,
    );
    field(sheet, { x, y: em * 10, width: em * 18.4, height: em * 3 }, caption[2], who.phone(), style);
    if (chance(0.7))
      field(sheet, { x, y: em * 13.4, width: em * 18.4, height: em * 3 }, caption[3], who.email(), style);
  }
  field(
    sheet,
    { x: em, y: em * 17, width: em * 18.4, height: em * 3 },
    caption[4],
    pick(['Books', 'Gift', 'Spare parts', 'Documents']),
    style,
  );
  field(
    sheet,
    { x: em * 20, y: em * 17, width: em * 18.4, height: em * 3 },
    caption[5],
    `${between(1, 20)}.${between(100, 950)} kg`,
    style,
  );
  const number = digits('LX ### ### ### DE');
  bars(sheet, number, { x: em * 8, y: em * 20.8, width: em * 24, height: em * 3 });
  sheet.write(em * 20, em * 25.2, number, { ...style, align: 'center' });
  return sheet;
}

function field(sheet, { x, y, width, height }, caption, pieces, style) {
  sheet.frame(x, y, width, height, '#555555', 1);
  sheet.write(x + style.size * 0.4, y + style.size * 0.8, caption, {
    size: style.size * 0.6,
    family: 'roboto',
    fill: '#444444',
  });
  const inner = width - style.size;
  const size = Math.min(
    style.size,
    (style.size * inner) / Math.max(1, ...sheet.wrap(pieces, 1e6, style).map((line) => sheet.widthOf(line, style))),
  );
  sheet.writeParagraph(x + style.size * 0.5, y + style.size * 2.1, inner + 2, pieces, { ...style, size });
}
