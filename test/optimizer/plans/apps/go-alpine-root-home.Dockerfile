FROM golang:1.25-alpine AS builder
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o app .

FROM gcr.io/distroless/static-debian13
WORKDIR /root/
COPY --from=builder /src/app .
CMD ["./app"]
