namespace PowerIntegration.Domain.VendorMatching;

/// <summary>Kinds of tax ID that Procore tells apart.</summary>
public enum TaxIdKind
{
    /// <summary>Not given: the address says the country.</summary>
    None,

    /// <summary>Employer identification number of the United States.</summary>
    Ein,

    /// <summary>Business number of Australia.</summary>
    Abn,

    /// <summary>Another one: the address says the country.</summary>
    Other,
}
