namespace PowerIntegration.Domain.Audit;

/// <summary>One figure on which engine and auditor differ.</summary>
/// <param name="Figure">Which figure, such as "line 8" or "G of L0004".</param>
/// <param name="Auditor">What the auditor expects.</param>
/// <param name="Engine">What the engine says.</param>
public sealed record Disagreement(string Figure, string Auditor, string Engine)
{
    /// <summary>Two amounts.</summary>
    public static Disagreement Of(string figure, decimal auditor, decimal engine) =>
        new(figure, auditor.ToString("N2", CultureInfo.InvariantCulture), engine.ToString("N2", CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override string ToString() => $"{Figure}: auditor {Auditor}, engine {Engine}";
}
