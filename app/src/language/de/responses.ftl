responses = Geteilte Antworten
responses-lead = Was Menschen aus deinen Teams mit dir teilen. Wer teilt, kann es jederzeit zurücknehmen.
responses-none = Gerade ist nichts mit dir geteilt.
