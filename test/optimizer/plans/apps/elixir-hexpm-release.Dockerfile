FROM hexpm/elixir:1.18.1-erlang-27.2-debian-bookworm-20241202-slim AS build
ENV MIX_ENV=prod
WORKDIR /app
RUN mix local.hex --force && mix local.rebar --force
COPY mix.exs mix.lock ./
RUN --mount=type=cache,target=/root/.hex \
    --mount=type=cache,target=/root/.cache/rebar3 \
    mix deps.get --only prod
COPY . .
RUN --mount=type=cache,target=/root/.hex \
    --mount=type=cache,target=/root/.cache/rebar3 \
    mix release

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates libncurses6 libstdc++6 openssl \
    && rm -rf /var/lib/apt/lists/*
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --create-home app
ENV MIX_ENV=prod
ENV LANG=C.UTF-8
WORKDIR /app
COPY --from=build --chown=10001:10001 /app/_build/prod/rel/shop /app/_build/prod/rel/shop
USER 10001:10001
CMD ["/app/_build/prod/rel/shop/bin/shop", "start"]
