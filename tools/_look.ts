import { readFileSync } from 'node:fs';
import { corpusSamples } from './dataset';
const [kind, maxPer, total] = [process.argv[2]!, Number(process.argv[3] ?? 2), Number(process.argv[4] ?? 60)];
const G: any = { A: 'article', F: 'fundraising', N: 'newsletter', P: 'promo', M: 'other', O: 'other' };
const pred = new Map(JSON.parse(readFileSync('/tmp/pred.json', 'utf8')).map((p: any) => [p.id, p]));
let n = 0; const only = process.argv[5];
for (const s of await corpusSamples()) { const p: any = pred.get(s.source.id); if (!p) continue; if (only && !s.source.id.includes(only)) continue; let k = 0;
  for (const u of s.extracted.units) { const g = p.gold[Number(u.mark)]; const key = G[g] + '>' + p.predicted[Number(u.mark)]; if (kind !== 'all' && key !== kind) continue; if (k++ >= maxPer || n++ > total) break;
    const b = u.block; if (b < 0) continue; const nodes = s.context.page.nodes; const path = []; let x = s.context.page.blocks[b]!.node; for (let d = 0; d < 6 && x >= 0; d++) { path.unshift(nodes[x]!.tag + '.' + nodes[x]!.names.trim().replace(/\s+/g, '.').slice(0, 22)); x = nodes[x]!.parent; }
    console.log(s.source.id.slice(0, 22), u.mark, kind === 'all' ? key : '', '|', s.context.page.blocks[b]!.text.slice(0, 60), '|', path.join('/')); } }
