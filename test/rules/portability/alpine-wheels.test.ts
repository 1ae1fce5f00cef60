import rule from '../../../src/rules/portability/alpine-wheels.ts';
import { testRule } from '../../support/rule-tester.ts';

const context = {
  'requirements.txt': 'flask==3.1\nScikit_Learn>=1.5 ; python_version > "3.9"\n',
  'plain.txt': 'flask\n',
};

testRule(rule, {
  valid: [
    'FROM python:3.13-alpine\nRUN pip install flask numpy pandas cryptography',
    'FROM python:3.13-slim\nRUN pip install torch',
    'FROM python:3.13\nRUN pip install opencv-python',
    'FROM registry.example.org/python-alpine\nRUN pip install torch',
    'FROM python:3.13-alpine\nRUN pip install --extra-index-url https://wheels.example.org torch',
    'FROM python:3.13-alpine\nRUN pip install --no-index --find-links /wheels torch',
    'FROM python:3.13-alpine\nRUN pip uninstall -y torch && echo torch',
    'FROM python:3.13-alpine\nRUN pip install -r requirements.txt',
    { code: 'FROM python:3.13-alpine\nWORKDIR /app\nCOPY requirements.txt .\nRUN pip install flask', context },
    {
      code: 'FROM python:3.13-slim\nWORKDIR /app\nCOPY requirements.txt .\nRUN pip install -r requirements.txt',
      context,
    },
    {
      code: 'FROM python:3.13-alpine\nWORKDIR /app\nCOPY requirements.txt .\nRUN pip install -r other/requirements.txt',
      context,
    },
  ],
  invalid: [
    {
      code: 'FROM python:3.13-alpine\nRUN pip install --no-cache-dir flask "scikit-learn==1.7.2" torch[opt]',
      finds: [
        ['noWheel', '"scikit-learn==1.7.2"'],
        ['noWheel', 'torch[opt]'],
      ],
      says: [
        '`scikit-learn` has wheels for glibc only: on Alpine it is compiled from source, or not to be had at all.',
        '`torch[opt]` has wheels for glibc only: on Alpine it is compiled from source, or not to be had at all.',
      ],
    },
    {
      code: 'FROM alpine:3.22\nRUN apk add --no-cache py3-pip && pip install --break-system-packages PyQt6',
      finds: [['noWheel', 'PyQt6']],
    },
    {
      code: 'FROM python:3.13-alpine\nWORKDIR /app\nCOPY requirements.txt .\nRUN pip install --no-cache-dir -r requirements.txt',
      context,
      finds: [['listed', 'requirements.txt']],
      says: [
        '`requirements.txt` asks for `scikit-learn`, which has wheels for glibc only: Alpine compiles it, or cannot install it.',
      ],
    },
  ],
});
