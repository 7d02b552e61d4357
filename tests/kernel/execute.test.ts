import { type KernelFixture, type RawClient, startKernel, streamText, types } from './raw-client.ts';

let kernel: KernelFixture;
let client: RawClient;

beforeAll(async () => {
  kernel = await startKernel();
  client = await kernel.client();
});
afterAll(() => kernel.dispose());

test('a cell: busy, input, outputs, reply, idle', async () => {
  const { reply, outputs } = await client.execute('print one\neprint two\nprint three\nresult 4');
  expect(types(outputs)).toEqual(['busy', 'execute_input', 'stream', 'stream', 'stream', 'execute_result', 'idle']);
  expect(streamText(outputs)).toBe('one\nthree\n');
  expect(reply.content).toMatchObject({ status: 'ok', payload: [], user_expressions: {} });
  expect(Date.parse(reply.metadata.started)).toBeGreaterThan(0);
});
