FROM python:3.13-slim AS build

WORKDIR /app
RUN python3 -m venv /venv
ENV PATH=/venv/bin:$PATH

COPY requirements.txt .
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install -r requirements.txt
# Distroless keeps Python in /usr/bin; the virtual environment's one link has to lead there.
RUN ln -sf /usr/bin/python3.13 /venv/bin/python3

FROM gcr.io/distroless/python3-debian13:nonroot

WORKDIR /app

COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH

COPY --chown=65532:65532 . .

USER 65532:65532

EXPOSE 8000
# The image's own entrypoint would put the interpreter before the command a second time.
ENTRYPOINT []
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
