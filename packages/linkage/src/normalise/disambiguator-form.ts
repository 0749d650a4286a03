import { identityForm } from './identity-form.ts';

/** The identity form without a shelf disambiguator: "John Smith /2". Articles go first, so "Beatles, The /1" keeps its own. */
export function disambiguatorForm(name: string): string {
  return stripDisambiguator(identityForm(name));
}

/** Takes a trailing blank, slash and digits off. The blank is required: "Track 1/12" stays. */
export function stripDisambiguator(text: string): string {
  let at = text.length;
  while (at > 0 && isDigit(text.charCodeAt(at - 1))) at -= 1;
  if (at === text.length || text.charAt(at - 1) !== '/') return text;
  let end = at - 1;
  while (end > 0 && text.charAt(end - 1) === ' ') end -= 1;
  return end === at - 1 ? text : text.slice(0, end);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
