#!/usr/bin/env node
import * as nodeModule from 'node:module';

// From Node 22.1 on, code that was compiled once starts faster; it has to be switched on before the rest is loaded.
if ('enableCompileCache' in nodeModule && typeof nodeModule.enableCompileCache === 'function') {
  nodeModule.enableCompileCache();
}
const { run } = await import('./program.ts');
process.exitCode = await run(process.argv.slice(2));
