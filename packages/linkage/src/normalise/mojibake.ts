import { isShapedAsUtf8 } from './utf8-shape.ts';

const TRIGGER = /[ÂÃÄÅÎÏÐÑØÙÚÛâ]/;

/** The 27 characters CP1252 has where Latin-1 has C1 controls; a blank stands for each of the five holes. */
const CP1252_HIGH = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

const byteOfCharacter = new Map<number, number>(
  [...CP1252_HIGH].flatMap((character, index) =>
    character === ' ' ? [] : [[character.charCodeAt(0), 0x80 + index] as const],
  ),
);

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Repairs UTF-8 that was read as CP1252, one round. Text without a tell-tale lead byte, or that is not
 * wholly such a misreading, comes back as it is.
 */
export function repairMojibake(text: string): string {
  if (!TRIGGER.test(text)) return text;
  const bytes = cp1252Bytes(text);
  if (bytes === null || !isShapedAsUtf8(bytes)) return text;
  // One byte for each character, the lead byte above U+007F: what decodes is always shorter, and never plain ASCII.
  try {
    return utf8.decode(bytes);
  } catch {
    return text;
  }
}

function cp1252Bytes(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const isItself = code < 0x80 || (code >= 0xa0 && code <= 0xff);
    const byte = isItself ? code : byteOfCharacter.get(code);
    if (byte === undefined) return null;
    bytes[i] = byte;
  }
  return bytes;
}
