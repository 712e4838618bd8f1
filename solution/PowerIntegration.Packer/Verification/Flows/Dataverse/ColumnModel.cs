using PowerIntegration.Packer.Verification.Flows.Typing;

namespace PowerIntegration.Packer.Verification.Flows.Dataverse;

/// <summary>One column as the Web API shows it.</summary>
/// <param name="Name">Name in a row: the logical name, or for a lookup the logical name as _name_value.</param>
/// <param name="Shape">What it holds.</param>
/// <param name="CanCreate">True where a new row may set it.</param>
/// <param name="CanUpdate">True where an existing row may set it.</param>
/// <param name="IsRequired">True where a row must have a value.</param>
internal sealed record ColumnModel(string Name, ValueShape Shape, bool CanCreate, bool CanUpdate, bool IsRequired = false)
{
    /// <summary>True where the column refers to a row of another table; it is written by its navigation property.</summary>
    public bool IsLookup => Name.StartsWith('_');
}
