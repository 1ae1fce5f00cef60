import rule from '../../../src/rules/shell/unquoted-variable.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nRUN f="$(cat name)" && rm "/opt/$f"',
    // What ARG, ENV and the base image define is the author's own choice.
    'FROM alpine\nARG V\nRUN wget https://example.org/$V/a-$V.tgz',
    'FROM alpine\nENV P="a b"\nRUN apk add $P && echo /opt/$P',
    'FROM python:3.13\nRUN echo python-$PYTHON_VERSION $HOME/x',
    // Nothing says what is in it.
    'FROM alpine\nRUN . /etc/os-release && wget https://example.org/$VERSION_ID/x',
    // Values without blanks and globs.
    'FROM alpine\nRUN v=1.2.3 && arch=x64; wget https://example.org/$v-$arch.tgz',
    'FROM alpine\nRUN case "$(uname -m)" in x86_64) a=amd64;; *) a=arm64;; esac; wget https://example.org/$a',
    'FROM debian\nRUN a=$(dpkg --print-architecture); b="$(uname -m | tr _ -)"; echo /x/$a/$b',
    'FROM alpine\nRUN for v in 3.12 3.13; do python$v -m pip install x; done',
    'FROM alpine\nRUN for f in $(cat list); do rm /opt/$f; done',
    'FROM alpine\nARG V=1.2.3\nRUN major=$(echo $V | cut -d. -f1) && wget https://example.org/$major',
    'FROM alpine\nRUN n=$(cat n); echo a-${#n}; exit $?',
    // Lists are meant to be split.
    "FROM debian\nRUN deps='gcc make' && apt-get install -y $deps",
    'FROM alpine\nRUN d="gcc"; d="$d make"; apk add $d --x=$d',
    'FROM debian\nRUN saved="$(apt-mark showmanual)"; apt-mark manual $saved',
    // The shell does not split here.
    'FROM alpine\nRUN a=$(cat x); b=$a/c; case $a in x) ;; esac; cat > /opt/$a',
    'FROM debian\nSHELL ["/bin/bash", "-c"]\nRUN a=$(cat x); export b=/opt/$a; [[ $a == x ]]',
    'FROM alpine\nRUN f=$(cat x); tool ${f:+--file="$f"}',
    'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nSHELL ["powershell", "-Command"]\nRUN $a = Get-X; echo c:/$a',
    'FROM alpine\nRUN ["sh", "-c", "f=$(cat x); rm /opt/$f"]',
    { code: 'FROM alpine\nARG V\nRUN rm $V /opt/$V', options: { all: true } },
  ],

  invalid: [
    {
      code: 'FROM alpine\nRUN f=$(cat name) && rm -r /opt/$f/x',
      finds: [['unquoted', '$f']],
      says: ['The shell splits `$f` at blanks and expands globs in it, since no quotes hold it together.'],
      fixed: 'FROM alpine\nRUN f=$(cat name) && rm -r "/opt/$f/x"',
    },
    {
      code: 'FROM alpine\nRUN v="$(curl -s https://example.org/latest)"; \\\r\n  ./configure --prefix=/opt/$v-${v}/x \\\r\n  # why\r\n  && cp a$v/*.so ~/$v\r\n',
      finds: [
        ['unquoted', '$v'],
        ['unquoted', '$v'],
        ['unquoted', '$v'],
      ],
      fixed:
        'FROM alpine\nRUN v="$(curl -s https://example.org/latest)"; \\\r\n  ./configure --prefix="/opt/$v-${v}/x" \\\r\n  # why\r\n  && cp a"$v"/*.so ~/"$v"\r\n',
    },
    {
      code: 'FROM alpine\nRUN <<EOF\nset -e\nread -r name < /name\ntar xf $name.tgz\nEOF\n',
      finds: [['unquoted', '$name']],
      fixed: 'FROM alpine\nRUN <<EOF\nset -e\nread -r name < /name\ntar xf "$name.tgz"\nEOF\n',
    },
    {
      code: 'FROM alpine\nRUN d=$(tool dir); cd $d && [ -n $d ]',
      finds: [
        ['unquoted', '$d'],
        ['unquoted', '$d'],
      ],
      fixed: null,
      fixedUnsafely: 'FROM alpine\nRUN d=$(tool dir); cd "$d" && [ -n "$d" ]',
    },
    {
      code: 'FROM alpine\nONBUILD RUN for f in *.tgz; do tar xf ./$f; done',
      finds: [['unquoted', '$f']],
      fixed: 'FROM alpine\nONBUILD RUN for f in *.tgz; do tar xf "./$f"; done',
    },
    {
      code: 'FROM alpine\nRUN a=$(cat x); echo "`ls /opt/$a`"',
      finds: [['unquoted', '$a']],
      fixed: null,
    },
    {
      code: "FROM example.org/x\nRUN deps='gcc make'; apk add $deps $HOME/x",
      options: { all: true },
      finds: [
        ['unquoted', '$deps'],
        ['unquoted', '$HOME'],
      ],
      fixed: null,
    },
  ],
});
