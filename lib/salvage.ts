// In: a value of unknown making and a schema. Out: what is valid of it, the rest replaced field by field.
import * as v from 'valibot';

type Fields = Readonly<Record<string, v.GenericSchema>>;
type Outputs<F extends Fields> = { [K in keyof F]: v.InferOutput<F[K]> };

/** Each field of `raw` that its schema takes, else the default; fields without a default are left out. */
export function salvage<F extends Fields, D extends Partial<Outputs<F>>>(fields: F, raw: unknown, defaults: D): D & Partial<Outputs<F>> {
  const record = asRecord(raw);
  const kept: Record<string, unknown> = { ...defaults };
  for (const [name, schema] of Object.entries(fields)) {
    if (!Object.hasOwn(record, name)) continue;
    const result = v.safeParse(schema, record[name]);
    if (result.success && result.output !== undefined) kept[name] = result.output;
  }
  return kept as D & Partial<Outputs<F>>;
}

/** The value as an object with named fields; an empty one when it is anything else. */
export function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
