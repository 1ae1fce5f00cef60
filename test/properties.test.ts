import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../src/dockerfile/parse.ts';
import { fixAll } from '../src/engine/fix.ts';
import { lint } from '../src/engine/lint.ts';
import { preset } from '../src/engine/presets.ts';
import { invocationOn } from '../src/engine/rule.ts';
import { rules } from '../src/rules/index.ts';
import { mappedText } from '../src/text/mapped-text.ts';
import { applyEdits, type Edit } from '../src/text/span.ts';

const RUNS = { numRuns: 300 };
const configured = preset('strict', rules);
const invocation = invocationOn('2026-11-01');

/** Lines that look like a Dockerfile's, in any order and with any damage. */
const line = fc.oneof(
  fc.constantFrom(
    'FROM alpine:3.22 AS build',
    'FROM --platform=$BUILDPLATFORM node:22-slim',
    'FROM scratch',
    'ARG VERSION=1',
    'ENV A=1 B="$A c"',
    'ENV A b c',
    'RUN apt-get update && apt-get install curl \\',
    '    wget # note',
    '# comment',
    '',
    'RUN --mount=type=cache,target=/root/.npm npm install',
    'RUN <<EOF',
    'EOF',
    'COPY --from=build /a /b',
    'COPY . .',
    'ADD https://example.org/a.tar.gz /x',
    'CMD npm start',
    'ENTRYPOINT ["a", "b"',
    'HEALTHCHECK CMD curl -f http://localhost/',
    'USER root',
    'LABEL a=b a=c',
    'ONBUILD RUN pip install x',
    'SHELL ["/bin/bash", "-c"]',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const dockerfile = fc
  .tuple(
    fc.array(line, { maxLength: 20 }),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom('', '\uFEFF', '# escape=`\n'),
  )
  .map(([lines, lineEnd, head]) => head + lines.join(lineEnd));

describe('edits', () => {
  const edits = fc.array(fc.tuple(fc.nat(30), fc.nat(5), fc.string({ maxLength: 5 })), { maxLength: 6 }).map(parts => {
    let end = 0;
    return parts.map(([gap, length, text]): Edit => {
      const start = end + gap;
      end = start + length;
      return { span: [start, end], text };
    });
  });

  it('leave what is between them', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 220, maxLength: 240 }), edits, (text, some) => {
        const kept = some.map(({ span }, index) => text.slice(some[index - 1]?.span[1] ?? 0, span[0]));
        const last = text.slice(some.at(-1)?.span[1] ?? 0);
        expect(applyEdits(text, some)).toBe(some.map((edit, index) => `${kept[index]}${edit.text}`).join('') + last);
      }),
      RUNS,
    );
  });
});

describe('a mapped text', () => {
  it('knows where each character stands', () => {
    const pieces = fc.array(fc.tuple(fc.string({ minLength: 1, maxLength: 6 }), fc.nat(9)), { minLength: 1 });
    fc.assert(
      fc.property(pieces, parts => {
        let source = '';
        const mapped = mappedText(
          parts.map(([text, gap]) => {
            const piece = { text, source: source.length + gap };
            source += '·'.repeat(gap) + text;
            return piece;
          }),
        );
        const seen = Array.from({ length: mapped.text.length }, (_, at) => source[mapped.sourceOffset(at)]).join('');
        expect(seen).toBe(mapped.text);
        expect(mapped.sourceSpan([0, mapped.text.length])[1]).toBe(source.length);
      }),
      RUNS,
    );
  });
});

describe('whatever the file', () => {
  it('instructions lie in the text, in order, and apart', () => {
    fc.assert(
      fc.property(dockerfile, text => {
        let end = 0;
        for (const { span, keywordSpan } of parseDockerfile(text).instructions) {
          expect(span[0]).toBeGreaterThanOrEqual(end);
          expect(keywordSpan[0]).toBe(span[0]);
          end = span[1];
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      RUNS,
    );
  });

  it('no rule fails', () => {
    fc.assert(
      fc.property(dockerfile, text => {
        const failures = lint(text, configured, invocation).findings.filter(({ rule }) => rule.id === 'internal-error');
        expect(failures.map(({ message }) => message)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('no finding hangs on the order of the rules', () => {
    const orders = fc.shuffledSubarray([...configured], { minLength: configured.length });
    const placesOf = (text: string, some: typeof configured): string[] =>
      lint(text, some, invocation)
        .findings.map(({ rule, message, at }) => `${at.join('-')} ${rule.id} ${message}`)
        .toSorted();
    fc.assert(
      fc.property(dockerfile, orders, (text, order) => {
        expect(placesOf(text, order)).toEqual(placesOf(text, configured));
      }),
      { numRuns: 100 },
    );
  });

  it('fixes end, and break nothing', () => {
    fc.assert(
      fc.property(dockerfile, text => {
        const fixed = fixAll(text, configured, invocation, { allow: 'unsafe' });
        expect(fixed.rejected).toEqual([]);
        expect(fixAll(fixed.text, configured, invocation, { allow: 'unsafe' }).text).toBe(fixed.text);
      }),
      RUNS,
    );
  });
});
