/** A text whose letters carry no marks: `Ação` becomes `Acao`, `nº` `no` (Unicode's NFKD, without combining marks). Pure. */
export function withoutAccents(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '');
}
