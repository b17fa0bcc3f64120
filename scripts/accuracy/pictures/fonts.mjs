// The fonts of the generated pictures, from development dependencies and not from the machine: the same pictures everywhere.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { GlobalFonts } from '@napi-rs/canvas';

const require = createRequire(import.meta.url);
const WEIGHTS = [400, 700];
/** The files of these packages hold one script each; a family is the list of them. */
const WEB_FONTS = {
  roboto: ['latin', 'latin-ext', 'cyrillic'],
  lora: ['latin', 'latin-ext', 'cyrillic'],
  'noto-sans': ['latin', 'latin-ext', 'cyrillic'],
  'noto-sans-georgian': ['georgian'],
};
const DEJAVU = {
  'dejavu sans': ['DejaVuSans', 'DejaVuSans-Bold'],
  'dejavu condensed': ['DejaVuSansCondensed', 'DejaVuSansCondensed-Bold'],
  'dejavu light': ['DejaVuSans-ExtraLight'],
  'dejavu serif': ['DejaVuSerif', 'DejaVuSerif-Bold'],
  'dejavu mono': ['DejaVuSansMono', 'DejaVuSansMono-Bold'],
};

for (const [family, subsets] of Object.entries(WEB_FONTS)) {
  const folder = join(folderOf(`@fontsource/${family}`), 'files');
  for (const subset of subsets)
    for (const weight of WEIGHTS)
      register(join(folder, `${family}-${subset}-${weight}-normal.woff2`), alias(family, subset));
}
for (const [family, files] of Object.entries(DEJAVU))
  for (const file of files) register(join(folderOf('dejavu-fonts-ttf'), 'ttf', `${file}.ttf`), family);

const GEORGIAN = stack('noto-sans-georgian');

/** Values of the CSS property `font-family`. Georgian letters come from one family in all of them. */
export const FAMILIES = {
  roboto: `${stack('roboto')},${GEORGIAN}`,
  noto: `${stack('noto-sans')},${GEORGIAN}`,
  lora: `${stack('lora')},${GEORGIAN}`,
  dejavu: '"dejavu sans"',
  condensed: '"dejavu condensed"',
  light: '"dejavu light"',
  serif: '"dejavu serif"',
  mono: '"dejavu mono"',
};

function folderOf(name) {
  return dirname(require.resolve(`${name}/package.json`));
}

function register(path, family) {
  if (!GlobalFonts.registerFromPath(path, family)) throw new Error(`no font in ${path}`);
}

function alias(family, subset) {
  return `${family} ${subset}`;
}

function stack(family) {
  return WEB_FONTS[family].map((subset) => `"${alias(family, subset)}"`).join(',');
}
