namespace PowerIntegration.Tables;

/// <summary>Values of the global choice <c>pint_retainagetaxmode</c>.</summary>
public static class RetainageTaxModeChoice
{
    /// <summary>Gross.</summary>
    public const int Gross = 723100000;

    /// <summary>Net deferred.</summary>
    public const int NetDeferred = 723100001;

    /// <summary>Net tracked.</summary>
    public const int NetTracked = 723100002;
}
