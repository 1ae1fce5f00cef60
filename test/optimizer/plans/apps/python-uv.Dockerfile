FROM python:3.13-slim AS build
COPY --from=ghcr.io/astral-sh/uv:0.5 /uv /bin/uv
WORKDIR /app
RUN python3 -m venv /venv
ENV UV_PROJECT_ENVIRONMENT=/venv UV_LINK_MODE=copy VIRTUAL_ENV=/venv PATH=/venv/bin:$PATH
COPY . .
RUN --mount=type=cache,target=/root/.cache/uv \
    uv sync --locked --no-dev
# Distroless keeps Python in /usr/bin; the virtual environment's one link has to lead there.
RUN ln -sf /usr/bin/python3.13 /venv/bin/python3

FROM gcr.io/distroless/python3-debian13:nonroot
WORKDIR /app
COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH
COPY . .
# The image's own entrypoint would put the interpreter before the command a second time.
ENTRYPOINT []
CMD ["python", "main.py"]
