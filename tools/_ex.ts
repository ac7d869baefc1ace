import { corpusSamples } from './dataset';
import { FEATURES } from '../lib/engine/features';
import { unpack, explain, addMargins } from '../lib/engine/forest';
import { bin, findEdges, trainTrees } from './gbdt';
import { pack } from './pack';
import { LABELS } from '../lib/engine/types';
const samples = await corpusSamples();
const hold: Record<string, number[]> = { 'f-no-NRK_2024_08_05': [9, 12, 500], 't-5df1-correctiv_org': [93], 't-037b-ostbelgiendirekt_be': [83], 't-a17d-sports_fr': [48, 60], 't-296d-laviedesidees_fr': [85, 92], 'f-no-Dagbladet_2026_01_06': [47], 't-e59a-france_attac_org': [30], 'f-de-FAZ_2025_04_15': [20] };
const out = new Set(samples.filter(s => hold[s.source.id]).map(s => s.source.publisher));
const tr = samples.filter(s => !out.has(s.source.publisher)); const F = FEATURES.length;
let N = 0; for (const s of tr) for (const l of s.labels) if (l >= 0) N++;
const M = new Float32Array(N * F), y = new Uint8Array(N), w = new Float32Array(N); let r = 0;
for (const s of tr) for (let i = 0; i < s.context.count; i++) { if (s.labels[i]! < 0) continue; M.set(s.features.subarray(i * F, (i + 1) * F), r * F); y[r] = s.labels[i]!; w[r++] = Math.pow(150 / Math.max(20, s.context.count), 0.7); }
const edges = findEdges(M, N, F, 1); const forest = unpack(pack(trainTrees(bin(M, N, edges), y, w, { classes: 5, rounds: 60, leaves: 12, shrinkage: 0.12, lambda: 3, minHessian: 3, minGain: 0.1, columns: 0.25, top: 0.2, rest: 0.15, seed: 7 }), FEATURES, edges), FEATURES, LABELS);
for (const s of samples) for (const u of hold[s.source.id] ?? []) { const unit = s.extracted.units.find(x => x.mark === String(u))!; const i = unit.block; const row = s.features.subarray(i * F, (i + 1) * F); const m = new Float32Array(5); addMargins(forest, row, 0, m, 0); const k = m.indexOf(Math.max(...m)); const gold = s.labels[i]!;
  console.log(`\n${s.source.id} ${u} gold ${LABELS[gold]} -> ${LABELS[k]} [${[...m].map(x => x.toFixed(1))}] ${s.context.page.blocks[i]!.text.slice(0, 50)} body:${s.context.body.first}-${s.context.body.last}/${s.context.count}`);
  const show = (l: number) => [...explain(forest, row, l)].sort((a, b) => Math.abs(b[1]) - Math.abs(a[1])).slice(0, 14).map(([c, v]) => `${FEATURES[c]}=${row[c]!.toFixed(2)}:${v.toFixed(2)}`).join(' ');
  console.log(' for', LABELS[k], show(k)); if (k !== gold) console.log(' for', LABELS[gold], show(gold)); }
