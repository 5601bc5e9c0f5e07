import { runOnOwnEngine } from './docker/own-engine.ts';

/* Set-up of projects in which each file has an engine to itself: on one and the same, they would find each other's containers. */
runOnOwnEngine();
