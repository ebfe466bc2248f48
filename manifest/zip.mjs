// A zip of a few small files, the same bytes for the same content, so that a package can be compared with the one before.

import { crc32, deflateRawSync } from 'node:zlib';

const firstOfJanuary1980 = (1 << 5) | 1;

/** @param {Record<string, Buffer>} files by name */
export function zip(files) {
  const bodies = [];
  const directory = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content, { level: 9 });
    const encodedName = Buffer.from(name, 'utf8');
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0); // version needed
    facts.writeUInt16LE(0x0800, 2); // names are UTF-8
    facts.writeUInt16LE(8, 4); // deflate
    facts.writeUInt16LE(firstOfJanuary1980, 8);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(encodedName.length, 22);

    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, encodedName, packed]);
    const tail = Buffer.alloc(14); // no comment, disk 0, no attributes
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([20, 0]), facts, tail, encodedName]));
    bodies.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, index, end]);
}
