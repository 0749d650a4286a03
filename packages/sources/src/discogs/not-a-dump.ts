/** Why a file whose first tag is this one (null: there is none) holds no dump. */
export function describeContent(firstTag: string | null): string {
  if (firstTag === null) return 'there is no XML in it';
  if (/^html$/i.test(firstTag))
    return 'it is a web page, as servers send in place of a file they refuse. Fetch it again';
  return `its first tag is <${firstTag}>`;
}
