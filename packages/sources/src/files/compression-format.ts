export type CompressionFormat = 'plain' | 'gzip' | 'bzip2' | 'xz';

const XZ_MAGIC = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00];

/** Tells the compression by its first bytes; names of files are not to be trusted. */
export function detectCompression(head: Uint8Array): CompressionFormat {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (head[0] === 0x42 && head[1] === 0x5a && head[2] === 0x68 && isDigit(head[3])) return 'bzip2';
  if (XZ_MAGIC.every((byte, index) => head[index] === byte)) return 'xz';
  return 'plain';
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x31 && byte <= 0x39;
}
