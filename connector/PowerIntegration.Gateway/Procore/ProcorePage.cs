namespace PowerIntegration.Gateway.Procore;

/// <summary>One page of a list.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="LastPage">Number of the last page as the answer to this page says it; null where it says only that there is a next one.</param>
/// <param name="HasNext">Whether the answer names a next page.</param>
/// <param name="Digest">Digest of the answer.</param>
internal sealed record ProcorePage<T>(IReadOnlyList<T> Rows, int? LastPage, bool HasNext, string Digest);
