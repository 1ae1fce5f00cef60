FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y gcc && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN gcc -O2 -o /usr/local/bin/greet greet.c

FROM debian:bookworm-slim
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --create-home app
WORKDIR /src
COPY --from=build /usr/local/bin/greet /usr/local/bin/greet
USER 10001:10001
CMD ["greet"]
