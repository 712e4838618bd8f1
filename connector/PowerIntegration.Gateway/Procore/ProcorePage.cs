namespace PowerIntegration.Gateway.Procore;

/// <summary>One page of a list.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="LastPage">Number of the last page as the answer to this page says it.</param>
internal sealed record ProcorePage<T>(IReadOnlyList<T> Rows, int LastPage);
