namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>When tax on retainage is due.</summary>
public enum RetainageTaxMode
{
    /// <summary>With the progress invoice, on the full gross movement; a release has none. The tax itself is never withheld.</summary>
    Gross,

    /// <summary>With the release, at the rate of that date; a progress invoice has tax on the amount paid.</summary>
    NetDeferred,

    /// <summary>Deferred, with the tax on retainage in a separate account until the release.</summary>
    NetTracked,
}
