import { repairMojibake } from './mojibake.ts';
import { isShapedAsUtf8 } from './utf8-shape.ts';

/** What the first bytes of UTF-8 letters become in Mac Roman. Each of these alone is rare in names. */
const telling = /[¬√ƒ≈‚]/;
/** The same for Greek, Cyrillic and the scripts of Asia; dashes and quotes among them, so one is no sign. */
const common = /[ŒœÕ–—„‰ÂÊÁËÈÍÎÏÌ◊ÿŸ]/g;

const macRoman = new TextDecoder('macintosh');
const byteOfCharacter = new Map(
  Array.from({ length: 128 }, (_, index) => [macRoman.decode(Uint8Array.of(128 + index)), 128 + index] as const),
);
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Repairs UTF-8 that was read as Mac Roman (`Beyonc√©`), and once more where it had been misread before (`Caf√É¬©`).
 * Text that is not wholly such a misreading comes back as it is.
 */
export function repairMacRoman(text: string): string {
  if (!telling.test(text) && (text.match(common)?.length ?? 0) < 3) return text;
  const bytes = macRomanBytes(text);
  if (bytes === null || !isShapedAsUtf8(bytes)) return text;
  try {
    return repairMojibake(utf8.decode(bytes));
  } catch {
    return text;
  }
}

function macRomanBytes(text: string): Uint8Array | null {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const byte = code < 0x80 ? code : byteOfCharacter.get(character);
    if (byte === undefined) return null;
    bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}
