const EDITION =
  '(?:deluxe|expanded|remaster(?:ed)?|anniversary|special|limited|collectors?|legacy|bonus(?: tracks?)?|reissue|re issue|edition|version|original recording|mono|stereo|digital|explicit|clean|import|japan(?:ese)?|uk|us|usa|super|complete|standard|20\\d\\d|19\\d\\d|\\d+(?:st|nd|rd|th))';
const TAIL = new RegExp(
  `(?: (?:${EDITION}))*(?: (?:edition|version|remaster(?:ed)?|reissue|deluxe|bonus tracks?|expanded))$`,
  'u',
);
const FORMAT =
  / (?:(?:7|10|12)(?: ?(?:inch|in))?|ep|lp|e p|l p|cd|cds|cdr|cd single|single|maxi single|mlp|dlp|2lp|2xlp|2cd|cassette|vinyl|promo|album)$/u;
const SOUNDTRACK =
  / (?:(?:music|songs|score) from the )?(?:the )?(?:original )?(?:motion picture |film |movie |television |tv )?(?:soundtrack|ost|score)$/u;

/** A title key without what names its edition or carrier: `x deluxe edition`, `x ep`, `x 12`. Null when nothing comes off. */
export function withoutEdition(key: string): string | null {
  let rest = key;
  for (;;) {
    const next = rest.replace(TAIL, '').replace(SOUNDTRACK, '').replace(FORMAT, '');
    if (next === rest || next === '') break;
    rest = next;
  }
  return rest === key ? null : rest;
}
