FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y build-essential cmake libcurl4-openssl-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN cmake -B build -DCMAKE_BUILD_TYPE=Release
RUN cmake --build build --target fetch

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates libcurl4 \
    && rm -rf /var/lib/apt/lists/*
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --create-home app
WORKDIR /src
COPY --from=build /src/build/fetch /src/build/fetch
USER 10001:10001
CMD ["/src/build/fetch"]
