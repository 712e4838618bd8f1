namespace PowerIntegration.Local.Procore.Access;

/// <summary>What the Procore simulator is started with.</summary>
public sealed record ProcoreOptions
{
    /// <summary>Client id of the service account.</summary>
    public required string ClientId { get; init; }

    /// <summary>Its secret.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>Calls allowed in one hour.</summary>
    /// <value>3,600, the number of Procore's older pages; a customer's own differs.</value>
    public int HourlyLimit { get; init; } = 3600;

    /// <summary>Calls allowed in ten seconds.</summary>
    /// <value>25, the documented example.</value>
    public int SpikeLimit { get; init; } = 25;
}
