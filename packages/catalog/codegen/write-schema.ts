import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openCatalogDatabase } from '../src/database/open-catalog-database.ts';
import { describeSchema } from './describe-schema.ts';

const path = fileURLToPath(new URL('../schema.sql', import.meta.url));
const { db, close } = await openCatalogDatabase({ directory: null });
const schema = await describeSchema(db);
await close();
if (!process.argv.includes('--check')) writeFileSync(path, schema);
else if (readFileSync(path, 'utf8') !== schema) {
  process.stderr.write('packages/catalog/schema.sql is not what the migrations come to: run npm run schema\n');
  process.exitCode = 1;
}
