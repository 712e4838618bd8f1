namespace PowerIntegration.Audit.Form;

/// <summary>What one application must come to.</summary>
public sealed record Prediction
{
    /// <summary>Number of the application.</summary>
    public required int Number { get; init; }

    /// <summary>The certificate.</summary>
    public required FormHeader Form { get; init; }

    /// <summary>Every line of the contract, in the order in which the lines came into it.</summary>
    public required IReadOnlyList<FormLine> Lines { get; init; }

    /// <summary>Taken from the payment after line 8.</summary>
    public long Deductions { get; init; }

    /// <summary>The documents, in the order invoice or memo, memo of what is credited, release, deductions.</summary>
    public IReadOnlyList<Paper> Papers { get; init; } = [];

    /// <summary>The tax; none where the contract has none or no document leaves.</summary>
    public TaxPrediction? Tax { get; init; }

    /// <summary>What was released by this application, by line, in the order of <see cref="Lines"/>; none where nothing was.</summary>
    public IReadOnlyList<ReleasedParts>? Released { get; init; }

    /// <summary>The positions of the lines that the application takes out.</summary>
    internal IReadOnlyList<int> Taken { get; init; } = [];

    /// <summary>How the rate stands after it.</summary>
    internal RetainageBalances Standing { get; init; } = new();
}
