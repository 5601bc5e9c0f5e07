import { expect, it } from 'vitest';
import { keepSubscribed } from './keep-subscribed.ts';

function stage() {
  const begun: { key: string; signal: AbortSignal }[] = [];
  const subscriptions = keepSubscribed(({ key }: { key: string }, signal) => begun.push({ key, signal }));
  const listening = () => begun.filter(({ signal }) => !signal.aborted).map(({ key }) => key);
  const adjust = (...keys: string[]) => subscriptions.adjust(keys.map(key => ({ key })));
  return { begun, listening, adjust, stop: subscriptions.stop };
}

it('starts what is new once, goes on with what stays, and ends what is no longer wanted', () => {
  const { begun, listening, adjust } = stage();
  adjust('a', 'b');
  adjust('b', 'c');
  expect(begun.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
  expect(listening()).toEqual(['b', 'c']);
  adjust('a');
  expect(listening()).toEqual(['a']);
});

it('takes a change in that comes of a start', () => {
  const heard: string[] = [];
  const subscriptions = keepSubscribed(({ key }: { key: string }) => {
    heard.push(key);
    subscriptions.adjust([{ key: 'c' }]);
  });
  subscriptions.adjust([{ key: 'a' }, { key: 'b' }]);
  expect(heard).toEqual(['a', 'c']);
});

it('ends all of it for good', () => {
  const { listening, adjust, stop } = stage();
  adjust('a');
  stop();
  adjust('b');
  expect(listening()).toEqual([]);
});
