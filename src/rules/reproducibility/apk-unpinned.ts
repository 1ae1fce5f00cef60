import { unpinned } from '../makers/unpinned.ts';

export default unpinned({ id: 'apk-unpinned', managers: ['apk'], alias: 'DL3018', hadolint: 'warning' });
