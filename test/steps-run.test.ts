import { expect, it } from 'vitest';
import { stepsRun } from './lab/engine.ts';

const output = `[1/2] STEP 1/4: FROM gcc:14 AS build
[1/2] STEP 2/4: WORKDIR /src
--> Using cache a9ca6f0e2166b3581290fdab2747427d2cb6eeb6e2af19ce81efad940438afce
--> a9ca6f0e216
[1/2] STEP 3/4: COPY . .
--> 5a1f30515e3
[1/2] STEP 4/4: RUN make
cc -O2 greet.c
--> f04eaf2ab4b
[2/2] STEP 1/3: FROM gcr.io/distroless/static-debian13:nonroot
[2/2] STEP 2/3: COPY --from=build /usr/local/bin/greet /usr/local/bin/greet
--> Using cache 8ac19e01cade201c48359535472d38d2999c86a791e04b415da31444df0d7f10
--> 8ac19e01cad
[2/2] STEP 3/3: CMD ["greet"]
[2/2] COMMIT localhost/lab:after-edited
`;

it('counts the steps of the lab that make a layer and were not taken from the cache', () => {
  expect(stepsRun(output)).toBe(2);
});
