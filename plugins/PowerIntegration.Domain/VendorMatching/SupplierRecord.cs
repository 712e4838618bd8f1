using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.VendorMatching;

/// <summary>A supplier of Oracle, as far as matching looks at it.</summary>
public sealed class SupplierRecord
{
    private readonly Lazy<IReadOnlyList<CompanyName>> names;
    private readonly Lazy<TaxReading> tax;

    /// <summary>A supplier of which nothing is given yet.</summary>
    public SupplierRecord()
    {
        names = new Lazy<IReadOnlyList<CompanyName>>(() => CompanyName.All(Name, AlternateName));
        tax = new Lazy<TaxReading>(() => TaxReading.Of(TaxId, TaxCountry.Length > 0 ? CountryCode.Of(TaxCountry) : Address.Country));
    }

    /// <summary>Oracle's ID.</summary>
    public required string Key { get; init; }

    /// <summary>Supplier number.</summary>
    public required string Number { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Alternate name; empty where there is none.</summary>
    public string AlternateName { get; init; } = "";

    /// <summary>Tax ID; empty where there is none.</summary>
    public string TaxId { get; init; } = "";

    /// <summary>The country that gave the tax ID; empty for the one of the address.</summary>
    public string TaxCountry { get; init; } = "";

    /// <summary>True where no purchase order may name it yet.</summary>
    public bool IsProspective { get; init; }

    /// <summary>ID of the supplier into which it was merged; empty where it was not.</summary>
    public string MergedInto { get; init; } = "";

    /// <summary>The last day on which it is active; null where it has none.</summary>
    public CalendarDate? InactiveDate { get; init; }

    /// <summary>Its address.</summary>
    public PartyAddress Address { get; init; } = PartyAddress.None;

    /// <summary>Name and number, for sentences.</summary>
    public string Label => Name + " (" + Number + ")";

    /// <summary>Its names.</summary>
    internal IReadOnlyList<CompanyName> Names => names.Value;

    /// <summary>Its tax ID.</summary>
    internal TaxReading Tax => tax.Value;

    /// <summary>True where its inactive date is over.</summary>
    public bool IsEndedOn(CalendarDate day) => InactiveDate is { } last && last < day;
}
