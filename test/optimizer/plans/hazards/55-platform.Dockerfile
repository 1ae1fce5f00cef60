FROM --platform=linux/arm/v7 golang:1.26 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    CGO_ENABLED=0 go build -o /usr/local/bin/api .

FROM --platform=linux/arm/v7 gcr.io/distroless/static-debian13:nonroot
WORKDIR /src
COPY --from=build /usr/local/bin/api /usr/local/bin/api
CMD ["/usr/local/bin/api"]
