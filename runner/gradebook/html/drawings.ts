import type { Verdict } from '../../checks/verdict.ts';
import { markup } from './markup.ts';

/** A load line: the mark on a ship's side that says how deep it may lie in the water. */
export const loadLine = markup`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true"><circle cx="12" cy="12" r="7.5"/><path d="M1 12h22"/></svg>`;

/** A gantry crane over a hull on the slip, in thin lines, behind the title. */
export const yard = markup`<svg class="yard" viewBox="0 0 420 130" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" aria-hidden="true"><path d="M60 130V26M76 130V26M300 130V26M316 130V26M40 26h300M40 14h300M40 14v12M340 14v12M52 26 60 14 76 26 92 14 108 26 124 14 140 26 156 14 172 26 188 14 204 26 220 14 236 26 252 14 268 26 284 14 300 26 316 14 332 26"/><path d="M60 60 76 44M60 92 76 76M60 124 76 108M300 60 316 44M300 92 316 76M300 124 316 108"/><path d="M180 26v26M196 26v26M176 52h24v10h-24z"/><path d="M112 84h26V70h30v14h92l-14 34q-2 6-10 6H138q-8 0-12-8z"/><path d="M116 98h138M121 108h129" opacity=".6"/><path d="M96 130h184M352 130h68M0 130h48"/><path d="M352 122q8-5 16 0t16 0 16 0 16 0M0 122q8-5 16 0t16 0 16 0" opacity=".7"/></svg>`;

/** A sign for each verdict, for the eye only: the word beside it says the same. */
export const signs: Readonly<Record<Verdict, string>> = { pass: '✔', fail: '✖', blocked: '○', unknown: '?' };

/** A sign and a word in one. */
export function tag(verdict: Verdict, word: string) {
  return markup`<span class="tag ${verdict}"><span aria-hidden="true">${signs[verdict]}</span>${word}</span>`;
}
