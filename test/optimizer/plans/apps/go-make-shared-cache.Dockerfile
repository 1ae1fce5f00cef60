FROM golang:1.25 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod \
    go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \
    go test ./...
RUN --mount=type=cache,target=/go/pkg/mod \
    make build

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /
COPY --from=build --chown=65532:65532 /src/bin/relay /usr/local/bin/relay
USER 65532:65532
ENTRYPOINT ["relay"]
