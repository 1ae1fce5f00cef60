FROM rust:1.98
WORKDIR /app
COPY . .
RUN --mount=type=cache,target=/app/target --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/usr/local/cargo/git \
    cargo build --release
CMD ["/app/target/release/api"]
