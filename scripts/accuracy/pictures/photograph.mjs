// From a drawn sheet to the bytes of a picture: turned, askew, shrunk, blurred, grainy and compressed as phones and messengers do it.
import { createCanvas } from '@napi-rs/canvas';

/**
 * `traits`: `{ turns, skew, shear, shrink, blur, grain, shade, format, quality }`: quarter turns clockwise, degrees, a factor, a factor, pixels,
 * grey levels, 0..1, 'jpeg' | 'png' | 'webp', 1..100. `table` draws what lies around a sheet that is askew. Labels and lines come along in the
 * picture's pixels.
 */
export async function photograph(sheet, traits, { random, table }) {
  const { turns, skew, shear, shrink, blur, grain, shade, format, quality } = traits;
  const angle = (skew * Math.PI) / 180 + (turns * Math.PI) / 2;
  const linear = [
    Math.cos(angle) * shrink,
    Math.sin(angle) * shrink,
    (Math.cos(angle) * shear - Math.sin(angle)) * shrink,
    (Math.sin(angle) * shear + Math.cos(angle)) * shrink,
  ].map((number) => (Math.abs(number) < 1e-9 ? 0 : number));
  const corners = [
    [0, 0],
    [sheet.width, 0],
    [sheet.width, sheet.height],
    [0, sheet.height],
  ].map(([x, y]) => [linear[0] * x + linear[2] * y, linear[1] * x + linear[3] * y]);
  const [left, top] = [0, 1].map((axis) => Math.min(...corners.map((corner) => corner[axis])));
  const [right, bottom] = [0, 1].map((axis) => Math.max(...corners.map((corner) => corner[axis])));
  const margin = skew || shear ? Math.round(0.03 * (right - left)) : 0;
  const shift = [margin - left, margin - top];
  const [width, height] = [Math.round(right - left) + 2 * margin, Math.round(bottom - top) + 2 * margin];

  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  if (margin > 0) table(context, width, height);
  context.imageSmoothingQuality = 'high';
  if (blur > 0) context.filter = `blur(${blur}px)`;
  context.setTransform(...linear, ...shift);
  context.drawImage(sheet.canvas, 0, 0);
  context.resetTransform();
  context.filter = 'none';
  if (shade > 0) darkenASide(context, { width, height, shade, random });
  if (grain > 0) addGrain(context, { width, height, grain, random });

  const moved = (quad) =>
    quad.map(([x, y]) => [linear[0] * x + linear[2] * y + shift[0], linear[1] * x + linear[3] * y + shift[1]]);
  const labels = new Map(
    sheet.labels.map((label) => [label, { ...label, size: label.size * shrink, quads: label.quads.map(moved) }]),
  );
  const lines = sheet.lines.map(({ text, quad, values }) => ({
    text,
    quad: moved(quad),
    values: values.map((one) => ({ ...one, label: labels.get(one.label) })),
  }));
  const bytes = await (format === 'png' ? canvas.encode('png') : canvas.encode(format, quality));
  return { bytes, width, height, labels: [...labels.values()], lines };
}

/** Light falls from one corner. */
function darkenASide(context, { width, height, shade, random }) {
  const corner = [random() < 0.5 ? 0 : width, random() < 0.5 ? 0 : height];
  const gradient = context.createLinearGradient(...corner, width - corner[0], height - corner[1]);
  gradient.addColorStop(0, 'rgba(0,0,0,0)');
  gradient.addColorStop(1, `rgba(0,0,0,${shade})`);
  context.fillStyle = gradient;
  context.fillRect(0, 0, width, height);
}

function addGrain(context, { width, height, grain, random }) {
  const image = context.getImageData(0, 0, width, height);
  const { data } = image;
  for (let at = 0; at < data.length; at += 4) {
    const amount = (random() + random() - 1) * grain;
    data[at] += amount;
    data[at + 1] += amount;
    data[at + 2] += amount;
  }
  context.putImageData(image, 0, 0);
}
