FROM golang:1.26 AS build
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    CGO_ENABLED=0 go build -o api .

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /go
COPY --from=build /go/api /go/api
CMD ["./api"]
