FROM rust:1-alpine AS builder
RUN apk add --no-cache musl-dev
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/usr/local/cargo/git \
    cargo build --locked --release

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /
COPY --from=builder /src/target/release/probe /probe
ENTRYPOINT ["/probe"]
