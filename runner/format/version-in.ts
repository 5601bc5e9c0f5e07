import { isJsonObject } from '../base/parse-json.ts';

/** The version that a file says its format to have: 2 of `lab.work/2` where `format` is `lab.work`; undefined if it says none. Pure. */
export function versionIn(value: unknown, format: string): number | undefined {
  const schema = isJsonObject(value) && typeof value.schema === 'string' ? value.schema : '';
  const version = schema.startsWith(`${format}/`) ? schema.slice(format.length + 1) : '';
  return /^[1-9]\d{0,5}$/.test(version) ? Number(version) : undefined;
}
