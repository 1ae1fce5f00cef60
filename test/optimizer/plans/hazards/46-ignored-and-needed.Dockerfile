FROM rust:1.98
WORKDIR /app
COPY . .
COPY target/rules ./rules
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/usr/local/cargo/git \
    cargo build --release
CMD ["./target/release/api"]
