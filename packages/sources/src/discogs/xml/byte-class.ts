/** One bit per question asked of a byte; a byte's class answers all of them with one load. */
export const NAME_START = 1;
export const NAME = 2;
export const SPACE = 4;
/** `<` ends a text. The window ends with one, so that every loop over text ends. */
export const TEXT_END = 8;
/** These three mark a value that a plain slice does not give. */
export const NON_ASCII = 16;
export const AMPERSAND = 32;
export const CARRIAGE_RETURN = 64;
/** Tab and newline: plain in text, a blank in an attribute. */
export const LINE_SPACE = 128;

export const NEEDS_DECODING = NON_ASCII | AMPERSAND | CARRIAGE_RETURN;

export const LT = 0x3c;
export const GT = 0x3e;
export const SLASH = 0x2f;
export const BANG = 0x21;
export const QUESTION = 0x3f;
export const DIGIT_0 = 0x30;
export const DIGIT_9 = 0x39;
export const EQUALS = 0x3d;
export const DOUBLE_QUOTE = 0x22;
export const SINGLE_QUOTE = 0x27;

function classify(byte: number): number {
  const char = String.fromCharCode(byte);
  let bits = 0;
  if (byte >= 0x80) bits |= NAME_START | NAME | NON_ASCII;
  if (/[A-Za-z_:]/.test(char)) bits |= NAME_START | NAME;
  if (/[0-9.-]/.test(char)) bits |= NAME;
  if (/[ \t\n\r]/.test(char)) bits |= SPACE;
  if (/[\t\n]/.test(char)) bits |= LINE_SPACE;
  if (char === '\r') bits |= CARRIAGE_RETURN;
  if (char === '&') bits |= AMPERSAND;
  if (char === '<') bits |= TEXT_END;
  return bits;
}

export const BYTE_CLASS = Uint8Array.from({ length: 256 }, (_, byte) => classify(byte));
