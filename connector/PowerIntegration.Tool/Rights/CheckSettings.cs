namespace PowerIntegration.Tool.Rights;

/// <summary>What is to be checked.</summary>
/// <param name="Oracle">The Oracle user; null where it is not checked.</param>
/// <param name="Procore">The Procore account; null where it is not checked.</param>
internal sealed record CheckSettings(OracleSettings? Oracle, ProcoreSettings? Procore)
{
    /// <summary>The first mistake, or null.</summary>
    public string? Mistake(Func<string, string?> variable) =>
        Oracle is null && Procore is null
            ? "Give --oracle, --procore or both. See 'check --help' for examples."
            : Oracle?.Mistake(variable) ?? Procore?.Mistake(variable);
}
