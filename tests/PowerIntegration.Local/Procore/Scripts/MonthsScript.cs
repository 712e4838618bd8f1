namespace PowerIntegration.Local.Procore.Scripts;

/// <summary>The file <c>months.json</c>.</summary>
/// <param name="Months">Oldest first.</param>
public sealed record MonthsScript(IReadOnlyList<MonthScript> Months);
