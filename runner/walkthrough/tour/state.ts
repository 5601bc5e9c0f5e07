/** The guided tour through the reference solution of the open challenge. */
export interface TourState {
  /** The challenge's id. */
  readonly challenge: string | undefined;
  /** Which step is shown, from 0. */
  readonly step: number;
  /** The command being edited; undefined while none is. */
  readonly editing: string | undefined;
  /** Challenges whose solution the learner asked for once, or has seen. */
  readonly asked: readonly string[];
}

/** What a running step tells. */
export type TourEvent =
  | { readonly kind: 'output'; readonly run: number; readonly text: string }
  | { readonly kind: 'ended'; readonly run: number; readonly exitCode: number | undefined; readonly message?: string };

export const initialTour: TourState = { challenge: undefined, step: 0, editing: undefined, asked: [] };
