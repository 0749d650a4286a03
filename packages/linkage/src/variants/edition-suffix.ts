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

/** Last words of everything above. */
const LAST_WORDS = new Set(
  'edition version remaster remastered reissue deluxe tracks track expanded soundtrack ost score 7 10 12 inch in 7inch 10inch 12inch 7in 10in 12in ep lp p cd cds cdr single mlp dlp 2lp 2xlp 2cd cassette vinyl promo album'.split(
    ' ',
  ),
);

/** A title key without what names its edition or carrier: `x deluxe edition`, `x ep`, `x 12`. Null when nothing comes off. */
export function withoutEdition(key: string): string | null {
  const border = key.lastIndexOf(' ');
  if (border < 0 || !LAST_WORDS.has(key.slice(border + 1))) return null;
  let rest = key;
  for (;;) {
    const next = rest.replace(TAIL, '').replace(SOUNDTRACK, '').replace(FORMAT, '');
    if (next === rest || next === '') break;
    rest = next;
  }
  return rest === key ? null : rest;
}
