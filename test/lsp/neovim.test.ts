import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, programPath, textOf } from '../support/run-program.ts';

/** Opens the Dockerfile, waits for diagnostics, prints them, applies the preferred fix of the first and saves. */
const SCRIPT = `
local client = vim.lsp.start_client({ name = 'plimsoll', cmd = { vim.env.NODE, vim.env.PROGRAM, 'lsp', '--stdio' }, root_dir = vim.fn.getcwd() })
vim.lsp.buf_attach_client(0, client)
local came = vim.wait(10000, function() return #vim.diagnostic.get(0) > 0 end, 10)
if not came then print('no diagnostics'); vim.cmd('cquit') end
for _, found in ipairs(vim.diagnostic.get(0)) do
  print(string.format('%d:%d %s %s', found.lnum + 1, found.col + 1, found.code, found.source))
end
local first = vim.diagnostic.get(0)[1]
local range = { start = { line = first.lnum, character = first.col }, ['end'] = { line = first.lnum, character = first.col } }
local params = { textDocument = vim.lsp.util.make_text_document_params(), range = range, context = { diagnostics = {} } }
local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 10000)
for _, answer in pairs(answers) do
  for _, action in ipairs(answer.result) do
    if action.isPreferred then
      print(action.title)
      vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
    end
  end
end
vim.cmd('silent write')
local gone = vim.wait(10000, function() return #vim.diagnostic.get(0) == 0 end, 10)
print(gone and 'clean' or 'not clean')
vim.cmd('quit')
`;

describe.skipIf(spawnSync('nvim', ['--version']).status !== 0)('Neovim, where it is installed', () => {
  it('shows what is found, and repairs it', () => {
    const folder = folderWith({
      Dockerfile: 'FROM alpine:3.22\nMAINTAINER me\n',
      '.plimsoll.json': '{ "rules": { "root-user": "off" } }',
      'script.lua': SCRIPT,
    });
    const args = ['--headless', '--clean', 'Dockerfile', '-c', `luafile ${join(folder, 'script.lua')}`];
    const { status, stderr } = spawnSync('nvim', args, {
      cwd: folder,
      encoding: 'utf8',
      timeout: 45_000,
      env: { PATH: process.env['PATH'] ?? '', HOME: folder, NODE: process.execPath, PROGRAM: programPath() },
    });
    const printed = stderr.split(/\r?\n/).map(line => line.trim());
    expect(printed).toEqual(
      expect.arrayContaining([
        '2:1 maintainer-deprecated plimsoll',
        'Use LABEL org.opencontainers.image.authors',
        'clean',
      ]),
    );
    expect(status).toBe(0);
    expect(textOf(folder, 'Dockerfile')).toBe('FROM alpine:3.22\nLABEL org.opencontainers.image.authors="me"\n');
  });
});
