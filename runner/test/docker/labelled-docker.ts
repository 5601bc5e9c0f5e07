export { LabelledDocker } from '../../author/labelled-docker.ts';
