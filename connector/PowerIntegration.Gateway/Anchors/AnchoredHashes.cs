namespace PowerIntegration.Gateway.Anchors;

/// <summary>What anchoring came to.</summary>
/// <param name="HashesAnchored">Hashes that are new in the chain.</param>
/// <param name="RowsChanged">Rows whose hash is not the anchored one.</param>
/// <param name="LinkNumber">Number of the last link; 0 where there is none.</param>
/// <param name="LinkHash">Hash of the last link, for whoever keeps a copy elsewhere; zeros where there is none.</param>
/// <param name="Message">A sentence for the run history.</param>
internal sealed record AnchoredHashes(int HashesAnchored, int RowsChanged, int LinkNumber, string LinkHash, string Message);
