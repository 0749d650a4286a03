import { exportCredits, creditsWatermark as mark } from '../../export/export-credits.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';
import { sendExport } from './send-export.ts';

export function exportCompilationTracks({ db }: Pick<AppDependencies, 'db'>): Handler<'export-compilation-tracks'> {
  return (request, reply) => sendExport(db, { mark, lines: exportCredits }, { request, reply });
}
