namespace PowerIntegration.Audit.Form;

/// <summary>The rows with what is held on them.</summary>
/// <param name="Lines">The rows.</param>
/// <param name="Released">What this application released, by position; none where it released nothing.</param>
/// <param name="Standing">How the retainage stands after it.</param>
internal sealed record HeldLines(IReadOnlyList<FormLine> Lines, IReadOnlyList<ReleasedParts>? Released, RetainageBalances Standing);
