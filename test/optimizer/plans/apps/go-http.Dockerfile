FROM golang:1.26 AS build

WORKDIR /src

COPY . .

RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    CGO_ENABLED=0 go build -ldflags "-X main.version=1.0" -o /usr/local/bin/hello .

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /src
COPY --from=build /usr/local/bin/hello /usr/local/bin/hello

EXPOSE 8080
CMD ["hello"]
