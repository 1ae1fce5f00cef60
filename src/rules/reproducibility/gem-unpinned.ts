import { unpinned } from '../makers/unpinned.ts';

export default unpinned({ id: 'gem-unpinned', managers: ['gem'], alias: 'DL3028', hadolint: 'warning' });
