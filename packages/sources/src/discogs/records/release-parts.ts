import type { XmlCursor } from '../xml/cursor.ts';
import { readList, readTexts } from './lists.ts';

/** A label or a series with the number the release has in it. */
export interface CatalogEntry {
  id: number | null;
  name: string;
  catno: string;
}

/** Dumps say it in attributes, exports of the API in child elements. */
function readCatalogEntry(cursor: XmlCursor): CatalogEntry {
  const entry: CatalogEntry = {
    id: cursor.integerAttribute('id'),
    name: cursor.attribute('name'),
    catno: cursor.attribute('catno'),
  };
  while (cursor.child()) {
    if (cursor.name === 'id') entry.id = cursor.integer();
    else if (cursor.name === 'name') entry.name = cursor.text();
    else if (cursor.name === 'catno') entry.catno = cursor.text();
    else cursor.skip();
  }
  if (entry.id !== null && entry.id <= 0) entry.id = null;
  return entry;
}

export function readLabels(cursor: XmlCursor): CatalogEntry[] {
  return readList(cursor, 'label', readCatalogEntry);
}

export function readSeries(cursor: XmlCursor): CatalogEntry[] {
  return readList(cursor, 'series', readCatalogEntry);
}

export interface Format {
  name: string;
  quantity: number | null;
  text: string;
  descriptions: string[];
}

function readFormat(cursor: XmlCursor): Format {
  const format: Format = {
    name: cursor.attribute('name'),
    quantity: cursor.integerAttribute('qty'),
    text: cursor.attribute('text'),
    descriptions: [],
  };
  while (cursor.child()) {
    if (cursor.name === 'descriptions') format.descriptions = readTexts(cursor, 'description');
    else cursor.skip();
  }
  return format;
}

export function readFormats(cursor: XmlCursor): Format[] {
  return readList(cursor, 'format', readFormat);
}

export interface Identifier {
  type: string;
  value: string;
  description: string;
}

function readIdentifier(cursor: XmlCursor): Identifier {
  const identifier = {
    type: cursor.attribute('type'),
    value: cursor.attribute('value'),
    description: cursor.attribute('description'),
  };
  cursor.skip();
  return identifier;
}

export function readIdentifiers(cursor: XmlCursor): Identifier[] {
  return readList(cursor, 'identifier', readIdentifier);
}

export interface Company {
  id: number | null;
  name: string;
  catno: string;
  entityType: number | null;
  entityTypeName: string;
}

function readCompany(cursor: XmlCursor): Company {
  const company: Company = { id: null, name: '', catno: '', entityType: null, entityTypeName: '' };
  while (cursor.child()) {
    if (cursor.name === 'id') company.id = cursor.integer();
    else if (cursor.name === 'name') company.name = cursor.text();
    else if (cursor.name === 'catno') company.catno = cursor.text();
    else if (cursor.name === 'entity_type') company.entityType = cursor.integer();
    else if (cursor.name === 'entity_type_name') company.entityTypeName = cursor.text();
    else cursor.skip();
  }
  if (company.id !== null && company.id <= 0) company.id = null;
  return company;
}

export function readCompanies(cursor: XmlCursor): Company[] {
  return readList(cursor, 'company', readCompany);
}
