/** Names that try to be more than names: markup, commands of a terminal, formulas, endless, turned around. */
export const hostileNames = [
  '<script>window.__pwned = 1</script>',
  '"><img src=x onerror="window.__pwned = 1">',
  '</script><svg onload=window.__pwned=1>',
  "=cmd|' /C calc'!A0",
  '# heading [link](javascript:window.__pwned=1) `code` | cell',
  'evil\u001b[31m\u202Egnp.exe\u0000',
  `${'A'.repeat(3_000)}`,
  "'onmouseover=window.__pwned=1 x='",
];
