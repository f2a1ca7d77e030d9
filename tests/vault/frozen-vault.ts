/**
 * A vault of version 1 that must open for ever. None of it was written by our code: the record and the boxes by OpenSSL
 * (through node:crypto), the passphrase's key by the reference argon2id_hash_raw (libargon2 20171227), the wrapped key
 * by the `age` tool 1.1.1 for an identity of age-keygen. Everything is made up and protects nothing.
 */
export const FROZEN = {
  passphrase: 'caf\u00e9 au lait, deux sucres',
  identity: 'AGE-SECRET-KEY-1H4WFHUVDYJSKYFMZTSL2JGXNL8KRVP3PZHRQHP5FXUYEPP5LYDUSP445H5',
  recipient: 'age1gm49rgq6tgekywaxyt8qdj4aqdvhut4muae6z9hxscpjld0rqggq244l6y',
  dataKey: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=',
  record: {
    address: { table: 'events', id: 'k3', seq: 7, version: 1 },
    value: { at: 12, text: 'Réparation 🌱' },
    box: 'AAECAwQFBgcICQoLPCC3b+ff8ymhY+PuyZ1aV6GERJ2AGi0dTA6K6z2Znz6wMtPcj+EyuFSEX82opwgYznlArXr2g/oftwo5OMPVzkJnHQhHZP4RzUPj7AD9F1Y=',
  },
  keyring: {
    version: 1,
    slots: [
      {
        kind: 'passphrase',
        argon2id: { memoryKiB: 16384, passes: 2, lanes: 1, salt: 'c2lkZWxpZ2h0IHNhbHQgMQ==' },
        wrapped:
          'wMHCw8TFxsfIycrLTtoeRSyUQ6uALoDRh8XTJSAfx0oyYgQxdH1qhJCGF/JlETqZs63DJ7eDmdkLwR+uYNBnqN4Z9UUK8FNaz7GuErnLNw0sVu6FG/RLWfbVx7A=',
      },
      {
        kind: 'recovery',
        recipient: 'age1gm49rgq6tgekywaxyt8qdj4aqdvhut4muae6z9hxscpjld0rqggq244l6y',
        wrapped:
          'YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBiOVpOQjBhNWFCZW9kc294RWMrVVhyZkIxQXkveG5WRmJvbW0vaHl4dndVCjM2dTFYdU5JV0o1YkoxQ3hJanhOUUVLL0VlbTZnaWx6TVVOMjZSc0IrVlEKLS0tIEQ3M1krSDVCMldIZjlud2JXMVpyUWRpWjZhbXdWNVliWUJweGhwd1hROW8KKlOi1w3wQGFvM/At885l598+KFh9e/QlHixkcuvX/VY3ugDwhZwv6N8IvJFAkw/RU6j/3rQ635UtocojHF1ijw==',
        voucher:
          '0NHS09TV1tfY2drbWNWTC0iH0YF4fwif1vanwe8qffVgvZhmE6puti8TDuf8N0Esgj4fSQGEDNtZJqQpLzxSILTfmX4MjaJv3v/5+FEdnYIy6XyDdpHNIu1Cd2E=',
      },
    ],
  },
} as const;
