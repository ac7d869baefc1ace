// model.json in, what of it the engine needs out: the trees in their short form, calibration and gate. The build runs this and ships what it gives.

import { FEATURES } from './features';
import { GATE_MEASURES } from './gate-measures';
import model from './model.json';
import { shorten } from './shorten';
import { CONTEXT_FEATURES } from './smooth';

export const first = shorten(model.first, FEATURES);
export const second = shorten(model.second, [...FEATURES, ...CONTEXT_FEATURES]);
export const gate = shorten(model.gate, GATE_MEASURES);
export const { calibration } = model;
