/** A second and a half of silence, as a phone's recorder hands it over. */
export const WAV = (() => {
  const bytes = Buffer.alloc(44 + 12_000);
  bytes.write("RIFF", 0);
  bytes.writeUInt32LE(36 + 12_000, 4);
  bytes.write("WAVEfmt ", 8);
  bytes.writeUInt32LE(16, 16);
  for (const [value, at] of [[1, 20], [1, 22], [1, 32], [8, 34]]) bytes.writeUInt16LE(value, at);
  bytes.writeUInt32LE(8000, 24);
  bytes.writeUInt32LE(8000, 28);
  bytes.write("data", 36);
  bytes.writeUInt32LE(12_000, 40);
  return bytes.fill(0x80, 44);
})();
