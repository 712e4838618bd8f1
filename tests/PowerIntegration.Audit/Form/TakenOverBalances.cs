namespace PowerIntegration.Audit.Form;

/// <summary>The balances of a contract when the product takes it over.</summary>
/// <param name="LastNumber">The application that they are the balances of.</param>
/// <param name="Lines">The rows of that application.</param>
/// <param name="Released">What was released by then, by position; later lines have none.</param>
/// <param name="Threshold">Where the threshold lay when it was reached, in millionths of a cent; none while it is not.</param>
/// <param name="GrossAt">G of every line before the application that reached it.</param>
/// <param name="HeldAt">What the terms held on every line before the application that reached it.</param>
public sealed record TakenOverBalances(
    int LastNumber,
    IReadOnlyList<FormLine> Lines,
    IReadOnlyList<ReleasedParts> Released,
    Int128? Threshold,
    IReadOnlyList<long> GrossAt,
    IReadOnlyList<long> HeldAt
);
