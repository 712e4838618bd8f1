namespace PowerIntegration.Domain.VendorMatching;

/// <summary>A vendor of Procore, as far as matching looks at it.</summary>
public sealed class VendorRecord
{
    private readonly Lazy<IReadOnlyList<CompanyName>> names;
    private readonly Lazy<TaxReading> tax;

    /// <summary>A vendor of which nothing is given yet.</summary>
    public VendorRecord()
    {
        names = new Lazy<IReadOnlyList<CompanyName>>(() => CompanyName.All(Name, LegalName));
        tax = new Lazy<TaxReading>(() => TaxReading.Of(TaxId, TaxCountry));
    }

    /// <summary>Procore's ID.</summary>
    public required string Key { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Legal name; empty where it is not given.</summary>
    public string LegalName { get; init; } = "";

    /// <summary>Tax ID as it was typed; empty where there is none.</summary>
    public string TaxId { get; init; } = "";

    /// <summary>What kind of tax ID it is.</summary>
    public TaxIdKind TaxIdKind { get; init; }

    /// <summary>Origin code, in which Procore may hold the supplier number; empty where there is none.</summary>
    public string OriginCode { get; init; } = "";

    /// <summary>ID of the supplier to which people linked it; empty where they did not.</summary>
    public string StoredSupplier { get; init; } = "";

    /// <summary>ID of its parent vendor; empty where it has none.</summary>
    public string Parent { get; init; } = "";

    /// <summary>Its address.</summary>
    public PartyAddress Address { get; init; } = PartyAddress.None;

    /// <summary>Name and ID, for sentences.</summary>
    public string Label => Name + " (" + Key + ")";

    /// <summary>The country that gave the tax ID.</summary>
    public string TaxCountry =>
        TaxIdKind switch
        {
            TaxIdKind.Ein => "US",
            TaxIdKind.Abn => "AU",
            _ => Address.Country,
        };

    /// <summary>True where the kind of the tax ID is of another country than the address.</summary>
    public bool IsTaxIdFromAbroad => Address.Country.Length > 0 && Address.Country != TaxCountry;

    /// <summary>Its names.</summary>
    internal IReadOnlyList<CompanyName> Names => names.Value;

    /// <summary>Its tax ID.</summary>
    internal TaxReading Tax => tax.Value;
}
