// The fonts of the generated pictures, from development dependencies and not from the machine: the same pictures everywhere.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { GlobalFonts } from '@napi-rs/canvas';

const require = createRequire(import.meta.url);
const WEIGHTS = [400, 700];
/** The files of these packages hold one script each; a family is the list of them. */
const WEB_FONTS = {
  roboto: { home: require.resolve('@fontsource/roboto/package.json'), subsets: ['latin', 'latin-ext', 'cyrillic'] },
  lora: { home: require.resolve('@fontsource/lora/package.json'), subsets: ['latin', 'latin-ext', 'cyrillic'] },
  'noto-sans': {
    home: require.resolve('@fontsource/noto-sans/package.json'),
    subsets: ['latin', 'latin-ext', 'cyrillic'],
  },
  'noto-sans-georgian': { home: require.resolve('@fontsource/noto-sans-georgian/package.json'), subsets: ['georgian'] },
};
const DEJAVU_HOME = require.resolve('dejavu-fonts-ttf/package.json');
const DEJAVU = {
  'dejavu sans': ['DejaVuSans', 'DejaVuSans-Bold'],
  'dejavu condensed': ['DejaVuSansCondensed', 'DejaVuSansCondensed-Bold'],
  'dejavu light': ['DejaVuSans-ExtraLight'],
  'dejavu serif': ['DejaVuSerif', 'DejaVuSerif-Bold'],
  'dejavu mono': ['DejaVuSansMono', 'DejaVuSansMono-Bold'],
};

for (const [family, { home, subsets }] of Object.entries(WEB_FONTS))
  for (const subset of subsets)
    for (const weight of WEIGHTS)
      register(join(dirname(home), 'files', `${family}-${subset}-${weight}-normal.woff2`), alias(family, subset));
for (const [family, files] of Object.entries(DEJAVU))
  for (const file of files) register(join(dirname(DEJAVU_HOME), 'ttf', `${file}.ttf`), family);

/** Georgian letters come from one family in all of the web fonts, signs and symbols from another. */
const REST = `${stack('noto-sans-georgian')},"dejavu sans"`;

/** Values of the CSS property `font-family`. */
export const FAMILIES = {
  roboto: `${stack('roboto')},${REST}`,
  noto: `${stack('noto-sans')},${REST}`,
  lora: `${stack('lora')},${REST}`,
  dejavu: '"dejavu sans"',
  condensed: '"dejavu condensed"',
  light: '"dejavu light"',
  serif: '"dejavu serif"',
  mono: '"dejavu mono"',
};

function register(path, family) {
  if (!GlobalFonts.registerFromPath(path, family)) throw new Error(`no font in ${path}`);
}

function alias(family, subset) {
  return `${family} ${subset}`;
}

function stack(family) {
  return WEB_FONTS[family].subsets.map((subset) => `"${alias(family, subset)}"`).join(',');
}
