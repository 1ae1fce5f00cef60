FROM rust:1-bookworm AS builder
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/usr/local/cargo/git \
    cargo build --locked --release

FROM gcr.io/distroless/cc-debian13:nonroot
WORKDIR /
COPY --from=builder /src/target/release/probe /usr/local/bin/probe
ENV RUST_LOG=info
CMD ["probe"]
