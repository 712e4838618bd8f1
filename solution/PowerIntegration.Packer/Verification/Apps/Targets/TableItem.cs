using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Apps.Targets;

/// <summary>A form, a view or a chart of a table.</summary>
/// <param name="Source">The component, such as the element savedquery.</param>
/// <param name="Folder">Folder of the table, such as Entities/pint_Project.</param>
/// <param name="Table">The table, or null where only a reference to it is in the solution.</param>
internal sealed record TableItem(SourceElement Source, string Folder, TableSource? Table)
{
    /// <summary>Logical name of the table.</summary>
    public string TableName => Folder[(Folder.LastIndexOf('/') + 1)..].ToLowerInvariant();

    /// <summary>Type of a form, such as main.</summary>
    public string FormType => Source.File.Split('/')[^2];
}
