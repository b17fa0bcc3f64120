/**
 * Elements, attributes and properties that draw a picture; all others go. Sources: the element and attribute indices of SVG 1.1
 * (second edition) and SVG 2, Filter Effects 1, SVG Animations 2. Left out on purpose: scripts and their events, `foreignObject`,
 * `iframe` and other HTML, SVG fonts, `title`, `desc`, `metadata`, and what loads or opens anything else.
 */

const listed = (names: string): string[] => names.split(/\s+/);

export const TEXT_ELEMENTS: ReadonlySet<string> = new Set(['text', 'tspan', 'textPath']);
export const ANIMATIONS: ReadonlySet<string> = new Set(['animate', 'animateMotion', 'animateTransform', 'set']);

export const ELEMENTS: ReadonlySet<string> = new Set([
  ...listed(
    'svg g defs symbol use switch a style image marker pattern clipPath mask filter linearGradient radialGradient stop mpath',
  ),
  ...listed('path rect circle ellipse line polyline polygon'),
  ...TEXT_ELEMENTS,
  ...ANIMATIONS,
  ...listed(
    `feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow
feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight
feSpecularLighting feSpotLight feTile feTurbulence`,
  ),
]);

/** Without a picture or a shape of this document to show they are nothing. */
export const NEED_REFERENCE: ReadonlySet<string> = new Set(['use', 'image', 'feImage', 'mpath']);

/** CSS properties, which are attributes as well. */
const PRESENTATION: readonly string[] = listed(
  `alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters color-rendering cursor
direction display dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity font-size font-size-adjust font-stretch
font-style font-variant font-weight glyph-orientation-horizontal glyph-orientation-vertical image-rendering kerning letter-spacing
lighting-color marker marker-end marker-mid marker-start mask mask-type opacity overflow paint-order pointer-events shape-rendering
stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity
stroke-width text-anchor text-decoration text-overflow text-rendering transform transform-origin unicode-bidi vector-effect visibility
white-space word-spacing writing-mode enable-background`,
);

/** Properties that a style may have besides. */
export const PROPERTIES: ReadonlySet<string> = new Set([
  ...PRESENTATION,
  ...listed(
    `background background-color cx cy r rx ry x y width height line-height isolation mix-blend-mode transform-box text-align text-indent
text-transform text-orientation text-decoration-line text-decoration-style text-decoration-color font-kerning font-variant-ligatures
font-variant-caps font-variant-numeric font-variant-east-asian font-variant-position font-variant-alternates font-variation-settings font-feature-settings mask-image mask-mode
mask-repeat mask-position mask-size shape-padding shape-margin inline-size solid-color solid-opacity max-width max-height
text-decoration-skip-ink clip-path-rule will-change backface-visibility`,
  ),
]);

/** Attributes whose value is made of numbers, keywords, colours and local references. */
const VALUES: readonly string[] = [
  ...PRESENTATION,
  ...listed(
    `x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy width height viewBox preserveAspectRatio points pathLength rotate textLength lengthAdjust
startOffset method spacing side gradientTransform patternTransform gradientUnits patternUnits patternContentUnits spreadMethod offset
clipPathUnits maskUnits maskContentUnits markerWidth markerHeight markerUnits refX refY orient
filterUnits primitiveUnits filterRes stdDeviation type tableValues slope intercept amplitude exponent mode operator k1 k2 k3 k4 order
kernelMatrix divisor bias targetX targetY edgeMode kernelUnitLength preserveAlpha surfaceScale diffuseConstant specularConstant
specularExponent limitingConeAngle pointsAtX pointsAtY pointsAtZ azimuth elevation z seed numOctaves baseFrequency stitchTiles scale
xChannelSelector yChannelSelector radius
attributeType dur min max restart repeatCount repeatDur calcMode keyTimes keySplines keyPoints additive accumulate origin`,
  ),
];

/** How a value is read; `idle` ones change nothing and go without a word. */
export type AttributeKind = 'value' | 'path' | 'animated' | 'name' | 'timing' | 'font' | 'language' | 'result' | 'idle';

export const ATTRIBUTES: ReadonlyMap<string, AttributeKind> = new Map<string, AttributeKind>([
  ...VALUES.map((name) => [name, 'value'] as const),
  ['d', 'path'],
  ['path', 'path'],
  ...listed('values from to by').map((name) => [name, 'animated'] as const),
  ['attributeName', 'name'],
  ['begin', 'timing'],
  ['end', 'timing'],
  ['font-family', 'font'],
  ['font', 'font'],
  ['lang', 'language'],
  ['systemLanguage', 'language'],
  ['in', 'result'],
  ['in2', 'result'],
  ['result', 'result'],
  ...listed('version baseProfile zoomAndPan focusable tabindex target requiredFeatures').map(
    (name) => [name, 'idle'] as const,
  ),
]);

/** What an animation may change: what is drawn, never what is linked or run. */
export const ANIMATED: ReadonlySet<string> = new Set([
  ...PROPERTIES,
  ...VALUES,
  'd',
  'values',
  'transform',
  'font-family',
]);
