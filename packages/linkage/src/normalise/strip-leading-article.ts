// biome-ignore lint/suspicious/noControlCharactersInRegex: the four separators count as white space to this rule
const LEADING_ARTICLE = /^(?:the|a|an)(?:[\p{White_Space}\u{1C}-\u{1F}]+|$)/u;

/** Takes a leading article off a text that is lower case already. A bare article leaves nothing. */
export function stripLeadingArticle(text: string): string {
  return text.replace(LEADING_ARTICLE, '');
}
