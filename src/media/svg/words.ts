/**
 * The words that a value may be made of: keywords, colours, units and functions of SVG 1.1, SVG 2, Filter Effects 1, CSS Masking 1,
 * Compositing 1, CSS Color 4 (named colours), CSS Fonts 4, CSS Animations 1 and CSS Easing 1. In lower case; no name of anybody's own.
 */

const COLOURS = `aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood cadetblue
chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki
darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen darkslateblue darkslategray darkslategrey
darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro
ghostwhite gold goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen
lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen
lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue
mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream
mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise
palevioletred papayawhip peachpuff peru pink plum powderblue purple rebeccapurple red rosybrown royalblue saddlebrown salmon
sandybrown seagreen seashell sienna silver skyblue slateblue slategray slategrey snow springgreen steelblue tan teal thistle tomato
turquoise violet wheat white whitesmoke yellow yellowgreen transparent currentcolor`;

const KEYWORDS = `none auto inherit initial unset revert normal context-fill context-stroke all
nonzero evenodd butt round square miter miter-clip arcs bevel visible hidden collapse scroll inline block inline-block flex list-item
start middle end left right center justify top bottom
baseline alphabetic ideographic hanging mathematical central text-before-edge text-after-edge text-top text-bottom before-edge
after-edge use-script no-change reset-size sub super
bold bolder lighter italic oblique small-caps xx-small x-small small medium large x-large xx-large smaller larger
ultra-condensed extra-condensed condensed semi-condensed semi-expanded expanded extra-expanded ultra-expanded narrower wider
underline overline line-through blink dotted dashed solid double wavy capitalize uppercase lowercase full-width
ltr rtl lr lr-tb rl rl-tb tb tb-rl horizontal-tb vertical-rl vertical-lr mixed upright sideways embed bidi-override isolate
isolate-override plaintext pre pre-wrap pre-line nowrap break-spaces preserve default nocollapse clip ellipsis
optimizespeed optimizequality optimizelegibility geometricprecision crispedges pixelated crisp-edges smooth high-quality
srgb linearrgb sourcegraphic sourcealpha backgroundimage backgroundalpha fillpaint strokepaint
userspaceonuse objectboundingbox strokewidth pad reflect repeat fill stroke markers non-scaling-stroke non-scaling-size
luminance alpha add subtract intersect exclude match-source
multiply screen overlay darken lighten color-dodge color-burn hard-light soft-light difference exclusion hue saturation color luminosity
over in out atop xor lighter arithmetic matrix saturate huerotate luminancetoalpha identity table discrete linear gamma
duplicate wrap erode dilate fractalnoise turbulence stitch nostitch r g b a
meet slice xminymin xmidymin xmaxymin xminymid xmidymid xmaxymid xminymax xmidymax xmaxymax defer
auto-start-reverse auto-reverse spacing spacingandglyphs exact align stretch
visiblepainted visiblefill visiblestroke painted bounding-box fill-box stroke-box view-box border-box content-box padding-box margin-box
pointer crosshair move text wait help grab grabbing not-allowed zoom-in zoom-out
paced spline sum replace always whennotactive never freeze remove indefinite translate scale rotate skewx skewy xml css
new accumulate disable magnify full basic tiny true false
from to at`;

export const UNITS: ReadonlySet<string> = setOf(
  '% px pt pc mm cm in q em ex ch rem vw vh vmin vmax deg rad grad turn s ms',
);

export const FUNCTIONS: ReadonlySet<string> = setOf(
  `rgb rgba hsl hsla matrix matrix3d translate translatex translatey translate3d scale scalex scaley scale3d rotate rotatez skew skewx
skewy rect inset circle ellipse polygon blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
cubic-bezier steps`,
);

export const WORDS: ReadonlySet<string> = setOf(`${COLOURS} ${KEYWORDS}`);

/** Everything else in an `animation` is the name of its key frames. */
export const ANIMATION_WORDS: ReadonlySet<string> = setOf(
  `none inherit initial infinite normal reverse alternate alternate-reverse forwards backwards both running paused linear ease ease-in
ease-out ease-in-out step-start step-end start end jump-start jump-end`,
);

/** What a filter primitive may take without naming another's result. */
export const FILTER_INPUTS: ReadonlySet<string> = setOf(
  'sourcegraphic sourcealpha backgroundimage backgroundalpha fillpaint strokepaint',
);

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}
