FROM golang:1.26 AS build

WORKDIR /src

COPY . .

RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    CGO_ENABLED=0 go build -ldflags "-X main.version=1.0" -o /usr/local/bin/hello .

FROM debian:trixie-slim
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/*
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --create-home app
WORKDIR /src
COPY --from=build /usr/local/bin/hello /usr/local/bin/hello

EXPOSE 8080
USER 10001:10001
CMD ["hello"]
