import { unpinned } from '../makers/unpinned.ts';

export default unpinned({ id: 'zypper-unpinned', managers: ['zypper'], alias: 'DL3037', hadolint: 'warning' });
