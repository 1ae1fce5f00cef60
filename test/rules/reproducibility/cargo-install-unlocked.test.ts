import rule from '../../../src/rules/reproducibility/cargo-install-unlocked.ts';
import { testRule } from '../../support/rule-tester.ts';

const context = {
  'Cargo.toml': '[package]\nname = "app"\nversion = "0.1.0"\n\n[dependencies]\nserde = "1"\n',
  'Cargo.lock': '[[package]]\nname = "app"\nversion = "0.1.0"\n\n[[package]]\nname = "serde"\nversion = "1.0.219"\n',
  'src/main.rs': 'fn main() {}\n',
};
const start = 'FROM rust\nWORKDIR /app\nCOPY . .\nRUN ';

testRule(rule, {
  valid: [
    'FROM rust\nRUN cargo install --locked cargo-chef',
    'FROM rust\nRUN cargo install cargo-chef --frozen',
    'FROM rust\nRUN cargo install --list',
    'FROM rust\nRUN cargo install --path .',
    'FROM rust\nRUN cargo binstall -y cargo-chef',
    'FROM rust\nWORKDIR /app\nCOPY . .\nRUN cargo build --release',
    { code: `${start}cargo build --release --locked`, context },
    { code: `${start}cargo build --release --offline`, context },
    { code: `${start}cargo update && cargo build --release`, context },
    { code: `${start}cargo build --release`, context: { ...context, '.dockerignore': 'Cargo.lock' } },
    { code: `${start}cargo test && cargo fmt`, context },
  ],
  invalid: [
    {
      code: 'FROM rust\nRUN cargo install cargo-chef',
      finds: [['install', 'cargo install']],
      says: [
        '`cargo install` leaves the Cargo.lock of `cargo-chef` aside and takes the newest dependencies of the day.',
      ],
      fixed: 'FROM rust\nRUN cargo install --locked cargo-chef',
    },
    {
      code: 'FROM rust\nRUN cargo install a b && cargo install --version 0.1.0 c && cargo install --git https://example.org/d',
      finds: [
        ['install', 'cargo install'],
        ['install', 'cargo install'],
        ['install', 'cargo install'],
      ],
      fixed:
        'FROM rust\nRUN cargo install --locked a b && cargo install --version 0.1.0 c && cargo install --git https://example.org/d',
      fixedUnsafely:
        'FROM rust\nRUN cargo install --locked a b && cargo install --locked --version 0.1.0 c && cargo install --locked --git https://example.org/d',
    },
    {
      code: `${start}cargo build --release`,
      context,
      finds: [['build', 'cargo build']],
      says: ['`cargo build` rewrites a Cargo.lock that does not fit the manifest any more, without a word.'],
      fixed: `${start}cargo build --locked --release`,
    },
    {
      code: `${start}cargo +nightly build`,
      context: { ...context, 'Cargo.toml': `${context['Cargo.toml']}tokio = "1"\n` },
      finds: [['build', 'cargo +nightly build']],
      fixed: null,
      fixedUnsafely: `${start}cargo +nightly build --locked`,
    },
    {
      code: 'FROM rust\nWORKDIR /app\nCOPY Cargo.toml Cargo.lock ./\nRUN cargo build',
      finds: [['build', 'cargo build']],
      fixed: null,
      fixedUnsafely: 'FROM rust\nWORKDIR /app\nCOPY Cargo.toml Cargo.lock ./\nRUN cargo build --locked',
    },
  ],
});
