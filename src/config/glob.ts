export { matchesGlob } from '../text/glob.ts';
