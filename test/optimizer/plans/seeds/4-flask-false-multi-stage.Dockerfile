# Stage 1: Build Stage
FROM python:3.10-slim-buster as builder

RUN apt update -y && apt install -y awscli git

WORKDIR /app

COPY requirements.txt /app/

# Install dependencies for the build stage (if any)
# For example, if you have additional build-time dependencies

RUN pip install --upgrade pip
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install --default-timeout=100 -r requirements.txt
COPY . /app

# Stage 2: Runtime Stage
FROM python:3.10-slim-buster

WORKDIR /app

# Copy only necessary files from the build stage
COPY --from=builder /app /app

# Install only necessary runtime dependencies
# (You may need to adjust this based on your application's runtime requirements)

RUN pip install --upgrade pip
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install --default-timeout=100 -r requirements.txt
# OR
RUN pip install --upgrade pip
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install <required packages, like: transformer, etc.>

# Expose port 8080
EXPOSE 8080

# Run the Flask app with the updated command to bind to 0.0.0.0
CMD ["python", "app.py", "--host", "0.0.0.0", "--port", "8080"]
