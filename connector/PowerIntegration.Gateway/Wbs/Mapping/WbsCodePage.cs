namespace PowerIntegration.Gateway.Wbs.Mapping;

/// <summary>Codes in use of a project.</summary>
/// <param name="Value">The codes.</param>
/// <param name="Total">How many there are of that state, on all pages.</param>
/// <param name="Next">The key after which the next page begins; null where this is the last.</param>
internal sealed record WbsCodePage(IReadOnlyList<WbsCodeChoice> Value, int Total, string? Next);
