import { describe, expect, it } from 'vitest';
import { nameBinary } from './name-binary.ts';
import { ByteSurvey } from './survey-bytes.ts';

function name(text: string): string | null {
  const survey = new ByteSurvey();
  survey.add(Buffer.from(text, 'latin1'));
  survey.finish();
  return nameBinary(survey)?.what ?? null;
}

describe('nameBinary', () => {
  it.each([
    ['\x89PNG\r\n\x1A\n\0\0', 'a PNG picture'],
    ['PK\x03\x04....[Content_Types].xml...', 'an Excel workbook'],
    ['PK\x03\x04....xl/workbook.xml', 'an Excel workbook'],
    ['PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'an OpenDocument spreadsheet'],
    ['PK\x03\x04....word/document.xml', 'a Word document'],
    ['PK\x03\x04....library.csv', 'a zip archive'],
    ['\xD0\xCF\x11\xE0\xA1\xB1', 'an old Excel workbook (.xls)'],
    ['\x1F\x8B\x08\0', 'a gzip file'],
    ['SQLite format 3\0', 'an SQLite database'],
    ['<?xml version="1.0"?><releases>', 'XML or HTML'],
    ['  <!DOCTYPE html><html>', 'XML or HTML'],
    ['{"library_id": 1}\n', 'JSON'],
    ['[\n  {"a": 1}]', 'JSON'],
    ['\x01\x02\x03\x04\x05\x06\x07\x08', 'no text at all'],
    ['\0\0\0\0\0\0\0\0ab', 'no text at all'],
  ])('names %j', (text, what) => {
    expect(name(text)).toBe(what);
  });

  it.each([
    'Artist,Title\nCan,Tago Mago\n',
    '[unknown],Untitled\n',
    '<3,Love\n',
    'a\0,b\nCan,Tago Mago,and a longer line\n',
    '\xFF\xFE\x01\x01',
  ])('takes %j for text', (text) => {
    expect(name(text)).toBeNull();
  });
});
