FROM ghcr.io/astral-sh/uv:python3.12-bookworm-slim AS build

WORKDIR /app

# Compile to bytecode while the image is built.
ENV UV_COMPILE_BYTECODE=1

RUN python3 -m venv /venv
ENV UV_PROJECT_ENVIRONMENT=/venv UV_LINK_MODE=copy VIRTUAL_ENV=/venv PATH=/venv/bin:$PATH

RUN --mount=type=cache,target=/root/.cache/uv \
    --mount=type=bind,source=uv.lock,target=uv.lock \
    --mount=type=bind,source=pyproject.toml,target=pyproject.toml \
    uv sync --locked --no-install-project --no-dev

COPY . /app
RUN --mount=type=cache,target=/root/.cache/uv \
    uv sync --locked --no-dev

FROM python:3.12-slim-bookworm
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --create-home app

WORKDIR /app

COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH

COPY . /app

USER 10001:10001

# The image's own entrypoint is uv.
ENTRYPOINT []

CMD ["/venv/bin/uvicorn", "shop:app", "--host", "0.0.0.0"]
