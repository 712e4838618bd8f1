namespace PowerIntegration.Domain.Drift;

/// <summary>A cloud flow.</summary>
/// <param name="Id">Its id, which an import keeps.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsOn">False where it is switched off or suspended.</param>
public sealed record CloudFlow(Guid Id, string Name, bool IsOn)
{
    /// <summary>True where it comes with a solution that an environment may do without.</summary>
    public bool IsOptional { get; init; }
}
