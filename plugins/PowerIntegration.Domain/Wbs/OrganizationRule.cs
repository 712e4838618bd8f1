namespace PowerIntegration.Domain.Wbs;

/// <summary>Where the expenditure organization of a mapping rule comes from. The default value is the project's own organization.</summary>
public readonly record struct OrganizationRule
{
    private OrganizationRule(string? name, bool isVendorUnit)
    {
        FixedName = name;
        IsVendorUnit = isVendorUnit;
    }

    /// <summary>The organization that owns the project.</summary>
    public static OrganizationRule Project => default;

    /// <summary>The default organization of the business unit of the vendor's contract; the project's unit where the contract names none.</summary>
    public static OrganizationRule VendorUnit { get; } = new(null, isVendorUnit: true);

    /// <summary>The organization that is named; null where it is not fixed.</summary>
    public string? FixedName { get; }

    /// <summary>True where the vendor's contract decides.</summary>
    public bool IsVendorUnit { get; }

    /// <summary>One organization, by its name.</summary>
    public static OrganizationRule Fixed(string name) => new(name, isVendorUnit: false);
}
