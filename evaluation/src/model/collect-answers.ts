import type { BulkResolveResult } from '@deadwax/contract/schemas';
import type { Method } from '@deadwax/linkage/model';
import { runHarness, tuningSeeds } from '../harness/run-harness.ts';
import { runAlbums } from '../labelled/albums.ts';
import { legOf } from '../labelled/judge-album.ts';
import type { Answer } from './fit-calibration.ts';

/** What was answered on the data that may be fitted to: tuning seeds and labelled albums. */
export async function collectAnswers(workFolder: string, progress: (message: string) => void): Promise<Answer[]> {
  const answers: Answer[] = [];
  const run = await runHarness({ seeds: tuningSeeds, workFolder, explain: true, progress });
  for (const { result, truth } of run.cases) {
    for (const { source, external_id: id, method, derived_from: from } of result.provenance) {
      if (id === null || method === null || from !== null || !/^(?:discogs_master|mb_release_group)$/.test(source))
        continue;
      const odds = oddsOf(result, source, id);
      if (odds !== null)
        answers.push({
          method: method as Method,
          odds,
          right: truth.releases.has(`${source} ${id}`),
        });
    }
  }
  const albums = await runAlbums({ workFolder, distractors: 0, explain: true, progress });
  for (const { result, judgement } of albums?.cases ?? []) {
    const leg = legOf(result);
    if (!leg?.external_id || !leg.method) continue;
    const odds = oddsOf(result, leg.source, leg.external_id);
    if (odds !== null) answers.push({ method: leg.method as Method, odds, right: judgement === 'correct' });
  }
  return answers;
}

function oddsOf(result: BulkResolveResult, source: string, id: string): number | null {
  const albums = result.explanation?.families.flatMap((family) => family.albums) ?? [];
  const album =
    albums.find((each) => each.source === source && each.external_id === id) ??
    albums.find((each) => each.source === source && each.chosen);
  return album?.log_odds ?? null;
}
