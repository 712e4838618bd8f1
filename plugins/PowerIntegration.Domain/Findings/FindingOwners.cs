namespace PowerIntegration.Domain.Findings;

/// <summary>Whose turn it is, by the reason code that a row carries.</summary>
public static class FindingOwners
{
    private static readonly string[] Mapping = ["wbs-", "task-", "no-purchase-order-line", "purchase-order-", "coding-"];

    private static readonly string[] Payables = ["oracle-", "no-open-period", "possible-duplicate", "number-", "payload-", "read-back-"];

    private static readonly string[] Project = ["procore-", "source-", "line", "stored-", "final-", "overbilled", "date-", "predecessor-", "out-of-"];

    /// <summary>The role that can mend it.</summary>
    /// <param name="reasonCode">The code as the row spells it; null or empty where a step failed without one.</param>
    public static OwnerRole Of(string? reasonCode) =>
        string.IsNullOrEmpty(reasonCode) ? OwnerRole.IntegrationAdministrator
        : Begins(reasonCode!, Mapping) ? OwnerRole.MappingAdministrator
        : Begins(reasonCode!, Payables) ? OwnerRole.AccountsPayable
        : Begins(reasonCode!, Project) ? OwnerRole.ProjectManager
        : OwnerRole.Controller;

    private static bool Begins(string code, string[] prefixes) => prefixes.Any(prefix => code.StartsWith(prefix, StringComparison.Ordinal));
}
