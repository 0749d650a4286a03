import { isAscii } from './ascii.ts';
import { repairMojibake } from './mojibake.ts';
import { trimSpaces } from './spaces.ts';

/** What is kept of a text as written: mojibake repaired, NFC, U+0020 trimmed. Case stays. */
export function storageForm(text: string): string {
  return isAscii(text) ? trimSpaces(text) : storageFormOfAnyScript(text);
}

/** The rule in full, without the short cut for ASCII. */
export function storageFormOfAnyScript(text: string): string {
  return trimSpaces(repairMojibake(text).normalize('NFC'));
}
