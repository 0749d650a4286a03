import { repairMojibake } from './mojibake.ts';
import { isShapedAsUtf8 } from './utf8-shape.ts';

/** What the first byte of a letter in UTF-8 becomes, and what may be of its second. */
const telling = /[ÂÃÄÅÎÏÐÑØÙÚÛâ×à-ï]\P{ASCII}/u;
const windows = new TextDecoder('windows-1252');
const byteOfCharacter = new Map(
  Array.from({ length: 128 }, (_, index) => [windows.decode(Uint8Array.of(128 + index)), 128 + index] as const),
);
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Repairs UTF-8 that was read as Windows 1252 as browsers do, its unassigned bytes passed through: what the stricter repair of
 * the storage form leaves. Text that is not wholly such a misreading comes back as it is.
 */
export function repairWindows1252(text: string): string {
  if (!telling.test(text)) return text;
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    const byte = code < 0x80 ? code : byteOfCharacter.get(character);
    if (byte === undefined) return text;
    bytes.push(byte);
  }
  if (!isShapedAsUtf8(bytes)) return text;
  try {
    const repaired = utf8.decode(Uint8Array.from(bytes));
    return repaired.length < text.length ? repairMojibake(repaired) : text;
  } catch {
    return text;
  }
}
