FROM gcc:14 AS build
WORKDIR /src
COPY . .
RUN gcc -O2 -static -o /usr/local/bin/greet greet.c

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /src
COPY --from=build /usr/local/bin/greet /usr/local/bin/greet
CMD ["greet"]
