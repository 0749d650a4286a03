const singleByte = ['windows-1252', 'macintosh'] as const;

const bytesOf = new Map(
  singleByte.map((label) => {
    const decoder = new TextDecoder(label);
    return [label, new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))];
  }),
);

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | (typeof singleByte)[number];

/** The bytes of a text in an encoding; throws for a character it does not have. */
export function encodeText(text: string, encoding: TextEncoding): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  return Uint8Array.from([...text], (character) => {
    const byte = bytesOf.get(encoding)?.get(character);
    if (byte === undefined) throw new Error(`${encoding} has no ${character}`);
    return byte;
  });
}
