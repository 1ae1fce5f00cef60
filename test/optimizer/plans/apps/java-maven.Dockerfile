FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /app
COPY pom.xml ./
RUN --mount=type=cache,target=/root/.m2/repository \
    mvn -B dependency:go-offline
COPY . .
RUN --mount=type=cache,target=/root/.m2/repository \
    mvn -B package

FROM gcr.io/distroless/java21-debian13:nonroot
WORKDIR /app
COPY --from=build /app/target/orders-1.4.0.jar /app/app.jar
EXPOSE 8080
# The entrypoint of the image is java -jar, which would come before the command.
ENTRYPOINT []
CMD ["java", "-jar", "/app/app.jar"]
