/** What may stand in a user's SVG: drawing, and nothing that runs, loads or answers. All else is left out. */

const words = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.join(' ').split(' '));

/** Elements that draw, or that something drawn refers to (SVG 1.1, and SVG 2 where it only draws). */
export const ELEMENTS = words(
  'svg g defs symbol use switch title desc style image',
  'path rect circle ellipse line polyline polygon text tspan textPath',
  'linearGradient radialGradient stop clipPath mask pattern marker',
  'filter feBlend feColorMatrix feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR',
  'feGaussianBlur feMerge feMergeNode feMorphology feOffset',
);

/** What an element says of itself, or of editing: it draws nothing, so nobody need be told that it goes. */
export const MUTE_ELEMENTS = words('metadata view cursor');

/** Properties of SVG and CSS that say how something is drawn; each may be an attribute too. */
export const PROPERTIES = words(
  'alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters',
  'cursor direction display dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity font',
  'font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style font-variant',
  'font-variant-caps font-variant-ligatures font-variant-numeric font-weight image-rendering isolation letter-spacing',
  'lighting-color marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order',
  'shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin',
  'stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration text-rendering transform transform-origin',
  'unicode-bidi vector-effect visibility white-space word-spacing writing-mode',
);

/** Attributes that are not properties: where things lie, and how gradients, patterns and filters are made. */
export const ATTRIBUTES = words(
  'amplitude class clipPathUnits cx cy d dx dy edgeMode exponent filterUnits fr fx fy gradientTransform gradientUnits',
  'height in in2 intercept k1 k2 k3 k4 lang lengthAdjust markerHeight markerUnits markerWidth maskContentUnits maskUnits',
  'method mode offset operator orient pathLength patternContentUnits patternTransform patternUnits points',
  'preserveAspectRatio primitiveUnits r radius refX refY result rotate rx ry slope spacing spreadMethod startOffset',
  'stdDeviation tableValues textLength type values viewBox width x x1 x2 y y1 y2',
);

/** Elements that may refer to another one of the same picture by their href. */
export const REFERRING = words('use textPath linearGradient radialGradient pattern filter clipPath mask');
