import type { Stage } from '../dockerfile/model.ts';
import { finalState } from './state.ts';

const MODES = ['NODE_ENV', 'FLASK_ENV', 'RAILS_ENV', 'RACK_ENV', 'APP_ENV', 'DJANGO_ENV', 'ENVIRONMENT', 'ENV'];
const NAME =
  /(?:^|[-_.])(?:dev|devel|develop|development|local|debug|tests?|testing|e2e|ci|hot|watch|docs?)(?:$|[-_.\d])/;

/** True where a stage's name says that its image is for those who work on the program. */
export function isNamedForDevelopment({ name }: Stage): boolean {
  return NAME.test(name ?? '');
}

/** True where a stage's name or its environment says that its image is for those who work on the program. */
export function isForDevelopment(stage: Stage): boolean {
  const state = finalState(stage);
  const isDebug = ['FLASK_DEBUG', 'DJANGO_DEBUG', 'DEBUG'].some(name => /^(?:1|true)$/i.test(state.env(name) ?? ''));
  const isMode = MODES.some(name => /^(?:dev|devel|development|local|test)$/i.test(state.env(name) ?? ''));
  return isDebug || isMode || isNamedForDevelopment(stage);
}
