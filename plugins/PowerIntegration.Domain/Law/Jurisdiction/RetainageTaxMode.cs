namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>When tax on the part that is held back is due.</summary>
public enum RetainageTaxMode
{
    /// <summary>With the progress invoice, on the whole gross movement; a release carries none. The tax itself is never held back.</summary>
    Gross,

    /// <summary>With the release, at the rate of that date; a progress invoice carries tax on what is paid.</summary>
    NetDeferred,

    /// <summary>As deferred, and the tax on the part held back waits in an account of its own; a release takes it from there.</summary>
    NetTracked,
}
