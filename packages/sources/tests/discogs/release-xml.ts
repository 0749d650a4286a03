/** A small release; `inside` stands before its end. */
export function releaseXml(id: number | string, inside = '', title = `Title ${id}`): string {
  return `<release id="${id}"><artists><artist><id>7</id><name>Seven</name></artist></artists><title>${title}</title>${inside}</release>\n`;
}

export function releasesXml(...records: string[]): string {
  return `<releases>\n${records.join('')}</releases>`;
}
