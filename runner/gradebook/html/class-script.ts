/**
 * What the class's report does in a browser: it filters, sorts and opens rows, and changes the colours. The page is whole
 * without it; all that only works with it is made or shown by it. It reads no text as markup.
 */
export const classScript = `
'use strict';
(() => {
  const root = document.documentElement;
  const one = selector => document.querySelector(selector);
  const table = one('table');
  const head = [...table.tHead.rows[0].cells];
  const rows = [...table.tBodies];
  root.classList.add('js');

  const button = (name, text) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = name;
    made.append(...text);
    return made;
  };

  for (const row of rows) {
    const name = row.querySelector('.name');
    const more = row.querySelector('.more');
    const toggle = button('toggle', [...name.childNodes]);
    toggle.setAttribute('aria-expanded', 'false');
    toggle.setAttribute('aria-controls', more.id);
    toggle.addEventListener('click', () => {
      const open = more.classList.toggle('open');
      more.querySelector('details').open = open;
      toggle.setAttribute('aria-expanded', String(open));
    });
    name.append(toggle);
  }

  const plain = text => text.normalize('NFD').replace(/\\p{M}/gu, '').toLowerCase();
  const words = new Map(rows.map(row => [row, plain(row.rows[0].cells[0].textContent)]));
  const find = one('#find');
  const count = one('#count');
  const number = new Intl.NumberFormat(root.lang);
  const filter = () => {
    const text = plain(find.value.trim());
    const state = one('input[name=show]:checked').value;
    let shown = 0;
    for (const row of rows) {
      const fits = words.get(row).includes(text) && (state === '' || row.dataset.in.split(' ').includes(state));
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    count.textContent = count.dataset.of.replace('#', number.format(shown));
    one('.nobody').hidden = shown > 0;
  };
  find.addEventListener('input', filter);
  for (const radio of document.querySelectorAll('input[name=show]')) radio.addEventListener('change', filter);
  one('.tools').addEventListener('submit', event => event.preventDefault());
  one('.tools').hidden = false;

  const order = new Intl.Collator(root.lang, { numeric: true, sensitivity: 'base' });
  const sortBy = (cell, column) => {
    const first = cell.classList.contains('n') ? 'descending' : 'ascending';
    const other = first === 'ascending' ? 'descending' : 'ascending';
    const direction = cell.getAttribute('aria-sort') === first ? other : first;
    for (const each of head) each.removeAttribute('aria-sort');
    cell.setAttribute('aria-sort', direction);
    const sign = direction === 'ascending' ? 1 : -1;
    const value = row => row.rows[0].cells[column].dataset.v;
    rows.sort((a, b) => sign * (column === 0 ? order.compare(value(a), value(b)) : value(a) - value(b)));
    table.append(...rows);
  };
  head.forEach((cell, column) => {
    const sort = button('sort', [...cell.childNodes]);
    sort.addEventListener('click', () => sortBy(cell, column));
    cell.append(sort);
  });

  const remembered = 'estaleiro-theme';
  const theme = one('#theme');
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset.theme ?? (dark.matches ? 'dark' : 'light')) === 'dark';
  const say = () => { theme.textContent = isDark() ? theme.dataset.light : theme.dataset.dark; };
  try {
    const kept = localStorage.getItem(remembered);
    if (kept === 'dark' || kept === 'light') root.dataset.theme = kept;
  } catch { /* Files may have no storage: then the system decides each time. */ }
  theme.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    say();
    try { localStorage.setItem(remembered, root.dataset.theme); } catch { /* As above. */ }
  });
  dark.addEventListener('change', say);
  say();
  theme.hidden = false;
})();
`;
