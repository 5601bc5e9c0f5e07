/** Server databases, by files that each keeps at the top of its folder. */
const signs: readonly (readonly [software: string, file: RegExp])[] = [
  ['PostgreSQL', /(?:^|\/)PG_VERSION$/],
  ['MySQL', /(?:^|\/)(?:#ib_\d+_\d+\.dblwr|#innodb_(?:redo|temp)\/.*|mysql\.ibd)$/],
  ['MariaDB', /(?:^|\/)aria_log(?:_control|\.\d+)$/],
  ['MySQL', /(?:^|\/)(?:ibdata1|ib_logfile\d|ib_buffer_pool|auto\.cnf)$/],
  ['MongoDB', /(?:^|\/)WiredTiger(?:\.\w+)?$/],
  ['Redis', /(?:^|\/)(?:dump\.rdb|appendonly\.aof(?:\..*)?)$/],
];

/** The server whose files these are, as their paths tell; `undefined` if they look like no server's. Pure. */
export function serverOf(files: readonly { readonly path: string }[]): string | undefined {
  return signs.find(([, sign]) => files.some(({ path }) => sign.test(path)))?.[0];
}
