namespace PowerIntegration.Plugins.Documents;

/// <summary>One piece of evidence to be kept.</summary>
/// <param name="Kind">Value of the choice.</param>
/// <param name="Content">Its full text.</param>
internal sealed record EvidencePiece(int Kind, string Content);
