FROM gradle:8-jdk21 AS build
WORKDIR /home/gradle/app
COPY . .
RUN --mount=type=cache,target=/root/.gradle,sharing=locked \
    gradle bootJar --no-daemon

FROM eclipse-temurin:21-jre
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --create-home app
ENV JAVA_OPTS=""
WORKDIR /home/gradle/app
COPY --from=build /home/gradle/app/build/libs/billing-2.0.jar /home/gradle/app/app.jar
USER 10001:10001
CMD java $JAVA_OPTS -jar /home/gradle/app/app.jar
