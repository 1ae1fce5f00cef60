export * from './browser.ts';
export { diskContext } from './cli/disk-context.ts';
