import { tmpdir } from 'node:os';
import { Notebook } from './notebook.ts';

const notebook = new Notebook(tmpdir());

test('before anything imports comm, an opened comm is closed', () => {
  expect(notebook.comm('comm_open', { comm_id: 'a', target_name: 't', data: {} })).toMatchObject([
    { msg_type: 'comm_close', content: { comm_id: 'a' } },
  ]);
  expect(notebook.commInfo()).toEqual({});
});

test('a target: opened, talked to, closed', () => {
  notebook.run(`
import comm
def target(c, msg):
    print('open', msg['content']['data'])
    c.on_msg(lambda m: c.send({'echo': m['content']['data']}, buffers=m['buffers']))
    c.on_close(lambda m: print('closed'))
comm.get_comm_manager().register_target('t', target)`);
  const opened = notebook.comm('comm_open', { comm_id: 'b', target_name: 't', data: { x: 1 } });
  expect(opened).toMatchObject([{ content: { text: "open {'x': 1}\n" } }]);
  expect(notebook.commInfo()).toEqual({ b: { target_name: 't' } });
  expect(notebook.commInfo('other')).toEqual({});
  expect(notebook.comm('comm_msg', { comm_id: 'b', data: [1, null, 'é'] })).toMatchObject([
    { msg_type: 'comm_msg', content: { comm_id: 'b', data: { echo: [1, null, 'é'] } }, buffers: [] },
  ]);
  expect(notebook.comm('comm_close', { comm_id: 'b', data: {} })).toMatchObject([{ content: { text: 'closed\n' } }]);
  expect(notebook.commInfo()).toEqual({});
});

test('an unknown target is closed at once, an unknown comm ignored', () => {
  expect(notebook.comm('comm_open', { comm_id: 'c', target_name: 'nope', data: {} })).toMatchObject([
    { msg_type: 'comm_close', content: { comm_id: 'c' } },
  ]);
  expect(notebook.comm('comm_msg', { comm_id: 'zz', data: {} })).toEqual([]);
  expect(notebook.comm('comm_close', { comm_id: 'zz', data: {} })).toEqual([]);
});

test('an error in a handler is shown, and a failed open closed', () => {
  notebook.run("comm.get_comm_manager().register_target('bad', lambda c, m: 1/0)");
  const messages = notebook.comm('comm_open', { comm_id: 'd', target_name: 'bad', data: {} });
  expect(messages.map(m => m.msg_type)).toEqual(['comm_close', 'error']);
});

test('comms opened from Python, with buffers', () => {
  const { messages } = notebook.run(
    "c = comm.create_comm('widget', data={'a': 1})\nc.send({'b': 2}, buffers=[b'abc', bytearray(b'd')])\nc.close()",
  );
  expect(messages.map(m => m.msg_type)).toEqual(['comm_open', 'comm_msg', 'comm_close']);
  expect(messages[0].content).toMatchObject({ target_name: 'widget', data: { a: 1 } });
  expect(messages[1].buffers).toEqual([Uint8Array.from([97, 98, 99]), Uint8Array.from([100])]);
});

test('the heap is whole after all that', () => {
  expect(notebook.audit()).toEqual([]);
});
