// Bars as those of Code 128: they look right and say nothing, since what codes say is another measurement's matter.

/** Widths of one to four units follow from the text. */
export function bars({ context }, text, { x, y, width, height }) {
  const widths = [...text].flatMap((sign) => {
    const code = sign.charCodeAt(0);
    return [
      1 + (code % 3),
      1 + ((code >> 2) % 3),
      1 + ((code >> 1) % 4),
      1 + (code % 2),
      1 + ((code >> 3) % 2),
      1 + ((code >> 4) % 3),
    ];
  });
  const unit = width / widths.reduce((sum, one) => sum + one, 0);
  context.fillStyle = '#000000';
  let left = x;
  for (const [index, one] of widths.entries()) {
    if (index % 2 === 0) context.fillRect(left, y, one * unit, height);
    left += one * unit;
  }
}
