// Which labelled values the findings of a picture cover, and which findings stand where no value is.

/** A value is flagged when findings cover at least this share of it. */
const FLAGGED_SHARE = 0.5;
/** A finding is false when less than this share of it lies on labelled values. */
const TOUCHING_SHARE = 0.1;
/** Points across and down that a place is sampled at; values that are askew make areas laborious. */
const GRID = [32, 4];

/**
 * `findings` as of a report. Answers `labels`, each with `isFlagged` (by its own type) and `isCovered` (by any type), and the `falseFindings`.
 * Faces are no text: they neither cover values nor count as false here. What only the look of a document says is not its zone read.
 */
export function match(labels, findings) {
  const placed = findings.filter(({ box, type }) => box !== undefined && type !== 'face');
  return {
    labels: labels.map((label) => ({
      ...label,
      isFlagged:
        coveredShare(
          label.quads,
          placed.filter((one) => isOf(one, label)),
        ) >= FLAGGED_SHARE,
      isCovered: coveredShare(label.quads, placed) >= FLAGGED_SHARE,
    })),
    falseFindings: placed.filter(({ box }) => sharedShare(box, labels) < TOUCHING_SHARE),
    tightness: { found: sum(placed.map(({ box }) => box.width * box.height)), labelled: sum(labels.map(areaOf)) },
  };
}

function isOf({ type, reasons = [] }, label) {
  return type === label.type && !(label.isZone && reasons.some((reason) => reason.startsWith('document:')));
}

function coveredShare(quads, findings) {
  const points = quads.flatMap(pointsOf);
  const covered = points.filter(([x, y]) => findings.some(({ box }) => isInBox(x, y, box)));
  return covered.length / points.length;
}

/** How much of a box lies on the labels' quads. */
export function sharedShare({ x, y, width, height }, labels) {
  const corners = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
  const points = pointsOf(corners);
  const quads = labels.flatMap((label) => label.quads);
  return points.filter(([px, py]) => quads.some((quad) => isInQuad(px, py, quad))).length / points.length;
}

/** Evenly over the parallelogram. */
function pointsOf([a, b, , d]) {
  const [across, down] = GRID;
  return Array.from({ length: across * down }, (_, n) => {
    const [u, v] = [((n % across) + 0.5) / across, (Math.floor(n / across) + 0.5) / down];
    return [a[0] + u * (b[0] - a[0]) + v * (d[0] - a[0]), a[1] + u * (b[1] - a[1]) + v * (d[1] - a[1])];
  });
}

function isInBox(px, py, { x, y, width, height }) {
  return px >= x && px <= x + width && py >= y && py <= y + height;
}

/** Corners in clockwise order. */
function isInQuad(px, py, quad) {
  return quad.every(([x, y], n) => {
    const [nextX, nextY] = quad[(n + 1) % 4];
    return (nextX - x) * (py - y) - (nextY - y) * (px - x) >= 0;
  });
}

function areaOf({ quads }) {
  return sum(quads.map(([a, b, , d]) => Math.hypot(b[0] - a[0], b[1] - a[1]) * Math.hypot(d[0] - a[0], d[1] - a[1])));
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
