import { exportLibrary as lines } from '../../export/export-library.ts';
import { libraryWatermark as mark } from '../../export/library-watermark.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';
import { sendExport } from './send-export.ts';

export function exportLibrary({ db }: Pick<AppDependencies, 'db'>): Handler<'export-library'> {
  return (request, reply) => sendExport(db, { mark, lines }, { request, reply });
}
