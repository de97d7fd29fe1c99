// Reads a Parquet file for the tests, with another implementation than wrote it: node parquet.mjs FILE [head]
// Out, as JSON: {rows, notes, types, values}; "head" leaves the values out. What JSON has no form for is
// written as {"integer"|"time"|"number"|"bytes": text}.
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'

const [path, part] = process.argv.slice(2)
const file = await asyncBufferFromFile(path)
const metadata = await parquetMetadataAsync(file)

const type = ({ element, children }) => {
  const logical = element.logical_type
  const own = logical
    ? [logical.type, logical.precision, logical.scale, logical.unit, logical.isAdjustedToUTC].filter(part => part !== undefined).join(' ')
    : element.type
  return element.logical_type?.type === 'LIST' || element.converted_type === 'LIST' ? `LIST ${type(children[0].children[0])}` : own
}
const plain = value => {
  if (typeof value === 'bigint') return { integer: value.toString() }
  if (value instanceof Date) return { time: value.toISOString() }
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('hex') }
  if (typeof value === 'number' && !Number.isFinite(value)) return { number: String(value) }
  if (Array.isArray(value)) return value.map(plain)
  return value ?? null
}
const values = part === 'head' ? [] : await parquetReadObjects({ file, metadata, compressors })
process.stdout.write(JSON.stringify({
  rows: Number(metadata.num_rows),
  groups: metadata.row_groups.length,
  by: metadata.created_by,
  notes: Object.fromEntries((metadata.key_value_metadata ?? []).map(({ key, value }) => [key, value])),
  types: Object.fromEntries(parquetSchema(metadata).children.map(child => [child.element.name, type(child)])),
  values: values.map(row => Object.fromEntries(Object.entries(row).map(([name, value]) =>
    [name, value !== null && typeof value === 'object' && 'coordinates' in value ? value : plain(value)]))),
}))
