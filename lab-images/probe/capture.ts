import { dlopen, getRawPointer } from 'node:ffi';

/** packet(7): AF_PACKET with SOCK_DGRAM gives packets from their network header on. */
const AF_PACKET = 17;
const SOCK_DGRAM = 2;
const ETH_P_ALL_BIG_ENDIAN = 0x0300;
const MSG_DONTWAIT = 0x40;
const PACKET_OUTGOING = 4;
const ARPHRD_LOOPBACK = 772;

/** How often to look for packets: often while there are some, seldom where all is quiet. In milliseconds. */
const busyMs = 10;
const quietMs = 50;
/** How long after a packet more are likely. */
const likelyMs = 500;

/**
 * Calls `onPacket` with every packet of this network namespace, from its IP header on, until the process ends.
 * Needs CAP_NET_RAW, and a Node with `node:ffi`; throws where it cannot. The returned function gives at once what has come
 * since the last look.
 */
export function capturePackets(onPacket: (packet: Buffer) => void): () => void {
  const library = openLibrary();
  const socket = Number(library.functions.socket(AF_PACKET, SOCK_DGRAM, ETH_P_ALL_BIG_ENDIAN));
  if (socket < 0) throw new Error('no packet socket: the probe lacks CAP_NET_RAW');

  const buffer = Buffer.alloc(65_536);
  const sender = Buffer.alloc(20);
  const senderLength = Buffer.alloc(4);
  const pointers = [getRawPointer(buffer), getRawPointer(sender), getRawPointer(senderLength)] as const;

  let seenAt = performance.now();
  const drain = () => {
    for (;;) {
      senderLength.writeUInt32LE(sender.length);
      const length = Number(
        library.functions.recvfrom(socket, pointers[0], BigInt(buffer.length), MSG_DONTWAIT, pointers[1], pointers[2]),
      );
      if (length <= 0) return;
      seenAt = performance.now();
      // On the loopback interface every packet is seen twice: going out and coming in.
      const isEcho = sender[10] === PACKET_OUTGOING && sender.readUInt16LE(8) === ARPHRD_LOOPBACK;
      if (!isEcho) onPacket(buffer.subarray(0, length));
    }
  };
  const keepDraining = () => {
    drain();
    setTimeout(keepDraining, performance.now() - seenAt < likelyMs ? busyMs : quietMs);
  };
  keepDraining();
  return drain;
}

function openLibrary() {
  return dlopen('libc.so.6', {
    socket: { arguments: ['i32', 'i32', 'i32'], return: 'i32' },
    recvfrom: { arguments: ['i32', 'pointer', 'u64', 'i32', 'pointer', 'pointer'], return: 'i64' },
  });
}
