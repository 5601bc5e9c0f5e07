/** As much of JSON Schema (2020-12) as the schemas in docs/schemas use. */
interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly pattern?: string;
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
}

/** Where a value is not what a schema says. What has no property of its own is a problem: schemas must tell all. */
export function schemaProblems(value: unknown, schema: Schema, root: Schema = schema, at = ''): string[] {
  if (schema.$ref !== undefined) {
    const target = root.$defs?.[schema.$ref.replace('#/$defs/', '')];
    return target === undefined ? [`${schema.$ref} is not there`] : schemaProblems(value, target, root, at);
  }
  // One that says nothing takes everything.
  if (Object.keys(schema).length === 0) return [];
  const problems: string[] = [];
  if (schema.anyOf?.every(one => schemaProblems(value, one, root, at).length > 0))
    problems.push(`${at} is none of them`);
  if (typeof value === 'string' && schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value))
    problems.push(`${at} is not as ${schema.pattern}`);
  if ('const' in schema && value !== schema.const) problems.push(`${at} is not ${String(schema.const)}`);
  if (schema.enum !== undefined && !schema.enum.includes(value)) problems.push(`${at} is ${String(value)}`);
  if (schema.type !== undefined && !isOf(schema.type, value)) return [...problems, `${at} is no ${schema.type}`];
  if (typeof value === 'number' && value < (schema.minimum ?? value)) problems.push(`${at} is too small`);
  if (typeof value === 'number' && value > (schema.maximum ?? value)) problems.push(`${at} is too great`);
  if (typeof value === 'number' && value === schema.exclusiveMinimum) problems.push(`${at} is too small`);
  if (Array.isArray(value))
    return problems.concat(
      value.flatMap((one, index) => schemaProblems(one, schema.items ?? {}, root, `${at}/${index}`)),
    );
  if (typeof value !== 'object' || value === null) return problems;
  const { properties = {}, required = [] } = schema;
  return [
    ...problems,
    ...required.filter(key => !Object.hasOwn(value, key)).map(key => `${at}/${key} is missing`),
    ...Object.entries(value).flatMap(([key, one]) => {
      const own = properties[key];
      const { additionalProperties: more } = schema;
      if (own === undefined && more === true) return [];
      if (own === undefined && typeof more === 'object')
        return [
          ...schemaProblems(key, schema.propertyNames ?? {}, root, `${at}/${key}`),
          ...schemaProblems(one, more, root, `${at}/${key}`),
        ];
      return own === undefined ? [`${at}/${key} is not told`] : schemaProblems(one, own, root, `${at}/${key}`);
    }),
  ];
}

function isOf(type: NonNullable<Schema['type']>, value: unknown): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}
