// The parts of the age library that we use, in a module of their own: loaded by `import('./age')`, so that they make one
// chunk which only setting up, recovering and backing up load, without the library's WebAuthn and armour.
export { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
