namespace PowerIntegration.Domain.Wbs;

/// <summary>What a document uses a code for, as far as it decides the coding.</summary>
/// <param name="NeededClass">Expenditure type class of the document; null where it is not checked.</param>
/// <param name="VendorUnit">Business unit of the vendor's contract; null for the project's own.</param>
public sealed record CodeUse(string? NeededClass, string? VendorUnit)
{
    /// <summary>The use of a subcontractor invoice: an expenditure type of supplier invoices, in the project's own business unit.</summary>
    public static CodeUse OfSupplierInvoices { get; } = new("VI", null);

    /// <summary>A use that asks for no class, in the project's own business unit.</summary>
    public static CodeUse Unspecified { get; } = new(null, null);
}
