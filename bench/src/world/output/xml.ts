const SPECIAL = /[&<>"']/;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text of an element: quotes stay as they are. A line break is written as the dumps have it. */
export function escapeText(text: string): string {
  if (!/[&<>\n]/.test(text)) return text;
  return text.replace(/[&<>]/g, (each) => ENTITIES[each]!).replaceAll('\n', '&#13;\n');
}

export function escapeAttribute(text: string): string {
  return SPECIAL.test(text) ? escapeText(text).replaceAll('"', '&quot;') : text;
}

/** An element with text; nothing when it is empty. */
export function element(name: string, text: string): string {
  return text === '' ? '' : `<${name}>${escapeText(text)}</${name}>`;
}

/** An element around markup; nothing when it is empty. */
export function wrap(name: string, markup: string): string {
  return markup === '' ? '' : `<${name}>${markup}</${name}>`;
}
