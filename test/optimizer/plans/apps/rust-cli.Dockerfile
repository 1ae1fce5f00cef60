FROM rust:1.98 AS build
WORKDIR /usr/src/tally
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/usr/local/cargo/git \
    cargo install --path .

FROM gcr.io/distroless/cc-debian13:nonroot
WORKDIR /usr/src/tally
COPY --from=build /usr/local/cargo/bin/tally /usr/local/bin/tally
CMD ["tally"]
