namespace PowerIntegration.Audit.Contracts;

/// <summary>How a release of retainage is asked for.</summary>
public enum ReleaseKind
{
    /// <summary>An amount over the whole contract.</summary>
    Total,

    /// <summary>Down to an amount that stays held.</summary>
    DownTo,

    /// <summary>Amounts on named lines.</summary>
    Lines,

    /// <summary>All that is left.</summary>
    All,
}
