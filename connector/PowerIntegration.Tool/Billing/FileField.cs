namespace PowerIntegration.Tool.Billing;

/// <summary>A field of a contract file.</summary>
/// <param name="Name">Its name in the file, under the application or its line, or under the contract.</param>
/// <param name="Example">A value as it is written in the file; null where only the cause shows one.</param>
/// <param name="Allowed">What it takes; null where the cause says so.</param>
internal sealed record FileField(string Name, string? Example = null, string? Allowed = null)
{
    /// <summary>True for a field of the contract, whatever the application.</summary>
    public bool IsOfContract { get; init; }

    /// <summary>An amount as the file spells it.</summary>
    public static string Spelled(decimal amount) => amount.ToString("0.00############", CultureInfo.InvariantCulture);
}
