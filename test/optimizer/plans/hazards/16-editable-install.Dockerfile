FROM python:3.13
WORKDIR /app
COPY . .
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install -e .
CMD ["gunicorn", "app:app"]
