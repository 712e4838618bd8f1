namespace PowerIntegration.Local.Oracle;

/// <summary>One fault that the next fitting call meets.</summary>
public sealed record OracleFault
{
    /// <summary>What goes wrong.</summary>
    public required OracleFaultKind Kind { get; init; }

    /// <summary>HTTP method that it waits for.</summary>
    /// <value>Default null: any.</value>
    public string? Method { get; init; }

    /// <summary>Path template that it waits for, as in <see cref="OracleCall.Template"/>.</summary>
    /// <value>Default null: any.</value>
    public string? Template { get; init; }

    /// <summary>Status of a refused call, for example 503 or 429.</summary>
    /// <value>Default 503.</value>
    public int Status { get; init; } = 503;

    /// <summary>The <c>Retry-After</c> of a refused call, whole seconds.</summary>
    /// <value>Default 30 seconds; null sends none.</value>
    public TimeSpan? RetryAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a slow call takes on the simulator's clock.</summary>
    /// <value>Default 100 seconds.</value>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(100);
}
